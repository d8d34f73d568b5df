#include "run_store.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <tuple>
#include <utility>

#include "core/internal/checkpoint.h"
#include "file_error.h"
#include "json_file.h"
#include "recipe_text.h"
#include "safe_replace.h"

namespace limner::io {
namespace {

constexpr int kLabelSchema = 1;
constexpr size_t kMaxNameBytes = 200;
constexpr uintmax_t kMaxPictureBytes = uintmax_t{512} << 20;

std::string folderName(const fs::path& folder) {
    const fs::path whole = fs::absolute(folder).lexically_normal();
    return whole.has_filename() ? whole.filename().string() : whole.parent_path().filename().string();
}

bool isThere(const fs::path& path) {
    std::error_code failure;
    return fs::exists(path, failure);
}

Result<std::string> readLabel(const fs::path& file) {
    const auto object = readObject(file);
    if (!object) return object.error();
    Fields fields(*object, file);
    fields.checkSchema(kLabelSchema);
    std::string name = fields.text("name");
    if (fields.error()) return *fields.error();
    return name;
}

int64_t modifiedUnixSeconds(const fs::path& file) {
    std::error_code failure;
    const auto time = fs::last_write_time(file, failure);
    if (failure) return 0;
    const auto onClock = std::chrono::file_clock::to_sys(time);
    return std::chrono::duration_cast<std::chrono::seconds>(onClock.time_since_epoch()).count();
}

/// From "20261122-1403-…" in local time; -1 where the name does not start like that.
int64_t unixSecondsOfName(const std::string& name) {
    std::tm local{};
    const char* end = ::strptime(name.c_str(), "%Y%m%d-%H%M", &local);
    if (end != name.c_str() + 13) return -1;
    local.tm_isdst = -1;
    return std::mktime(&local);
}

/// The name of the folder survives copying, the time of recipe.json is finer: it counts within the same
/// minute.
int64_t createdUnixSeconds(const RunFolder& run) {
    const int64_t modified = modifiedUnixSeconds(run.recipe());
    const int64_t named = unixSecondsOfName(folderName(run.root));
    const bool isSameMinute = modified >= named && modified < named + 60;
    return named < 0 || isSameMinute ? modified : named;
}

/// What the newest checkpoint and the summary say of how far the run came.
void addProgress(RunInfo& info, const RunFolder& run) {
    info.checkpoints = run.checkpointSteps();
    info.samples = run.sampleSteps();
    if (!info.checkpoints.empty()) {
        info.state = RunState::Unfinished;
        info.step = info.checkpoints.back();
        const auto state = readState(CheckpointFolder{run.checkpoint(info.step)}.state());
        if (state) {
            info.seconds = state->seconds;
            const bool hasBest =
                state->bestScore && std::ranges::binary_search(info.checkpoints, state->bestStep);
            if (hasBest) info.best = state->bestStep;
        }
    }
    const auto summary = readSummary(run.summary());
    if (!summary || summary->steps < info.step) return;  // the run went on after it
    info.step = summary->steps;
    info.seconds = summary->seconds;
    if (summary->state == "finished") info.state = RunState::Finished;
    if (summary->state == "failed") info.state = RunState::Failed;
}

RunInfo describe(const RunFolder& run) {
    RunInfo info;
    info.folder = run.root.string();
    const auto label = readLabel(run.label());
    info.name = label ? *label : folderName(run.root);
    info.createdUnixSeconds = createdUnixSeconds(run);
    addProgress(info, run);
    return info;
}

Result<SampleSheet> readSheet(const Host& host, const fs::path& file, int64_t step) {
    const auto bytes = readFile(file, kMaxPictureBytes);
    if (!bytes) return bytes.error();
    const auto view = std::as_bytes(std::span(*bytes));
    auto picture = host.decode(view);
    if (picture) return sheetFromFields(host.textFields(view), std::move(*picture), step, file);
    Error error = damaged(file, LIMNER_TR("core", "“%1” is damaged: the picture cannot be read."));
    error.details = picture.error().text();
    return error;
}

constexpr std::uintmax_t kMaxSampleBytes = 1 << 20;  // of a text: a few hundred tokens

/// Collects the checks of one run.
class Verifier {
public:
    Verifier(const Host& host, const RunFolder& run) : m_host(host), m_run(run) {}

    std::vector<FileCheck> checkAll() {
        add(m_run.recipe(), readRecipe(m_run.recipe()));
        const bool hasTrained = !m_run.checkpointSteps().empty();
        if (hasTrained || isThere(m_run.metrics())) add(m_run.metrics(), checkMetricsFile());
        if (isThere(m_run.edits())) add(m_run.edits(), readEdits(m_run.edits()));
        if (isThere(m_run.summary())) add(m_run.summary(), readSummary(m_run.summary()));
        if (isThere(m_run.label())) add(m_run.label(), readLabel(m_run.label()));
        for (const int64_t step : m_run.sampleSteps()) {
            if (isThere(m_run.sampleText(step)))
                add(m_run.sampleText(step), readFile(m_run.sampleText(step), kMaxSampleBytes));
            else
                add(m_run.sample(step), readSheet(m_host, m_run.sample(step), step));
        }
        checkCheckpoints();
        return std::move(m_checks);
    }

private:
    template <typename Value>
    void add(const fs::path& file, const Result<Value>& result) {
        m_checks.push_back({.path = file.lexically_relative(m_run.root).string(),
                            .isGood = result.ok(),
                            .error = result ? Error{} : result.error()});
    }

    /// Whole rows of numbers, and those that each checkpoint saw.
    Result<void> checkMetricsFile() const {
        const auto table = readMetrics(m_run.metrics());
        if (!table) return table.error();
        for (const int64_t step : m_run.checkpointSteps()) {
            const auto state = readState(CheckpointFolder{m_run.checkpoint(step)}.state());
            if (!state || !state->metrics) continue;
            const auto checked = checkMetrics(m_run.metrics(), *state->metrics);
            if (!checked) return checked;
        }
        return {};
    }

    /// All folders, so that one without its state.json is named too.
    void checkCheckpoints() {
        std::vector<fs::path> folders;
        std::error_code failure;
        for (const auto& entry : fs::directory_iterator(m_run.checkpoints(), failure)) {
            const bool isHidden = entry.path().filename().string().starts_with(".");
            if (entry.is_directory(failure) && !isHidden) folders.push_back(entry.path());
        }
        std::ranges::sort(folders);
        for (const fs::path& folder : folders) checkCheckpoint({folder});
    }

    void checkCheckpoint(const CheckpointFolder& checkpoint) {
        const auto state = readState(checkpoint.state());
        add(checkpoint.state(), state);
        if (!state) return;
        for (const fs::path& part : {checkpoint.model(), checkpoint.optimizer()})
            add(part, verifyPart(*state, part));
    }

    const Host& m_host;
    RunFolder m_run;
    std::vector<FileCheck> m_checks;
};

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Error notARun(const fs::path& folder) {
    return {.code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "“%1” is not a run: it has no recipe.json."), {folder.string()}},
            .hint = LIMNER_TR("core", "Choose a folder that a training made.")};
}

}  // namespace

DiskRunStore::DiskRunStore(const Host& host, fs::path project)
    : m_host(host), m_project(std::move(project)) {}

std::vector<RunInfo> DiskRunStore::list() const {
    std::vector<RunInfo> runs;
    std::error_code failure;
    for (fs::directory_iterator entry(m_project / "runs", failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const RunFolder run{entry->path()};
        if (!isThere(run.recipe())) continue;
        auto info = open(run.root.string());
        if (info) {
            runs.push_back(std::move(*info));
            continue;
        }
        runs.push_back(describe(run));
        runs.back().state = RunState::Failed;
    }
    std::ranges::sort(runs, std::ranges::greater{},
                      [](const RunInfo& run) { return std::tie(run.createdUnixSeconds, run.folder); });
    return runs;
}

Result<RunInfo> DiskRunStore::open(const std::string& folder) const {
    const RunFolder run{folder};
    if (!isThere(run.recipe())) return notARun(run.root);
    auto recipe = readRecipe(run.recipe());
    if (!recipe) return recipe.error();
    RunInfo info = describe(run);
    info.recipe = std::move(*recipe);
    return info;
}

Result<MetricTable> DiskRunStore::metrics(const std::string& folder) const {
    return readMetrics(RunFolder{folder}.metrics());
}

Result<std::vector<RecordedEdit>> DiskRunStore::edits(const std::string& folder) const {
    return readEdits(RunFolder{folder}.edits());
}

Result<SampleSheet> DiskRunStore::samples(const std::string& folder, int64_t step) const {
    return readSheet(m_host, RunFolder{folder}.sample(step), step);
}

Result<std::string> DiskRunStore::sampleText(const std::string& folder, int64_t step) const {
    return readFile(RunFolder{folder}.sampleText(step), kMaxSampleBytes);
}

Result<std::vector<FileCheck>> DiskRunStore::verify(const std::string& folder) const {
    const RunFolder run{folder};
    const bool isRun = isThere(run.recipe()) || isThere(run.checkpoints()) || isThere(run.metrics());
    if (!isRun) return notARun(run.root);
    return Verifier(m_host, run).checkAll();
}

Result<void> DiskRunStore::rename(const std::string& folder, const std::string& newName) {
    const RunFolder run{folder};
    if (!isThere(run.recipe())) return notARun(run.root);
    const std::string name = trimmed(newName);
    const bool hasControl = std::ranges::any_of(name, [](unsigned char letter) { return letter < 0x20; });
    if (name.empty() || name.size() > kMaxNameBytes || hasControl) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core", "A run cannot be called “%1”."), {name}},
                     .hint = {LIMNER_TR("core", "A name is one line of 1 to %1 bytes."),
                              {std::to_string(kMaxNameBytes)}}};
    }
    return writeObject(run.label(), {{"schema", kLabelSchema}, {"name", name}});
}

}  // namespace limner::io
