#include "fake_studio.h"

#include <algorithm>
#include <cmath>

#include "core/types/param_text.h"

namespace limner::test {
namespace {

std::string number(JobId job) {
    return std::to_string(static_cast<uint64_t>(job));
}

std::string printed(const ParamTable& table, const ParamValues& values, const ParamEdit& edit) {
    for (const ParamSpec* row : activeRows(table, values))
        if (row->id == edit.id) return formatValue(*row, edit.value);
    return "?";
}

}  // namespace

FakeStudio::FakeStudio() {
    m_catalog.kinds.push_back({"train", "Train", "Learns from pictures.", fakeTrainTable(), true});
    const ParamTable place{
        {.id = "seed", .label = "Seed", .standard = int64_t{1}, .range = {0, 4294967295.0}},
        {.id = "truncation",
         .label = "Truncation",
         .kind = ParamKind::Real,
         .standard = 1.0,
         .range = {0, 2}}};
    m_catalog.kinds.push_back({"sample", "Sample", "Makes pictures.", place});
    m_catalog.kinds.push_back(
        {"render",
         "Render",
         "Draws every frame.",
         {{.id = "size", .label = "Size", .standard = int64_t{0}, .range = {.low = 0, .high = 4096}}}});
}

void FakeStudio::note(const std::string& call) {
    m_calls.push_back(call);
}

JobInfo* FakeStudio::find(JobId job) {
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [job](const auto& j) { return j.id == job; });
    return found == m_jobs.end() ? nullptr : &*found;
}

Result<JobId> FakeStudio::start(const Recipe& recipe) {
    const std::lock_guard lock(m_mutex);
    if (m_refusal) return *std::exchange(m_refusal, std::nullopt);
    const KindInfo* kind = m_catalog.kind(recipe.kind);
    const Result<ParamValues> values =
        kind ? completeValues(kind->params, recipe.values) : Result<ParamValues>(recipe.values);
    if (!values) return values.error();
    m_lastRecipe = recipe;
    const JobId id{m_jobs.size() + 1};
    const bool isFree =
        std::none_of(m_jobs.begin(), m_jobs.end(), [](const auto& j) { return !isOver(j.state); });
    const bool isTraining = recipe.kind == "train";
    const std::string resumed = isTraining ? textOf(*values, "resume") : std::string();
    const std::string folder = !isTraining       ? ""
                               : resumed.empty() ? "/project/runs/run-" + number(id)
                                                 : resumed;
    const std::string title =
        isTraining ? textOf(*values, "model") + "-" + textOf(*values, "data") : recipe.kind;
    m_jobs.push_back({id, recipe.kind, title, isFree ? JobState::Running : JobState::Waiting, folder});
    m_values[id] = *values;
    m_logs[id] = std::make_unique<MetricLog>(std::vector<std::string>{"loss_d", "loss_g", "d_accuracy_real"});
    m_events.push_back({.job = id, .state = m_jobs.back().state, .folder = folder});
    note("start " + number(id));
    return id;
}

void FakeStudio::pause(JobId job) {
    note("pause " + number(job));
    setState(job, JobState::Paused);
}

void FakeStudio::resume(JobId job) {
    note("resume " + number(job));
    setState(job, JobState::Running);
}

void FakeStudio::stepOnce(JobId job) {
    note("step " + number(job));
    const auto snapshot = latest(job);
    publish(job, snapshot ? snapshot->step + 1 : 1);
}

void FakeStudio::stop(JobId job) {
    note("stop " + number(job));
    if (stopsAtOnce) setState(job, JobState::Cancelled);
}

void FakeStudio::save(JobId job) {
    note("save " + number(job));
    const auto snapshot = latest(job);
    say({.job = job, .kind = EventKind::Saved, .step = snapshot ? snapshot->step : 0});
}

Result<void> FakeStudio::edit(JobId job, const ParamEdit& edit) {
    const std::lock_guard lock(m_mutex);
    ParamValues& values = m_values[job];
    const JobInfo* info = find(job);
    const ParamTable& table = m_catalog.kind(info ? info->kind : "train")->params;
    note("edit " + number(job) + " " + edit.id + "=" + printed(table, values, edit));
    Event event{.job = job, .kind = EventKind::Edited, .edit = edit, .oldValue = values[edit.id]};
    values[edit.id] = edit.value;
    if (const auto& snapshot = m_snapshots[job]) event.step = snapshot->step;
    m_events.push_back(event);
    return {};
}

void FakeStudio::reorder(JobId job, int place) {
    note("reorder " + number(job) + " " + std::to_string(place));
}

std::vector<JobInfo> FakeStudio::jobs() const {
    const std::lock_guard lock(m_mutex);
    return m_jobs;
}

std::shared_ptr<const Snapshot> FakeStudio::latest(JobId job) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_snapshots.find(job);
    return found == m_snapshots.end() ? nullptr : found->second;
}

std::vector<Event> FakeStudio::drainEvents() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_events, {});
}

void FakeStudio::ask(const LiveRequest& request) {
    const std::lock_guard lock(m_mutex);
    note("ask " + request.what);
    auto reply = std::make_shared<LiveAnswer>();
    reply->requester = request.requester;
    reply->serial = ++m_asked[request.requester];
    reply->picture = fakeLive(request);
    m_answers[request.requester] = reply;
}

std::shared_ptr<const LiveAnswer> FakeStudio::answer(RequesterId requester) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_answers.find(requester);
    return found == m_answers.end() ? nullptr : found->second;
}

void FakeStudio::publish(JobId job, int64_t step) {
    const std::lock_guard lock(m_mutex);
    const double x = static_cast<double>(step);
    m_logs[job]->append(step, x / 937, x / 6,
                        {1.4 - x / 10000, 1 + std::exp(-x / 500) + 0.1 * std::sin(x), 0.9});
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->version = ++m_serial;
    snapshot->step = step;
    snapshot->progress = {x, 16860, 5.6, (16860 - x) / 5.6, "steps", "epoch 9.74 of 20", "358 pictures/s"};
    snapshot->values = m_values[job];
    snapshot->metrics = m_logs[job]->table();
    snapshot->samples = std::make_shared<const SampleSheet>(fakeSheet(step));
    snapshot->samplesRaw = std::make_shared<const SampleSheet>(fakeSheet(step + 3000));
    m_snapshots[job] = snapshot;
}

void FakeStudio::addStylize() {
    m_catalog.kinds.push_back({"stylize", "Stylize", "Makes pictures with styles.", fakeStylizeTable()});
    m_catalog.kinds.push_back({"sweep", "Sweep", "A grid of pictures.", fakeSweepTable()});
}

void FakeStudio::addNetworkMethods() {
    const std::vector<Choice> methods = fakeNetworkMethods();
    for (KindInfo& kind : m_catalog.kinds)
        for (ParamSpec& row : kind.params) {
            if (kind.id == "stylize" && row.id == "method")
                for (const Choice& method : methods) row.choices.push_back(method);
            if (kind.id == "train" && row.id == "model")
                row.choices.push_back(
                    {.id = "fast-style", .label = "Fast style", .rows = methods.front().rows});
        }
    m_catalog.kinds.push_back({"zoom", "Zoom", "A movie.", fakeZoomTable()});
}

void FakeStudio::publishPicture(JobId job, int64_t step, const Image& picture) {
    publish(job, step);
    const std::lock_guard lock(m_mutex);
    Snapshot& snapshot = *m_snapshots[job];
    snapshot.progress = {static_cast<double>(step), 120, 20, 5, "steps", "level 2 of 3"};
    snapshot.samplesRaw = nullptr;
    snapshot.samples =
        std::make_shared<const SampleSheet>(SampleSheet{step, 1, 1, picture.width, picture.height, picture});
}

void FakeStudio::publishWithOldSamples(JobId job, int64_t step) {
    const auto before = latest(job);
    publish(job, step);
    const std::lock_guard lock(m_mutex);
    m_snapshots[job]->samples = before->samples;
    m_snapshots[job]->samplesRaw = before->samplesRaw;
}

void FakeStudio::publishMany(JobId job, int64_t rows) {
    for (int64_t step = 0; step < rows; step += 20) publish(job, step);
}

void FakeStudio::say(Event event) {
    const std::lock_guard lock(m_mutex);
    m_events.push_back(std::move(event));
}

void FakeStudio::setState(JobId job, JobState state) {
    const std::lock_guard lock(m_mutex);
    JobInfo* info = find(job);
    if (!info) return;
    info->state = state;
    m_events.push_back({.job = job, .state = state, .folder = info->folder});
}

void FakeStudio::fail(JobId job, Error error) {
    setState(job, JobState::Failed);
    say({.job = job, .kind = EventKind::Failed, .state = JobState::Failed, .error = std::move(error)});
}

std::vector<std::string> FakeStudio::calls() const {
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

}  // namespace limner::test
