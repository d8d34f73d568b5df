#include "safe_replace.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <new>
#include <tuple>
#include <utility>

#include "file_error.h"

namespace limner::io {
namespace {

namespace fs = std::filesystem;

constexpr size_t kPieceBytes = size_t{1} << 20;

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

std::span<const std::byte> bytesOf(std::string_view text) {
    return std::as_bytes(std::span(text));
}

Result<void> writeAll(int descriptor, std::span<const std::byte> bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), std::min(bytes.size(), kPieceBytes));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return writeError(path, written == 0 ? ENOSPC : errno);
        bytes = bytes.subspan(static_cast<size_t>(written));
    }
    return {};
}

Result<void> flushFolder(const fs::path& folder) {
    const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open.isOpen()) return writeError(folder, errno);
    // Some network file systems cannot flush a folder and say EINVAL.
    if (::fsync(open.number()) != 0 && errno != EINVAL) return writeError(folder, errno);
    return {};
}

fs::path folderOf(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// The file beside the one to replace. Its name is fixed, so that one left by a crash is used again by the
/// next writer; a lock keeps two writers apart.
class TemporaryFile {
public:
    explicit TemporaryFile(const fs::path& target)
        : m_target(target), m_path(folderOf(target) / ("." + target.filename().string() + ".part")) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (m_file.isOpen() && !m_isRenamed) ::unlink(m_path.c_str());
    }

    Result<void> open() {
        struct stat old {};
        const bool hasOld = ::stat(m_target.c_str(), &old) == 0;
        if (hasOld && ::faccessat(AT_FDCWD, m_target.c_str(), W_OK, AT_EACCESS) != 0)
            return writeError(m_target, errno);
        do {
            m_file = Descriptor(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
            if (!m_file.isOpen()) return writeError(m_target, errno);
            ::flock(m_file.number(), LOCK_EX);
        } while (!isStillThere());
        if (::ftruncate(m_file.number(), 0) != 0) return writeError(m_target, errno);
        if (hasOld) std::ignore = ::fchmod(m_file.number(), old.st_mode & 07777);
        return {};
    }

    Result<void> write(std::span<const std::byte> bytes) {
        return writeAll(m_file.number(), bytes, m_target);
    }

    Result<void> takePlace() {
        if (::fsync(m_file.number()) != 0) return writeError(m_target, errno);
        if (::rename(m_path.c_str(), m_target.c_str()) != 0) return writeError(m_target, errno);
        m_isRenamed = true;
        return flushFolder(folderOf(m_target));
    }

private:
    /// False if another writer renamed or removed the file while this one waited for the lock.
    bool isStillThere() const {
        struct stat mine {
        }, named{};
        return ::fstat(m_file.number(), &mine) == 0 && ::lstat(m_path.c_str(), &named) == 0 &&
               mine.st_ino == named.st_ino && mine.st_dev == named.st_dev;
    }

    fs::path m_target;
    fs::path m_path;
    Descriptor m_file{-1};
    bool m_isRenamed = false;
};

Error withKept(Error error) {
    if (error.kept.isEmpty()) error.kept = LIMNER_TR("core", "What was there before is unchanged.");
    return error;
}

/// Where the last whole line of a file of this length ends. A line of Limner's own files is far below one
/// piece.
Result<off_t> endOfLastLine(int descriptor, off_t size, const fs::path& path) {
    std::string tail(std::min(static_cast<size_t>(size), kPieceBytes), '\0');
    const ssize_t got = ::pread(descriptor, tail.data(), tail.size(), size - static_cast<off_t>(tail.size()));
    if (got != static_cast<ssize_t>(tail.size())) return readError(path, got < 0 ? errno : EIO);
    const auto newline = tail.rfind('\n');
    if (newline == std::string::npos) return static_cast<size_t>(size) == tail.size() ? off_t{0} : size;
    return size - static_cast<off_t>(tail.size() - newline - 1);
}

enum class Tail { Keep, CutToLine };

Result<void> appendTo(const fs::path& path, std::string_view bytes, Tail tail) {
    const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    struct stat info {};
    if (!file.isOpen() || ::fstat(file.number(), &info) != 0) return writeError(path, errno);
    off_t end = info.st_size;
    const bool isPlainFile = S_ISREG(info.st_mode);
    if (isPlainFile && tail == Tail::CutToLine && end > 0) {
        const auto lineEnd = endOfLastLine(file.number(), end, path);
        if (!lineEnd) return lineEnd.error();
        if (*lineEnd != end && ::ftruncate(file.number(), *lineEnd) != 0) return writeError(path, errno);
        end = *lineEnd;
    }
    const auto written = writeAll(file.number(), bytesOf(bytes), path);
    if (written) return {};
    if (isPlainFile) std::ignore = ::ftruncate(file.number(), end);
    return withKept(written.error());
}

}  // namespace

Result<void> safeReplace(const fs::path& path, const std::function<Result<void>(const ByteSink&)>& produce) {
    TemporaryFile file(path);
    auto result = file.open();
    if (result) result = produce([&](std::span<const std::byte> bytes) { return file.write(bytes); });
    if (result) result = file.takePlace();
    if (!result) return withKept(result.error());
    return {};
}

Result<void> safeReplace(const fs::path& path, std::string_view bytes) {
    return safeReplace(path, [&](const ByteSink& sink) { return sink(bytesOf(bytes)); });
}

Result<void> replaceByFile(const fs::path& whole, const fs::path& path) {
    const bool hasOld = ::access(path.c_str(), F_OK) == 0;
    if (hasOld && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0)
        return withKept(writeError(path, errno));
    auto result = flushToDisk(whole);
    if (result && ::rename(whole.c_str(), path.c_str()) != 0) result = writeError(path, errno);
    if (!result) return withKept(result.error());
    return flushFolder(folderOf(path));
}

Result<void> replaceFolder(const fs::path& whole, const fs::path& path) {
    if (::rename(whole.c_str(), path.c_str()) == 0) return flushFolder(folderOf(path));
    if (errno != ENOTEMPTY && errno != EEXIST) return writeError(path, errno);
#ifdef RENAME_EXCHANGE
    const bool isExchanged =
        ::renameat2(AT_FDCWD, whole.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) == 0;
#else
    const bool isExchanged = false;
#endif
    if (!isExchanged) {
        const fs::path aside = whole.string() + ".old";
        if (::rename(path.c_str(), aside.c_str()) != 0) return writeError(path, errno);
        if (::rename(whole.c_str(), path.c_str()) != 0) {
            const int number = errno;
            std::ignore = ::rename(aside.c_str(), path.c_str());
            return writeError(path, number);
        }
        std::ignore = ::rename(aside.c_str(), whole.c_str());
    }
    const auto flushed = flushFolder(folderOf(path));
    std::error_code ignored;
    fs::remove_all(whole, ignored);
    return flushed;
}

Result<void> append(const fs::path& path, std::string_view lines) {
    return appendTo(path, lines, Tail::CutToLine);
}

Result<void> appendBytes(const fs::path& path, std::string_view bytes) {
    return appendTo(path, bytes, Tail::Keep);
}

Result<void> flushToDisk(const fs::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen()) return readError(path, errno);
    if (::fsync(file.number()) != 0 && errno != EINVAL) return writeError(path, errno);
    return {};
}

Result<FileReader> FileReader::open(const fs::path& path) {
    // Without O_NONBLOCK a pipe in the place of the file would wait for a writer.
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat info {};
    if (!file.isOpen() || ::fstat(file.number(), &info) != 0) return readError(path, errno);
    if (S_ISDIR(info.st_mode)) return readError(path, EISDIR);
    if (!S_ISREG(info.st_mode)) return damaged(path, LIMNER_TR("core", "“%1” is not a plain file."));
    return FileReader(path, file.release(), static_cast<uint64_t>(info.st_size));
}

FileReader::FileReader(fs::path path, int descriptor, uint64_t sizeBytes)
    : m_path(std::move(path)), m_descriptor(descriptor), m_sizeBytes(sizeBytes) {}

FileReader::FileReader(FileReader&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_sizeBytes(other.m_sizeBytes) {}

FileReader::~FileReader() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<void> FileReader::read(std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t got = ::read(m_descriptor, bytes.data(), std::min(bytes.size(), kPieceBytes));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return readError(m_path, errno);
        if (got == 0) return damaged(m_path, LIMNER_TR("core", "“%1” is shorter than it was a moment ago."));
        bytes = bytes.subspan(static_cast<size_t>(got));
    }
    return {};
}

Result<std::string> readFile(const fs::path& path, std::uintmax_t maxBytes) {
    auto file = FileReader::open(path);
    if (!file) return file.error();
    if (file->sizeBytes() > maxBytes) {
        return damaged(path, LIMNER_TR("core", "“%1” is %2 bytes long, more than such a file can be (%3)."),
                       {std::to_string(file->sizeBytes()), std::to_string(maxBytes)});
    }
    std::string bytes;
    try {
        bytes.resize(file->sizeBytes());
    } catch (const std::bad_alloc&) {
        return Error{
            .code = ErrorCode::OutOfMemory,
            .message = {LIMNER_TR("core", "There is not enough memory to read “%1”."), {path.string()}},
            .hint = LIMNER_TR("core", "Close other programs, then try again.")};
    }
    const auto read = file->read(std::as_writable_bytes(std::span(bytes)));
    if (!read) return read.error();
    return bytes;
}

}  // namespace limner::io
