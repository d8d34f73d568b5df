// What went wrong with a file, in words: shared by everything that reads and writes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/types/result.h"

namespace limner::io {

/// For a system call that failed while writing. `number` is errno.
Error writeError(const std::filesystem::path& file, int number);

/// For a system call that failed while reading. `number` is errno.
Error readError(const std::filesystem::path& file, int number);

/// A Damaged error. `sentence` is marked with LIMNER_TR; %1 is the file, %2 to %9 are `more`.
Error damaged(const std::filesystem::path& file, const char* sentence, std::vector<std::string> more = {});

}  // namespace limner::io
