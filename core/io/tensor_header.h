// The JSON header of a safetensors file, checked against the length of the data that follows it. Knows no
// tensors. Format: https://github.com/huggingface/safetensors (format section of its README).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/types/result.h"

namespace limner::io {

/// The longest header that the format allows.
inline constexpr uint64_t kMaxTensorHeaderBytes = 100'000'000;

struct TensorEntry {
    std::string name = {};
    std::string type = {};            ///< "F32", …
    std::vector<int64_t> shape = {};  ///< each >= 0; empty for a scalar
    uint64_t begin = 0;               ///< first byte, counted from the end of the header
    uint64_t end = 0;                 ///< one past the last byte
};

struct TensorHeader {
    std::vector<TensorEntry> entries = {};             ///< in the order of their bytes
    std::map<std::string, std::string> metadata = {};  ///< the "__metadata__" entry
};

/// Bytes of one element; 0 where Limner does not have the type.
uint64_t elementBytes(std::string_view type);

/// The JSON text, padded with spaces to a multiple of 8 bytes.
std::string tensorHeaderText(const TensorHeader& header);

/// Accepts only what the format says: names that occur once; bytes that follow each other without a gap and
/// fill `dataBytes`; for each tensor as many bytes as its shape and type ask for. Errors: Damaged,
/// Unsupported (a type Limner does not have). `file` is named in them.
Result<TensorHeader> parseTensorHeader(std::string_view json, uint64_t dataBytes,
                                       const std::filesystem::path& file);

/// The header of a file, without its tensors. Errors: NotFound, Damaged, Unsupported.
Result<TensorHeader> readTensorHeader(const std::filesystem::path& path);

}  // namespace limner::io
