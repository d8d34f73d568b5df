// How a running job shows itself: a bar drawn over itself, plain lines, or JSON.
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "core/types/job.h"
#include "terminal.h"

namespace limner::cli {

using Clock = std::chrono::steady_clock;

/// What is said once a job is over.
struct Outcome {
    JobState state = JobState::Finished;
    std::string folder;  ///< or the file that was written; empty where nothing was
    int64_t steps = 0;
    Progress progress;
    double seconds = 0;
    std::vector<std::pair<std::string, double>> scalars;  ///< the last of each
    std::vector<std::pair<std::string, double>> scores;   ///< on what was kept for the test
    std::vector<std::pair<std::string, double>> numbers;  ///< what was measured
};

class ProgressView {
public:
    virtual ~ProgressView() = default;
    virtual void started(const JobInfo& job) = 0;
    virtual void progressed(const Snapshot& snapshot, Clock::time_point now) = 0;
    virtual void happened(const Event& event) = 0;
    virtual void stopping() = 0;
    virtual void ended(const Outcome& outcome) = 0;
};

/// JSON where `terminal` asks for that; of a job that writes its text as it comes; a bar where the terminal
/// is live; else lines.
/// @param kind  of the job
std::unique_ptr<ProgressView> makeProgressView(Terminal& terminal, const std::string& kind);

/// " 62 % ████████░░░░░  292 of 469 steps · 41/s · 4 s left · epoch 0.62 of 1", at most `columns` wide.
std::string barText(const Progress& progress, int columns);

}  // namespace limner::cli
