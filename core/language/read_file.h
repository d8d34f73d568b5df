// Small files, whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/types/result.h"

namespace limner::language {

/// The bytes of a file. Errors: NotFound (not there, a folder, no permission), Unsupported (more than
/// `maxBytes`), Damaged (could not be read to its end).
Result<std::string> readWhole(const std::filesystem::path& file, uint64_t maxBytes);

/// A Damaged error. `sentence` is marked with LIMNER_TR; %1 is the file, %2 to %9 are `more`.
Error damagedFile(const std::filesystem::path& file, const char* sentence,
                  std::vector<std::string> more = {});

}  // namespace limner::language
