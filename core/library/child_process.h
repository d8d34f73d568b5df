// A program that runs beside this one. All that is POSIX about it stands in the .cpp.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "core/types/result.h"

namespace limner::library {

class ChildProcess {
public:
    /// Nothing but its standard output is connected. Errors: NotFound, Internal.
    static Result<ChildProcess> start(const std::filesystem::path& program,
                                      const std::vector<std::string>& arguments);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    /// Kills it if it still runs.
    ~ChildProcess();

    /// Waits for at most this long, taking what it writes. True once it is over.
    bool waitFor(std::chrono::milliseconds most);
    /// @pre it is over. Negative: the signal that ended it.
    int exitCode() const { return m_exitCode; }
    /// The first 64 KiB of its standard output.
    const std::string& output() const { return m_output; }

private:
    ChildProcess(int id, int pipe) : m_id(id), m_pipe(pipe) {}
    bool takeOutput(std::chrono::milliseconds most);
    void reap();

    int m_id = 0;     ///< 0: reaped
    int m_pipe = -1;  ///< -1: at its end
    int m_exitCode = 0;
    std::string m_output;
};

}  // namespace limner::library
