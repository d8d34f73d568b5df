// The weights of a network that others trained, read whole.
#pragma once

#include "core/internal/torch.h"

#include <filesystem>

#include "core/internal/tensor_file.h"

namespace limner::style {

/// Errors: those of readTensorFile; Damaged where a weight is NaN or infinite, naming the tensor: every
/// picture would be lost to it.
Result<io::TensorFile> readNetworkTensors(const std::filesystem::path& file);

}  // namespace limner::style
