#include "quit_signals.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <QSocketNotifier>
#include <atomic>

namespace limner::app {
namespace {

constexpr int kSignals[] = {SIGTERM, SIGINT, SIGHUP};
constexpr int kEndedAtOnce = 130;  // what a shell reports for a program that Ctrl+C ended

// A handler may only use what is async-signal-safe, and has no object to reach: hence these two.
std::atomic<int> g_asked{0};
int g_pipe[2] = {-1, -1};

void onQuitSignal(int) {
    if (g_asked.fetch_add(1) > 0) _exit(kEndedAtOnce);
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(g_pipe[1], &byte, 1);
}

void handleWith(void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : kSignals) sigaction(number, &action, nullptr);
}

}  // namespace

QuitSignals::QuitSignals(QObject* parent) : QObject(parent) {
    g_asked = 0;
    if (pipe2(g_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
    m_notifier = new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &QuitSignals::takeSignal);
    handleWith(&onQuitSignal);
}

QuitSignals::~QuitSignals() {
    if (m_notifier == nullptr) return;
    handleWith(SIG_DFL);
    delete m_notifier;
    for (int& end : g_pipe) ::close(std::exchange(end, -1));
}

void QuitSignals::takeSignal() {
    char byte = 0;
    [[maybe_unused]] const ssize_t count = ::read(g_pipe[0], &byte, 1);
    Q_EMIT quitAsked();
}

}  // namespace limner::app
