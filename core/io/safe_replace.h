// The one way to replace a file: whole or not at all. With its companions, all that asks POSIX for more than
// std does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/types/result.h"

namespace limner::io {

/// Takes the next bytes of the file; stop and pass the error on when it fails.
using ByteSink = std::function<Result<void>(std::span<const std::byte>)>;

/// Writes beside `path` in pieces of at most 1 MiB, checks every count, flushes to disk, renames over `path`
/// and flushes the folder. On any failure the old file stays and the new one is removed. Two writers of one
/// path wait for each other. Errors: NoSpace, NotWritable, and whatever `produce` returns.
Result<void> safeReplace(const std::filesystem::path& path,
                         const std::function<Result<void>(const ByteSink&)>& produce);

/// The same for bytes at hand.
Result<void> safeReplace(const std::filesystem::path& path, std::string_view bytes);

/// The same for a file that was written in another way: flushes `whole` to disk and renames it over `path`.
/// Both must lie on one disk. On any failure both stay as they were.
Result<void> replaceByFile(const std::filesystem::path& whole, const std::filesystem::path& path);

/// Puts the folder `whole` in the place of `path`, which may exist; what was there is removed. At any time
/// either the old or the new one is there, on Linux file systems that can exchange names. Both must lie in
/// one folder.
Result<void> replaceFolder(const std::filesystem::path& whole, const std::filesystem::path& path);

/// Appends whole lines and checks the count; a line is there entirely or cut off at the end, never
/// interleaved. A last line that was cut off by a crash is removed first. Where not all fits, nothing is
/// added. Errors: NoSpace, NotWritable.
Result<void> append(const std::filesystem::path& path, std::string_view lines);

/// The same for a file that has no lines.
Result<void> appendBytes(const std::filesystem::path& path, std::string_view bytes);

/// Waits until the file is on the disk. Errors: NotFound, NoSpace, NotWritable.
Result<void> flushToDisk(const std::filesystem::path& path);

/// Takes a file from its start in pieces of at most 1 MiB.
class FileReader {
public:
    /// Errors: NotFound (also for a folder or where permission is missing).
    static Result<FileReader> open(const std::filesystem::path& path);
    FileReader(FileReader&& other) noexcept;
    FileReader& operator=(FileReader&&) = delete;
    ~FileReader();

    /// Length when it was opened.
    uint64_t sizeBytes() const { return m_sizeBytes; }
    /// Fills `bytes`. Errors: Damaged (the file ends before).
    Result<void> read(std::span<std::byte> bytes);

private:
    FileReader(std::filesystem::path path, int descriptor, uint64_t sizeBytes);
    std::filesystem::path m_path;
    int m_descriptor;
    uint64_t m_sizeBytes;
};

/// Reads a whole file of at most `maxBytes`. Errors: NotFound, Damaged (larger), OutOfMemory.
Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t maxBytes);

}  // namespace limner::io
