// What a safetensors file says of itself, read without its tensors and without LibTorch.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/types/result.h"

namespace limner::cli {

struct WeightsHeader {
    struct Tensor {
        std::string name;
        std::string type;  ///< "F32", …
        std::vector<int64_t> shape;
    };
    std::vector<Tensor> tensors;  ///< by name
    std::map<std::string, std::string> metadata;

    int64_t numberCount() const;
};

/// Errors: NotFound, Damaged (the header is cut off or longer than the file, or is not what it should be).
Result<WeightsHeader> readWeightsHeader(const std::filesystem::path& file);

}  // namespace limner::cli
