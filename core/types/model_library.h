// Weights that are here without a training run of the project: those that ship with Limner, and those of
// others that a person imported; and what could be had.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "result.h"
#include "text.h"

namespace limner {

struct LibraryModel {
    std::string id;    ///< "dcgan-fashion-mnist"; unique
    std::string file;  ///< UTF-8 path of the .safetensors; goes into the parameter "run"
    Message title;     ///< "Garments, GAN"
    Message summary;   ///< one sentence: what it makes and what it was trained on
    std::string modelHash;
    std::string domain = "pictures";  ///< of its training: what it makes, "pictures" or "text"
};

/// Weights that a recipe names by their hash.
struct FoundModel {
    std::string run;         ///< for the parameter "run": a run folder or a .safetensors file
    int64_t checkpoint = 0;  ///< for the parameter "checkpoint"; 0 for a file
};

enum class NetworkKind {
    Features,   ///< tells what a picture shows and how it is painted: for neural style and dreams
    FastStyle,  ///< paints in one style
    Trained,    ///< by Limner: Explore or Write opens it
    Language,   ///< continues a text: GPT-2
};
inline constexpr std::array kNetworkKinds{NetworkKind::Features, NetworkKind::FastStyle,
                                          NetworkKind::Language, NetworkKind::Trained};
/// "features", "fast-style", "trained", "language".
const char* name(NetworkKind kind);

/// A network that methods ask for: imported, or known and to be had.
struct LibraryNetwork {
    std::string id;  ///< of the file here, else of the architecture: "vgg19"; unique
    NetworkKind kind = NetworkKind::Features;
    std::string architecture;   ///< "vgg19"
    std::string title;          ///< "VGG-19"
    std::string licence;        ///< SPDX, or as the person wrote it; empty: not known
    std::string address;        ///< where it can be had; empty if nobody says
    uint64_t sizeBytes = 0;     ///< of the file here, else of the download
    std::string publishedHash;  ///< how the SHA-256 of the download begins; empty: its makers publish none
    std::string file;           ///< UTF-8 path of the .safetensors; empty: it is not here
    std::string source;         ///< the name of the file that was imported
    std::string sourceHash;     ///< its SHA-256

    bool isHere() const { return !file.empty(); }
    bool isAsPublished() const { return !publishedHash.empty() && sourceHash.starts_with(publishedHash); }
};

/// Every function may be called from any thread.
class ModelLibrary {
public:
    virtual ~ModelLibrary() = default;
    virtual std::vector<LibraryModel> list() const = 0;
    /// Looks through the library and every checkpoint of the project's runs; nothing if it is not here.
    virtual std::optional<FoundModel> find(const std::string& modelHash) const = 0;

    /// What was imported, by kind and title, then what is known and not here. Reads headers.
    virtual std::vector<LibraryNetwork> networks() const = 0;
    /// Whether an imported network is what was written. Reads the whole file. Errors: NotFound, Damaged.
    virtual Result<void> verify(const std::string& id) const = 0;
    /// Deletes an imported network. Errors: NotFound, NotWritable.
    virtual Result<void> remove(const std::string& id) = 0;
};

}  // namespace limner
