// What every long piece of work looks like from outside: its state, its progress, its newest snapshot, its
// events.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "image.h"
#include "metric_table.h"
#include "param.h"
#include "result.h"
#include "text.h"
#include "writing.h"

namespace limner {

/// Names one job for as long as the program runs. 0 is no job. (Not uint64_t: Qt cannot stream an enum over
/// long.)
enum class JobId : unsigned long long { None = 0 };

enum class JobState { Waiting, Running, Paused, Finished, Failed, Cancelled };

/// "waiting", "running", …: used in logs and in `--json` output.
const char* name(JobState state);
constexpr bool isOver(JobState state) {
    return state >= JobState::Finished;
}

struct Progress {
    double done = 0;           ///< in units of the job: steps, frames, tokens
    double total = 0;          ///< 0 when unknown
    double ratePerSecond = 0;  ///< units a second over the last seconds; 0 when unknown
    double secondsLeft = -1;   ///< negative when unknown
    std::string unit;          ///< "steps"
    Message place = {};        ///< where the job is in its own words: "epoch 9.74 of 20"; may be empty
    Message innerRate = {};    ///< a second rate: "358 pictures/s"; may be empty
};

struct JobInfo {
    JobId id = JobId::None;
    std::string kind = {};   ///< "train"
    std::string title = {};  ///< "dcgan-fashion-mnist"
    JobState state = JobState::Waiting;
    std::string folder = {};  ///< the run folder or output path, once known; UTF-8
    bool isBrief = false;     ///< goes between two steps of another job rather than wait for its end
};

/// A mid-run change of one parameter.
struct ParamEdit {
    std::string id = {};
    ParamValue value = {};
};

/// What a job shows of itself. Immutable once published; the newest replaces the one before.
struct Snapshot {
    uint64_t version = 0;  ///< rises with each publication of a job
    int64_t step = 0;
    Progress progress;
    ParamValues values;                          ///< in force now, edits included
    std::shared_ptr<const MetricTable> metrics;  ///< null if the job has none
    std::shared_ptr<const SampleSheet> samples;  ///< null if the job has none; unchanged ones are shared
    std::shared_ptr<const SampleSheet>
        samplesRaw;  ///< the same latents without weight averaging; null without EMA
    std::shared_ptr<const Writing> writing = nullptr;          ///< of a model that writes; null for others
    std::vector<std::pair<std::string, double>> numbers = {};  ///< what was measured: "bleu", …; in order
};

enum class EventKind {
    StateChanged,  ///< see `state`
    Saved,         ///< a checkpoint or an output was written; `folder` says where
    Edited,        ///< a parameter changed while running; `edit` says which
    Sampled,       ///< a sample sheet was written
    Warning,       ///< something the person should know; the job goes on
    Failed,        ///< `error` says why; the job is over, or paused if its state says so
};

struct Event {
    JobId job = JobId::None;
    EventKind kind = EventKind::StateChanged;
    JobState state = JobState::Waiting;
    int64_t step = 0;
    std::string folder = {};
    ParamEdit edit = {};
    ParamValue oldValue = {};
    Error error = {};      ///< of Failed
    Message message = {};  ///< of Warning
};

}  // namespace limner
