// Which network a file of weights belongs to, told by the names and shapes of its tensors.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/io/tensor_header.h"
#include "core/types/model_library.h"

namespace limner::library {

struct Recognised {
    NetworkKind kind = NetworkKind::Features;
    std::string architecture;  ///< "vgg19"
    std::string title;
    std::string prefix;              ///< stands before every name in the file: "module."
    std::string keptPrefix = {};     ///< stands before every name that is kept
    std::vector<std::string> names;  ///< of the tensors to keep, without it; empty: all
};

/// Errors: Mismatch (nearly one that is known: what is missing, of another shape, unknown), Unsupported.
Result<Recognised> recognise(const std::filesystem::path& file, const io::TensorHeader& header);

}  // namespace limner::library
