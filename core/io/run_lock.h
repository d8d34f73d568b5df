// Keeps two trainings out of one run folder, in this program and in others.
#pragma once

#include <filesystem>

#include "core/types/result.h"

namespace limner::io {

/// Held while it lives; a process that is killed gives it up. Leaves no file behind.
class RunLock {
public:
    /// Where the file system has no locks the run is used without one.
    /// Errors: NotFound (no such folder), NotWritable (someone trains there).
    static Result<RunLock> take(const std::filesystem::path& run);
    RunLock(RunLock&& other) noexcept;
    RunLock& operator=(RunLock&& other) noexcept;
    ~RunLock();

private:
    explicit RunLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

}  // namespace limner::io
