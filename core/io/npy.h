// Arrays as .npy files, format 1.0: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "core/types/result.h"

namespace limner::io {

/// Replaces `path` by an array in row-major order (last index fastest).
/// @pre the sizes in `shape` multiply to the number of values; throws std::invalid_argument else
/// Errors: NoSpace, NotWritable.
Result<void> writeNpy(const std::filesystem::path& path, std::span<const float> values,
                      const std::vector<int64_t>& shape);
Result<void> writeNpy(const std::filesystem::path& path, std::span<const uint8_t> values,
                      const std::vector<int64_t>& shape);

}  // namespace limner::io
