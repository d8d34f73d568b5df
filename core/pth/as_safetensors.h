// Writes the tensors of a PyTorch file as safetensors: https://github.com/huggingface/safetensors.
#pragma once

#include <filesystem>

#include "core/types/result.h"

namespace limner::pth {

/// Reads `file` and writes `out`, which must not exist yet; on a failure nothing stays there. One storage is
/// in memory at a time. Errors: those of openTorchFile, Damaged (a tensor reaches beyond its numbers),
/// NotWritable.
Result<void> writeAsSafetensors(const std::filesystem::path& file, const std::filesystem::path& out);

}  // namespace limner::pth
