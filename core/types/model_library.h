// Models that are here without a training run of the project: those that ship with Limner.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text.h"

namespace limner {

struct LibraryModel {
    std::string id;    ///< "dcgan-fashion-mnist"; unique
    std::string file;  ///< UTF-8 path of the .safetensors; goes into the parameter "run"
    Message title;     ///< "Garments, GAN"
    Message summary;   ///< one sentence: what it makes and what it was trained on
    std::string modelHash;
};

/// Weights that a recipe names by their hash.
struct FoundModel {
    std::string run;         ///< for the parameter "run": a run folder or a .safetensors file
    int64_t checkpoint = 0;  ///< for the parameter "checkpoint"; 0 for a file
};

/// Every function may be called from any thread.
class ModelLibrary {
public:
    virtual ~ModelLibrary() = default;
    virtual std::vector<LibraryModel> list() const = 0;
    /// Looks through the library and every checkpoint of the project's runs; nothing if it is not here.
    virtual std::optional<FoundModel> find(const std::string& modelHash) const = 0;
};

}  // namespace limner
