#include "stop_requests.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>

namespace limner::cli {
namespace {

constexpr int kEndedAtOnce = 130;  // what a shell reports for a program that Ctrl+C ended

// A handler may only use what is async-signal-safe, and has no object to reach: hence these two.
std::atomic<int> g_requests{0};
int g_wakePipe[2] = {-1, -1};

void onSignal(int) {
    if (g_requests.fetch_add(1) > 0) _exit(kEndedAtOnce);
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(g_wakePipe[1], &byte, 1);
}

}  // namespace

StopSignals::StopSignals() {
    if (pipe2(g_wakePipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
    struct sigaction action = {};
    action.sa_handler = &onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

bool StopSignals::isAsked() const {
    return g_requests > 0;
}

void StopSignals::waitFor(std::chrono::milliseconds limit) {
    pollfd wake{.fd = g_wakePipe[0], .events = POLLIN, .revents = 0};
    if (poll(&wake, 1, static_cast<int>(limit.count())) <= 0) return;
    char drained[8];
    [[maybe_unused]] const ssize_t count = ::read(wake.fd, drained, sizeof drained);
}

}  // namespace limner::cli
