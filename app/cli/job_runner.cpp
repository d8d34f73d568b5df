#include "job_runner.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "json_text.h"

namespace limner::cli {
namespace {

constexpr std::chrono::milliseconds kLookEvery{50};

/// Test scores of a run that has ended; empty where there is no summary.
std::vector<std::pair<std::string, double>> testScores(const std::string& folder) {
    std::ifstream file(std::filesystem::path(folder) / "summary.json");
    const Json summary = Json::parse(file, nullptr, false);
    std::vector<std::pair<std::string, double>> scores;
    if (!summary.is_object() || !summary.contains("test") || !summary["test"].is_object()) return scores;
    for (const auto& [score, value] : summary["test"].items())
        if (value.is_number()) scores.emplace_back(score, value.get<double>());
    return scores;
}

/// One job from its start to its end.
class Watch {
public:
    Watch(Studio& studio, JobId job, const std::string& kind, Terminal& terminal, StopRequests& stop)
        : m_studio(studio), m_job(job), m_stop(stop), m_view(makeProgressView(terminal, kind)) {}

    ExitCode untilItEnds() {
        m_view->started(info());
        while (!m_isOver) {
            m_stop.waitFor(kLookEvery);
            if (m_stop.isAsked() && !m_isStopping) {
                m_view->stopping();
                stopJob();
            }
            look();
        }
        m_view->ended(outcome());
        const bool isFine =
            m_state == JobState::Finished || (m_state == JobState::Cancelled && m_stop.isAsked());
        return isFine && m_exitCode == ExitCode::Ok ? ExitCode::Ok : std::max(m_exitCode, ExitCode::Failed);
    }

private:
    JobInfo info() const {
        for (const JobInfo& job : m_studio.jobs())
            if (job.id == m_job) return job;
        return {};
    }

    void stopJob() {
        m_isStopping = true;
        m_studio.stop(m_job);
    }

    void look() {
        const auto events = m_studio.drainEvents();
        showProgress();
        for (const Event& event : events)
            if (event.job == m_job) follow(event);
    }

    void showProgress() {
        const auto snapshot = m_studio.latest(m_job);
        if (snapshot == nullptr || snapshot->version == m_shownVersion) return;
        m_shownVersion = snapshot->version;
        m_view->progressed(*snapshot, Clock::now());
    }

    void follow(const Event& event) {
        m_view->happened(event);
        if (event.kind == EventKind::StateChanged) {
            m_state = event.state;
            // The reason of a failure is logged before it is told: it comes, but not at once.
            m_isOver = m_state == JobState::Finished || m_state == JobState::Cancelled;
        }
        if (event.kind != EventKind::Failed) return;
        m_exitCode =
            event.error.code == ErrorCode::InvalidArgument ? ExitCode::WrongArguments : ExitCode::Failed;
        if (event.state == JobState::Failed) m_isOver = true;
        if (event.state == JobState::Paused) stopJob();  // nobody is here to resume it
    }

    Outcome outcome() const {
        Outcome outcome{.state = m_state,
                        .folder = info().folder,
                        .progress = {},
                        .scalars = {},
                        .scores = {},
                        .numbers = {}};
        if (const auto snapshot = m_studio.latest(m_job); snapshot != nullptr) {
            outcome.steps = snapshot->step;
            outcome.progress = snapshot->progress;
            outcome.numbers = snapshot->numbers;
            if (snapshot->metrics != nullptr) {
                outcome.scalars = lastScalars(*snapshot->metrics);
                if (!snapshot->metrics->blocks.empty() && !snapshot->metrics->blocks.back()->seconds.empty())
                    outcome.seconds = snapshot->metrics->blocks.back()->seconds.back();
            }
        }
        std::error_code ignored;
        const bool isKept =
            m_exitCode == ExitCode::Ok || (std::filesystem::exists(outcome.folder, ignored) &&
                                           !std::filesystem::is_empty(outcome.folder, ignored));
        if (!isKept) outcome.folder.clear();
        if (!outcome.folder.empty()) outcome.scores = testScores(outcome.folder);
        return outcome;
    }

    Studio& m_studio;
    JobId m_job;
    StopRequests& m_stop;
    std::unique_ptr<ProgressView> m_view;
    JobState m_state = JobState::Waiting;
    ExitCode m_exitCode = ExitCode::Ok;
    uint64_t m_shownVersion = 0;
    bool m_isStopping = false;
    bool m_isOver = false;
};

}  // namespace

ExitCode runJob(Studio& studio, const Recipe& recipe, Terminal& terminal, StopRequests& stop) {
    const auto job = studio.start(recipe);
    if (!job) return terminal.fail(job.error());
    return Watch(studio, *job, recipe.kind, terminal, stop).untilItEnds();
}

}  // namespace limner::cli
