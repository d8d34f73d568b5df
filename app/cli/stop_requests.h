// SIGINT, SIGTERM and SIGHUP as something to wait for. The first asks to stop; a second one ends the program
// at once.
#pragma once

#include <chrono>

namespace limner::cli {

class StopRequests {
public:
    virtual ~StopRequests() = default;
    virtual bool isAsked() const = 0;
    /// Returns at the first request, or after `limit`.
    virtual void waitFor(std::chrono::milliseconds limit) = 0;
};

/// Installs the handlers. One for the program.
class StopSignals : public StopRequests {
public:
    StopSignals();
    bool isAsked() const override;
    void waitFor(std::chrono::milliseconds limit) override;
};

}  // namespace limner::cli
