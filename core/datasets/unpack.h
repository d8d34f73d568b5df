// Reads data files that may be gzipped: told by their content, not by their name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/types/result.h"

namespace limner::datasets {

/// The bytes of a file, inflated if it is gzip (RFC 1952). Memory grows with what is really there, never with
/// what a header says. Errors: NotFound, Damaged (cut off or broken gzip), OutOfMemory (over `maxBytes`
/// unpacked).
Result<std::string> readUnpacked(const std::filesystem::path& file, uint64_t maxBytes);

}  // namespace limner::datasets
