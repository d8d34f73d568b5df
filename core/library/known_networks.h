// Networks that others trained and that Limner can use: what they are, and where they can be had.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/types/model_library.h"

namespace limner::library {

/// Something to be had from its makers. Order is the order in lists.
struct KnownNetwork {
    std::string id;  ///< of the architecture: "vgg19"
    NetworkKind kind = NetworkKind::Features;
    std::string title;    ///< "VGG-19"
    std::string licence;  ///< SPDX
    std::string address;
    uint64_t sizeBytes = 0;  ///< of the download
    std::string hashStart;   ///< how the SHA-256 of the download begins, as its makers publish it
};
const std::vector<KnownNetwork>& knownNetworks();
/// Null if there is none.
const KnownNetwork* findKnownNetwork(std::string_view id);

}  // namespace limner::library
