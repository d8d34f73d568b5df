#include "run_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "file_error.h"

namespace limner::io {

Result<RunLock> RunLock::take(const std::filesystem::path& run) {
    RunLock lock(::open(run.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (lock.m_descriptor < 0) return readError(run, errno);
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        return Error{
            .code = ErrorCode::NotWritable,
            .message = {LIMNER_TR("core", "The run “%1” is being trained right now."), {run.string()}},
            .hint = LIMNER_TR("core", "Stop it where it runs, or choose another folder.")};
    }
    return lock;
}

RunLock::RunLock(RunLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

RunLock& RunLock::operator=(RunLock&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

RunLock::~RunLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

}  // namespace limner::io
