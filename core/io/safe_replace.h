// The one way to replace a file: whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "core/types/result.h"

namespace limner::io {

/// Takes the next bytes of the file; stop and pass the error on when it fails.
using ByteSink = std::function<Result<void>(std::span<const std::byte>)>;

/// Writes beside `path` in pieces of at most 1 MiB, checks every count, flushes to disk, renames over `path` and
/// flushes the folder. On any failure the old file stays and the new one is removed.
/// Errors: NoSpace, NotWritable, and whatever `produce` returns.
Result<void> safeReplace(const std::filesystem::path& path,
                         const std::function<Result<void>(const ByteSink&)>& produce);

/// The same for bytes at hand.
Result<void> safeReplace(const std::filesystem::path& path, std::string_view bytes);

/// Appends whole lines and checks the count; a line is there entirely or cut off at the end, never interleaved.
Result<void> append(const std::filesystem::path& path, std::string_view lines);

/// Reads a whole file of at most `maxBytes`. Errors: NotFound, Damaged (larger), OutOfMemory.
Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t maxBytes);

}  // namespace limner::io
