// Named tensors in safetensors files: https://github.com/huggingface/safetensors (format section of its
// README).
#pragma once

#include "core/internal/torch.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/types/result.h"

namespace limner::io {

/// The header lists them in this order within each width of number; see writeTensorFile.
using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;

struct TensorFile {
    std::map<std::string, torch::Tensor> tensors;  ///< contiguous, on the CPU, owning their memory
    std::map<std::string, std::string> metadata;   ///< the "__metadata__" entry
    std::string sha256;                            ///< of the whole file, lower-case hex
};

/// The widest numbers come first and tensors of one width keep their order, so that each tensor is aligned in
/// a file that is mapped to memory. Replaces `path` whole or not at all; returns the SHA-256 of the file.
/// Tensors may be on any device. Errors: NoSpace, NotWritable, Unsupported (a dtype the format does not
/// have).
Result<std::string> writeTensorFile(const std::filesystem::path& path, const NamedTensors& tensors,
                                    const std::map<std::string, std::string>& metadata);

/// Every size is checked against the file's length before memory is asked for.
/// Errors: NotFound, Damaged, Unsupported, OutOfMemory.
Result<TensorFile> readTensorFile(const std::filesystem::path& path);

}  // namespace limner::io
