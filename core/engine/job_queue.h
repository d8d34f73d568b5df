// The queue of the work lane as plain data: which jobs there are, what was asked of them, whose turn it is.
// No threads and no locks in here; the work lane guards it.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "core/engine/job.h"

namespace limner::engine {

/// What a lane is to do next with one job. Requests come before the step.
struct Turn {
    JobId id = JobId::None;
    std::vector<ParamEdit> edits;
    bool save = false;
    bool pause = false;
    bool stop = false;
    bool step = false;
    bool begins = false;  ///< the job was waiting until now
};

class JobQueue {
public:
    void add(JobInfo info, JobFactory make);

    // Requests. Each returns false if the job is unknown or its state does not allow it.
    bool pause(JobId id);
    /// A paused job goes on; while another one runs it waits in front. A waiting one goes to the front and
    /// runs next, even while another is paused.
    bool resume(JobId id);
    bool stepOnce(JobId id);
    bool stop(JobId id);
    bool save(JobId id);
    bool edit(JobId id, const ParamEdit& edit);
    bool reorder(JobId id, int place);

    /// Takes the next turn, or nothing while there is nothing to do. A waiting job whose turn it is becomes
    /// Running. Brief jobs come first: what runs or is paused takes no step until they are done. Among the
    /// others a paused job holds the lane: the next one in line starts only when it was asked to.
    std::optional<Turn> takeTurn();

    void setState(JobId id, JobState state);
    void setFolder(JobId id, std::string folder);
    /// Marks that stopping failed because the job could not be saved: the next stop gives up on saving.
    void setUnsaved(JobId id);
    bool isUnsaved(JobId id) const;
    bool isStopAsked(JobId id) const;

    const JobFactory& factory(JobId id) const;
    std::optional<JobInfo> info(JobId id) const;
    /// Running and paused jobs, then the waiting ones in order, then those that are over, newest first.
    std::vector<JobInfo> infos() const;

private:
    struct Entry {
        JobInfo info;
        JobFactory make;
        Turn asked;            // requests since the last turn
        bool goAhead = false;  // may start although another job is paused
        bool isUnsaved = false;
    };
    static constexpr size_t kKeptOver = 50;  // jobs that are over stay listed, but not for ever

    Entry* find(JobId id);
    const Entry* find(JobId id) const;
    enum class Group { Brief, Long };
    std::optional<Turn> nextStepOf(Group group);
    Entry* findIn(JobState state, Group group);
    void moveToFront(JobId id);
    void dropOldest();
    static bool hasRequest(const Entry& entry);

    std::deque<Entry> m_entries;
};

}  // namespace limner::engine
