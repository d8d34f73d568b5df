#include "core/engine/work_lane.h"

#include <cstring>
#include <exception>
#include <new>
#include <utility>

#include "core/engine/thread_priority.h"

namespace limner::engine {
namespace {

Error bug(const std::exception& exception) {
    return {.code = ErrorCode::Internal,
            .message = LIMNER_TR("core", "Something went wrong inside Limner."),
            .hint = LIMNER_TR("core", "Please report it with the details below."),
            .details = exception.what()};
}

/// What LibTorch says where the memory of the CPU or of a GPU is full.
bool saysOutOfMemory(const char* what) {
    return std::strstr(what, "can't allocate memory") != nullptr ||
           std::strstr(what, "out of memory") != nullptr;
}

Error outOfMemory() {
    return {.code = ErrorCode::OutOfMemory,
            .message = LIMNER_TR("core", "There is not enough memory for this."),
            .hint = LIMNER_TR("core", "Use a smaller batch, size or network, or close other programs.")};
}

/// Runs `work`; an exception becomes the error that `otherwise` gets.
template <typename Work, typename Otherwise>
auto guarded(Work work, Otherwise otherwise) -> decltype(work()) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return otherwise(outOfMemory());
    } catch (const std::exception& exception) {
        return otherwise(saysOutOfMemory(exception.what()) ? outOfMemory() : bug(exception));
    }
}

}  // namespace

WorkLane::WorkLane(EventSink sink)
    : m_sink(std::move(sink)), m_thread([this](const std::stop_token& stopToken) { run(stopToken); }) {}

WorkLane::~WorkLane() {
    m_isEnding = true;
}

JobId WorkLane::start(JobInfo job, JobFactory make) {
    {
        const std::scoped_lock lock(m_mutex);
        job.id = JobId{++m_lastId};
        m_queue.add(job, std::move(make));
    }
    announce(job.id, {.state = JobState::Waiting});
    m_changed.notify_all();
    return job.id;
}

void WorkLane::pause(JobId id) {
    request(&JobQueue::pause, id);
}
void WorkLane::resume(JobId id) {
    request(&JobQueue::resume, id);
}
void WorkLane::stepOnce(JobId id) {
    request(&JobQueue::stepOnce, id);
}
void WorkLane::stop(JobId id) {
    request(&JobQueue::stop, id);
}
void WorkLane::save(JobId id) {
    request(&JobQueue::save, id);
}

void WorkLane::request(bool (JobQueue::*ask)(JobId), JobId id) {
    {
        const std::scoped_lock lock(m_mutex);
        (m_queue.*ask)(id);
    }
    m_changed.notify_all();
}

void WorkLane::edit(JobId id, const ParamEdit& edit) {
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.edit(id, edit);
    }
    m_changed.notify_all();
}

void WorkLane::reorder(JobId id, int place) {
    const std::scoped_lock lock(m_mutex);
    m_queue.reorder(id, place);
}

bool WorkLane::isStopAsked(JobId id) const {
    if (m_isEnding) return true;
    const std::scoped_lock lock(m_mutex);
    return m_queue.isStopAsked(id);
}

std::vector<JobInfo> WorkLane::jobs() const {
    const std::scoped_lock lock(m_mutex);
    return m_queue.infos();
}

std::shared_ptr<const Snapshot> WorkLane::latest(JobId id) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_snapshots.find(id);
    return found == m_snapshots.end() ? nullptr : found->second;
}

void WorkLane::run(const std::stop_token& stopToken) {
    lowerThreadPriority();
    while (const auto turn = waitForTurn(stopToken)) serve(*turn);
    for (const auto& [id, job] : m_jobs) saveNow(id, *job);
    m_jobs.clear();
}

std::optional<Turn> WorkLane::waitForTurn(const std::stop_token& stopToken) {
    std::unique_lock lock(m_mutex);
    std::optional<Turn> turn;
    m_changed.wait(lock, stopToken, [this, &turn] { return (turn = m_queue.takeTurn()).has_value(); });
    return stopToken.stop_requested() ? std::nullopt : turn;
}

void WorkLane::serve(const Turn& turn) {
    if (turn.stop) {
        const auto made = m_jobs.find(turn.id);
        return stopNow(turn.id, made == m_jobs.end() ? nullptr : made->second.get());
    }
    if (turn.begins) changeState(turn.id, JobState::Running);
    Job* job = jobFor(turn.id);
    if (job == nullptr) return;
    applyEdits(turn.id, *job, turn.edits);
    if (turn.step && !takeStep(turn.id, *job)) return;
    if (turn.save) saveNow(turn.id, *job);
    // What a hand asked for, a single step too, is shown whenever it comes.
    const bool isRunningOn =
        turn.step && !turn.pause && turn.edits.empty() && stateOf(turn.id) == JobState::Running;
    if (!isRunningOn || Clock::now() - m_lastPublished >= kPublishInterval) publish(turn.id, *job);
    if (turn.pause) changeState(turn.id, JobState::Paused);  // whoever sees it has the last step too
}

JobState WorkLane::stateOf(JobId id) const {
    const std::scoped_lock lock(m_mutex);
    return m_queue.info(id)->state;
}

/// The job of this id, made now if this is its first turn; null if that failed.
Job* WorkLane::jobFor(JobId id) {
    const auto known = m_jobs.find(id);
    if (known != m_jobs.end()) return known->second.get();
    JobFactory make;
    {
        const std::scoped_lock lock(m_mutex);
        make = m_queue.factory(id);
    }
    using Made = Result<std::unique_ptr<Job>>;
    const Announce say = [this, id](Event event) { announce(id, std::move(event)); };
    Made made = guarded([&]() -> Made { return make(id, say); }, [](Error error) -> Made { return error; });
    if (!made && isStopAsked(id)) return nullptr;  // its stop is the next turn
    if (!made) {
        fail(id, made.error());
        return nullptr;
    }
    Job* job = m_jobs.emplace(id, std::move(*made)).first->second.get();
    const std::scoped_lock lock(m_mutex);
    m_queue.setFolder(id, job->folder());
    return job;
}

/// False if the job is over.
bool WorkLane::takeStep(JobId id, Job& job) {
    using Next = StepOutcome::Next;
    const StepOutcome outcome = guarded([&job] { return job.step(); },
                                        [](Error error) { return StepOutcome::fail(std::move(error)); });
    if (outcome.next == Next::Continue) return true;
    publish(id, job);
    if (outcome.next == Next::Pause) {
        changeState(id, JobState::Paused);
        announce(
            id,
            {.kind = EventKind::Failed, .state = JobState::Paused, .error = outcome.error.value_or(Error{})});
    } else if (outcome.next == Next::Fail) {
        fail(id, outcome.error.value_or(Error{}));
    } else {
        m_jobs.erase(id);
        changeState(id, JobState::Finished);
    }
    return outcome.next == Next::Pause;
}

void WorkLane::applyEdits(JobId id, Job& job, const std::vector<ParamEdit>& edits) {
    for (const ParamEdit& edit : edits) {
        const Result<void> done =
            guarded([&] { return job.edit(edit); }, [](Error e) -> Result<void> { return e; });
        if (!done) announce(id, {.kind = EventKind::Warning, .edit = edit, .message = done.error().message});
    }
}

/// Returns whether everything that can be saved is on disk.
bool WorkLane::saveNow(JobId id, Job& job) {
    using Saved = Result<std::string>;
    const Saved saved = guarded([&job] { return job.save(); }, [](Error error) -> Saved { return error; });
    if (saved) {
        if (!saved->empty()) announce(id, {.kind = EventKind::Saved, .folder = *saved});
        return true;
    }
    announce(id, {.kind = EventKind::Failed, .state = stateOf(id), .error = saved.error()});
    return false;
}

void WorkLane::stopNow(JobId id, Job* job) {
    if (job != nullptr) {
        using Saved = Result<std::string>;
        const Saved saved =
            guarded([job] { return job->stop(); }, [](Error error) -> Saved { return error; });
        const bool givesUp = [&] {
            const std::scoped_lock lock(m_mutex);
            return m_queue.isUnsaved(id);
        }();
        if (!saved && !givesUp) {  // nothing is thrown away before the person has seen why
            {
                const std::scoped_lock lock(m_mutex);
                m_queue.setUnsaved(id);
            }
            changeState(id, JobState::Paused);
            return announce(id,
                            {.kind = EventKind::Failed, .state = JobState::Paused, .error = saved.error()});
        }
        if (saved && !saved->empty()) announce(id, {.kind = EventKind::Saved, .folder = *saved});
        publish(id, *job);
        m_jobs.erase(id);
    }
    changeState(id, JobState::Cancelled);
}

void WorkLane::fail(JobId id, Error error) {
    m_jobs.erase(id);
    changeState(id, JobState::Failed);
    announce(id, {.kind = EventKind::Failed, .state = JobState::Failed, .error = std::move(error)});
}

void WorkLane::changeState(JobId id, JobState state) {
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.setState(id, state);
    }
    announce(id, {.state = state});
}

/// A job that cannot be shown now goes on; that is said once.
void WorkLane::publish(JobId id, Job& job) {
    using Made = Result<std::shared_ptr<Snapshot>>;
    const Made made =
        guarded([&job]() -> Made { return job.snapshot(); }, [](Error error) -> Made { return error; });
    m_lastPublished = Clock::now();
    if (!made) {
        if (std::exchange(m_unshown, id) != id)
            announce(id, {.kind = EventKind::Warning, .message = made.error().message});
        return;
    }
    m_unshown = JobId::None;
    const std::shared_ptr<Snapshot> snapshot = *made;
    if (snapshot == nullptr) return;
    snapshot->version = ++m_version;
    snapshot->progress = job.progress();
    const std::scoped_lock lock(m_mutex);
    m_snapshots[id] = snapshot;
    m_queue.setFolder(id, job.folder());
}

void WorkLane::announce(JobId id, Event event) const {
    event.job = id;
    m_sink(std::move(event));
}

}  // namespace limner::engine
