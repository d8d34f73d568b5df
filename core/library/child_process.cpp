#include "child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <utility>

namespace limner::library {
namespace {

constexpr size_t kMostOutput = size_t{64} << 10;

Error notStarted(const std::filesystem::path& program, int reason) {
    return {.code = ErrorCode::Internal,
            .message = {LIMNER_TR("core", "“%1” could not be started."), {program.string()}},
            .details = std::strerror(reason)};
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const std::filesystem::path& program,
                                         const std::vector<std::string>& arguments) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return notStarted(program, errno);
    std::string name = program.string();
    std::vector<std::string> words = arguments;
    std::vector<char*> argv{name.data()};
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    char* nothing = nullptr;  // no environment: it needs none

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t id = 0;
    const int failure = posix_spawn(&id, name.c_str(), &actions, nullptr, argv.data(), &nothing);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failure == 0) return ChildProcess(id, ends[0]);
    close(ends[0]);
    return notStarted(program, failure);
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_id(std::exchange(other.m_id, 0)),
      m_pipe(std::exchange(other.m_pipe, -1)),
      m_exitCode(other.m_exitCode),
      m_output(std::move(other.m_output)) {}

ChildProcess::~ChildProcess() {
    if (m_id != 0) kill(m_id, SIGKILL);
    reap();
    if (m_pipe >= 0) close(m_pipe);
}

bool ChildProcess::takeOutput(std::chrono::milliseconds most) {
    pollfd waiting{.fd = m_pipe, .events = POLLIN, .revents = 0};
    if (poll(&waiting, 1, static_cast<int>(most.count())) <= 0) return false;
    std::array<char, 4096> piece{};
    const ssize_t count = read(m_pipe, piece.data(), piece.size());
    if (count < 0) return errno == EINTR;
    if (count == 0) {
        close(std::exchange(m_pipe, -1));
        return false;
    }
    const auto taken = std::min(static_cast<size_t>(count), kMostOutput - m_output.size());
    m_output.append(piece.data(), taken);
    return true;
}

// The pipe ends when the program does: it passes it on to nobody.
bool ChildProcess::waitFor(std::chrono::milliseconds most) {
    while (m_pipe >= 0 && takeOutput(most)) most = std::chrono::milliseconds(0);
    if (m_pipe >= 0) return false;
    reap();
    return true;
}

void ChildProcess::reap() {
    if (m_id == 0) return;
    int status = 0;
    while (waitpid(m_id, &status, 0) < 0 && errno == EINTR) {
    }
    m_id = 0;
    m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace limner::library
