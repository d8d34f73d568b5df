#include <algorithm>
#include <cmath>

#include "fake_studio.h"

namespace limner::test {

std::vector<RunInfo> FakeRuns::list() const {
    const std::lock_guard lock(m_mutex);
    return m_runs;
}

Result<RunInfo> FakeRuns::open(const std::string& folder) const {
    const std::lock_guard lock(m_mutex);
    m_opened.push_back(folder);
    for (const RunInfo& run : m_runs)
        if (run.folder == folder) return run;
    return Error{.code = ErrorCode::NotFound,
                 .message = {"There is no run in “%1”.", {folder}},
                 .hint = "Choose a folder with a recipe.json."};
}

Result<MetricTable> FakeRuns::metrics(const std::string&) const {
    if (hasDamagedMetrics)
        return Error{.code = ErrorCode::Damaged, .message = "Line 7 is no row.", .hint = "Move it away."};
    MetricLog log({"loss_d", "loss_g"});
    for (int64_t step = 0; step <= 2000; step += 10) {
        const double x = static_cast<double>(step) / 2000;
        log.append(step, x * 20, x * 340, {1.4 - x * 0.4, 1 + std::exp(-x * 5) + 0.2 * std::sin(x * 60)});
    }
    return *log.table();
}

Result<std::vector<RecordedEdit>> FakeRuns::edits(const std::string&) const {
    return std::vector<RecordedEdit>{{1200, "learning_rate_d", 2e-4, 4e-4}};
}

Result<SampleSheet> FakeRuns::samples(const std::string&, int64_t step) const {
    const std::lock_guard lock(m_mutex);
    m_sampleSteps.push_back(step);
    if (keepsTexts) return Error{.code = ErrorCode::NotFound, .message = "There is no sheet."};
    return fakeSheet(step);
}

Result<std::string> FakeRuns::sampleText(const std::string&, int64_t step) const {
    return "written at " + std::to_string(step);
}

Result<std::vector<FileCheck>> FakeRuns::verify(const std::string&) const {
    return std::vector<FileCheck>{{"recipe.json", true, {}}};
}

Result<void> FakeRuns::rename(const std::string& folder, const std::string& newName) {
    const std::lock_guard lock(m_mutex);
    for (RunInfo& run : m_runs)
        if (run.folder == folder) run.name = newName;
    return {};
}

void FakeRuns::add(RunInfo run) {
    const std::lock_guard lock(m_mutex);
    m_runs.push_back(std::move(run));
}

std::vector<std::string> FakeRuns::openedFolders() const {
    const std::lock_guard lock(m_mutex);
    return m_opened;
}

std::vector<int64_t> FakeRuns::readSampleSteps() const {
    const std::lock_guard lock(m_mutex);
    return m_sampleSteps;
}

}  // namespace limner::test
