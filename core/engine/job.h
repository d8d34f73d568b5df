// What a lane runs. Each feature of the core that takes longer than a blink is one of these.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "core/types/job.h"

namespace limner::engine {

/// What one step led to.
struct StepOutcome {
    enum class Next {
        Continue,  ///< there is more to do
        Done,      ///< the job is finished
        Pause,     ///< the job cannot go on for now (a full disk); nothing is lost and it may be resumed
        Fail,      ///< the job is over
    };
    Next next = Next::Continue;
    std::optional<Error> error = std::nullopt;  ///< the reason, with Pause and Fail

    static StepOutcome proceed() { return {Next::Continue}; }
    static StepOutcome done() { return {Next::Done}; }
    static StepOutcome pause(Error reason) { return {Next::Pause, std::move(reason)}; }
    static StepOutcome fail(Error reason) { return {Next::Fail, std::move(reason)}; }
};

/// Called on the work lane only: made, stepped and destroyed there. Exceptions that leave `step` fail the
/// job.
class Job {
public:
    virtual ~Job() = default;
    /// Bounded work: a training step, a frame, a token.
    virtual StepOutcome step() = 0;
    /// Changes a parameter that may change while running. The value has been checked against its row.
    virtual Result<void> edit(const ParamEdit& edit) = 0;
    virtual Progress progress() const = 0;
    /// Asked for at most at the publish rate. The lane fills in version and progress.
    virtual std::shared_ptr<Snapshot> snapshot() = 0;
    /// Writes a resumable checkpoint and returns its folder, or an empty path where there is nothing to save.
    virtual Result<std::string> save() = 0;
    /// Called once when a stop was asked for, before the job is destroyed. Most jobs save.
    virtual Result<std::string> stop() { return save(); }
    /// The run folder or output path; empty until known.
    virtual std::string folder() const { return {}; }
};

/// What a job may say while it works; it becomes events of that job.
using Announce = std::function<void(Event)>;

/// Makes the job on the lane, since opening data and building networks takes time.
using JobFactory = std::function<Result<std::unique_ptr<Job>>(JobId, const Announce&)>;

}  // namespace limner::engine
