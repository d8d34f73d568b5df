// What the library writes into the metadata of weights that it keeps.
#pragma once

namespace limner::library {

inline constexpr const char* kNetworkKey = "limner:network";  ///< of the architecture: "vgg19"
inline constexpr const char* kKindKey = "limner:kind";        ///< "features", "fast-style", "language"
inline constexpr const char* kLicenceKey =
    "limner:licence";                                       ///< as the person or its makers say; may be empty
inline constexpr const char* kSourceKey = "limner:source";  ///< the name of the file that was imported
inline constexpr const char* kSourceHashKey = "limner:source_sha256";  ///< of that file

}  // namespace limner::library
