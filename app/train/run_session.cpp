#include "run_session.h"

#include <algorithm>
#include <utility>

#include "app/core_text.h"
#include "app/studio_bridge.h"
#include "train_texts.h"

namespace limner::app {
namespace {

constexpr size_t kKnownSheets = 48;
constexpr size_t kThumbnails = 24;

void insertSorted(std::vector<int64_t>& steps, int64_t step) {
    const auto place = std::lower_bound(steps.begin(), steps.end(), step);
    if (place == steps.end() || *place != step) steps.insert(place, step);
}

}  // namespace

RunSession::RunSession(StudioBridge& bridge, RunReader& reader, QObject* parent)
    : QObject(parent), m_bridge(bridge), m_reader(reader) {
    connect(&bridge, &StudioBridge::snapshotChanged, this, &RunSession::takeSnapshot);
    connect(&bridge, &StudioBridge::eventArrived, this, &RunSession::takeEvent);
    connect(&bridge, &StudioBridge::jobsChanged, this, &RunSession::jobsChanged);
    connect(&reader, &RunReader::opened, this, &RunSession::takeContents);
    connect(&reader, &RunReader::openingFailed, this, [this](const std::string& failed, const Error& error) {
        // A run that has just begun may not be on the disk yet; its first event asks again.
        if (failed == m_folder && m_job == JobId::None) Q_EMIT openingFailed(error);
    });
    connect(&reader, &RunReader::samplesRead, this, &RunSession::takeSheet);
    connect(&reader, &RunReader::textRead, this, &RunSession::takeText);
    connect(&reader, &RunReader::thumbnailRead, this, &RunSession::takeSheet);
    connect(&reader, &RunReader::renamed, this, [this](const std::string& folder) {
        if (folder == m_folder) m_reader.open(folder);
    });
}

void RunSession::reset() {
    m_job = JobId::None;
    m_folder.clear();
    m_info = {};
    m_values.clear();
    m_liveStep = 0;
    m_metrics = nullptr;
    m_edits.clear();
    m_live = m_liveRaw = m_shown = nullptr;
    m_writing = m_liveWriting = nullptr;
    m_writingStep.reset();
    m_known.clear();
    m_stride = 1;
    m_position.reset();
    m_sheetWanted.reset();
    m_wasTraining = false;
}

void RunSession::close() {
    reset();
    Q_EMIT runChanged();
    Q_EMIT valuesChanged();
    Q_EMIT metricsChanged();
    Q_EMIT marksChanged();
    Q_EMIT editsChanged();
    Q_EMIT positionChanged();
    Q_EMIT sheetChanged();
    Q_EMIT writingChanged();
    Q_EMIT sheetsChanged();
}

void RunSession::followJob(JobId job, const ParamValues& given) {
    if (job == m_job) return;
    close();
    m_job = job;
    m_values = given;
    jobsChanged();
    takeSnapshot(job);
    Q_EMIT runChanged();
}

void RunSession::openFolder(const std::string& folder) {
    for (const JobInfo& job : m_bridge.jobs())
        if (job.folder == folder && !isOver(job.state)) {
            followJob(job.id);
            return;
        }
    close();
    m_folder = folder;
    m_reader.open(folder);
}

std::optional<JobInfo> RunSession::jobInfo() const {
    return m_bridge.job(m_job);
}

bool RunSession::isTraining() const {
    const auto info = jobInfo();
    return info && !isOver(info->state);
}

QString RunSession::title() const {
    const auto info = jobInfo();
    if (m_info.folder.empty()) return info ? fromUtf8(info->title) : QString();
    return runName(m_info);
}

void RunSession::jobsChanged() {
    const auto info = jobInfo();
    if (!info) return;
    if (m_folder.empty() && !info->folder.empty()) {
        m_folder = info->folder;
        m_reader.open(m_folder);  // a resumed run has marks and edits from before
    }
    // Only the disk knows what the end of a run found out: its best checkpoint, its state.
    if (std::exchange(m_wasTraining, isTraining()) && !isTraining()) m_reader.open(m_folder);
    Q_EMIT runChanged();
}

void RunSession::takeSnapshot(JobId job) {
    if (job != m_job) return;
    const auto snapshot = m_bridge.latest(job);
    if (!snapshot) return;
    m_liveStep = snapshot->step;
    if (snapshot->values != m_values) {
        m_values = snapshot->values;
        Q_EMIT valuesChanged();
    }
    if (snapshot->metrics) m_metrics = snapshot->metrics;
    Q_EMIT metricsChanged();
    if (snapshot->writing != m_liveWriting) {
        m_liveWriting = snapshot->writing;
        if (!m_position) showLiveWriting();
    }
    const bool isNew = snapshot->samples != m_live || snapshot->samplesRaw != m_liveRaw;
    m_live = snapshot->samples;
    m_liveRaw = snapshot->samplesRaw;
    if (isNew && !m_position) showNewest();
}

void RunSession::takeEvent(const Event& event) {
    if (event.job != m_job || m_job == JobId::None) return;
    if (m_info.folder.empty() && !m_folder.empty()) m_reader.open(m_folder);
    if (event.kind == EventKind::Saved) {
        insertSorted(m_info.checkpoints, event.step);
        Q_EMIT marksChanged();
    } else if (event.kind == EventKind::Sampled) {
        insertSorted(m_info.samples, event.step);
        takeSampled(event.step);
        Q_EMIT marksChanged();
    } else if (event.kind == EventKind::Edited) {
        m_edits.push_back({event.step, event.edit.id, event.oldValue, event.edit.value});
        m_values[event.edit.id] = event.edit.value;
        Q_EMIT valuesChanged();
        Q_EMIT editsChanged();
    }
}

/// The sheet of an event is in the snapshot that comes with it or, where training was faster, on the disk
/// only.
void RunSession::takeSampled(int64_t step) {
    const auto snapshot = m_bridge.latest(m_job);
    if (snapshot && snapshot->samples && snapshot->samples->step == step)
        takeSheet(m_folder, snapshot->samples);
    else if (isThumbnail(step))
        m_reader.readThumbnails(m_folder, {step});
}

void RunSession::takeContents(const RunContents& contents) {
    if (contents.info.folder != m_folder) return;
    RunInfo before = std::exchange(m_info, contents.info);
    if (isTraining()) {  // it may have gone on since it was read
        for (const int64_t step : before.samples) insertSorted(m_info.samples, step);
        for (const int64_t step : before.checkpoints) insertSorted(m_info.checkpoints, step);
    }
    if (contents.edits.size() > m_edits.size()) m_edits = contents.edits;
    if (m_job == JobId::None) {
        m_values = contents.info.recipe.values;
        m_metrics = contents.metrics;
        m_liveStep = contents.info.step;
        if (!m_info.samples.empty()) m_reader.readSamples(m_folder, m_info.samples.back());
        Q_EMIT valuesChanged();
    } else if (!m_metrics) {
        m_metrics = contents.metrics;
    }
    Q_EMIT metricsChanged();
    Q_EMIT runChanged();
    Q_EMIT editsChanged();
    Q_EMIT marksChanged();
    wantSheets(kThumbnails);
}

void RunSession::takeSheet(const std::string& folder, const Sheet& sheet) {
    if (folder != m_folder) return;
    keepSheet(sheet);
    if (m_sheetWanted == sheet->step) show(sheet);
    const bool isNewestOfDisk = m_job == JobId::None && !m_position && !m_info.samples.empty();
    if (isNewestOfDisk && sheet->step == m_info.samples.back()) {
        m_live = sheet;
        showNewest();
    }
    Q_EMIT sheetsChanged();
}

void RunSession::takeText(const std::string& folder, qint64 step, const QString& text) {
    const bool isNewestOfDisk =
        m_job == JobId::None && !m_position && !m_info.samples.empty() && step == m_info.samples.back();
    if (folder != m_folder || (m_sheetWanted != step && !isNewestOfDisk)) return;
    auto writing = std::make_shared<Writing>();
    writing->tokens.push_back({.text = toUtf8(text)});
    m_writing = std::move(writing);
    m_writingStep = step;
    Q_EMIT writingChanged();
}

void RunSession::showLiveWriting() {
    m_writing = m_liveWriting;
    m_writingStep.reset();
    Q_EMIT writingChanged();
}

void RunSession::keepSheet(const Sheet& sheet) {
    if (!isThumbnail(sheet->step)) return;
    m_known[sheet->step] = sheet;
    if (m_known.size() <= kKnownSheets) return;
    m_stride *= 2;
    std::erase_if(m_known, [&](const auto& entry) { return !isThumbnail(entry.first); });
}

bool RunSession::isThumbnail(int64_t step) const {
    const auto& steps = m_info.samples;
    const auto place = std::lower_bound(steps.begin(), steps.end(), step) - steps.begin();
    return static_cast<size_t>(place) % m_stride == 0;
}

std::optional<int64_t> RunSession::nearestSample(int64_t step) const {
    const auto& steps = m_info.samples;
    if (steps.empty()) return std::nullopt;
    const auto after = std::lower_bound(steps.begin(), steps.end(), step);
    if (after == steps.begin()) return steps.front();
    if (after == steps.end()) return steps.back();
    return *after - step < step - *(after - 1) ? *after : *(after - 1);
}

void RunSession::scrubTo(int64_t step) {
    if (m_position == step) return;
    m_position = step;
    m_sheetWanted = nearestSample(step);
    const auto known = m_sheetWanted ? m_known.find(*m_sheetWanted) : m_known.end();
    if (known != m_known.end())
        show(known->second);
    else if (m_sheetWanted)
        m_reader.readSamples(m_folder, *m_sheetWanted);
    Q_EMIT positionChanged();
}

void RunSession::goLive() {
    if (!m_position) return;
    m_position.reset();
    m_sheetWanted.reset();
    showNewest();
    if (m_liveWriting)
        showLiveWriting();
    else if (m_writing && !m_info.samples.empty())
        m_reader.readSamples(m_folder, m_info.samples.back());
    Q_EMIT positionChanged();
}

void RunSession::setShowsAverage(bool showsAverage) {
    m_showsAverage = showsAverage;
    if (!m_position) showNewest();
}

void RunSession::showNewest() {
    show(!m_showsAverage && m_liveRaw ? m_liveRaw : m_live);
}

void RunSession::show(const Sheet& sheet) {
    m_shown = sheet;
    Q_EMIT sheetChanged();
}

void RunSession::wantSheets(size_t count) {
    const auto& steps = m_info.samples;
    if (steps.empty() || m_folder.empty() || count == 0) return;
    const size_t spacing = std::max<size_t>(1, (steps.size() + count - 1) / count);
    while (m_stride < spacing) m_stride *= 2;
    std::vector<int64_t> wanted;
    for (size_t place = 0; place < steps.size(); place += m_stride)
        if (!m_known.contains(steps[place])) wanted.push_back(steps[place]);
    m_reader.readThumbnails(m_folder, wanted);
}

}  // namespace limner::app
