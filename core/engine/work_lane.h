// The work lane: one thread that runs the jobs of a queue, one bounded step at a time.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "core/engine/job_queue.h"

namespace limner::engine {

/// Gets every event as it happens, on the lane; must be quick and thread-safe.
using EventSink = std::function<void(Event)>;

/// All public functions may be called from any thread and return at once.
class WorkLane {
public:
    explicit WorkLane(EventSink sink);
    /// Ends after the step in progress, a job that is still being made as soon as its factory asks; jobs that
    /// were under way save what can be resumed.
    ~WorkLane();

    /// @param job  its kind and title; the lane gives it its id
    JobId start(JobInfo job, JobFactory make);
    void pause(JobId id);
    void resume(JobId id);
    void stepOnce(JobId id);
    void stop(JobId id);
    void save(JobId id);
    void edit(JobId id, const ParamEdit& edit);
    void reorder(JobId id, int place);

    /// Whether this job, or the whole lane, is to end: for factories that take long. Any thread may ask.
    bool isStopAsked(JobId id) const;
    std::vector<JobInfo> jobs() const;
    std::shared_ptr<const Snapshot> latest(JobId id) const;

private:
    using Clock = std::chrono::steady_clock;
    static constexpr auto kPublishInterval = std::chrono::milliseconds(33);

    void request(bool (JobQueue::*ask)(JobId), JobId id);
    void run(const std::stop_token& stopToken);
    std::optional<Turn> waitForTurn(const std::stop_token& stopToken);
    void serve(const Turn& turn);
    JobState stateOf(JobId id) const;
    Job* jobFor(JobId id);
    bool takeStep(JobId id, Job& job);
    void applyEdits(JobId id, Job& job, const std::vector<ParamEdit>& edits);
    bool saveNow(JobId id, Job& job);
    void stopNow(JobId id, Job* job);
    void fail(JobId id, Error error);
    void changeState(JobId id, JobState state);
    void publish(JobId id, Job& job);
    void announce(JobId id, Event event) const;

    EventSink m_sink;
    mutable std::mutex m_mutex;  // guards the queue and the snapshots
    std::condition_variable_any m_changed;
    JobQueue m_queue;
    std::map<JobId, std::shared_ptr<const Snapshot>> m_snapshots;
    uint64_t m_lastId = 0;
    std::atomic<bool> m_isEnding = false;

    // Of the lane's own thread.
    std::map<JobId, std::unique_ptr<Job>> m_jobs;
    Clock::time_point m_lastPublished;
    uint64_t m_version = 0;
    JobId m_unshown = JobId::None;  ///< whose last snapshot could not be made

    std::jthread m_thread;  // last: it starts when everything else is there, and joins first
};

}  // namespace limner::engine
