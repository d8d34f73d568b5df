#include "stylize_session.h"

#include <QFileInfo>
#include <QUndoStack>
#include <algorithm>
#include <chrono>

#include "app/core_text.h"
#include "app/explore/undo_step.h"
#include "app/studio_bridge.h"
#include "app/train/train_texts.h"
#include "app/value_edit.h"
#include "core/types/param_text.h"
#include "widgets/image_convert.h"

namespace limner::app {
namespace {

using namespace std::chrono_literals;
constexpr auto kStylizeSaveDelay = 1500ms;
constexpr int kThumbEdge = 400;
constexpr int kMostThumbnails = 60;

}  // namespace

StylizeSession::StylizeSession(StudioBridge& bridge, QUndoStack& undo, const QString& projectFolder,
                               QObject* parent)
    : QObject(parent),
      m_bridge(bridge),
      m_undo(undo),
      m_projectFolder(projectFolder),
      m_store(projectFolder) {
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(kStylizeSaveDelay);
    connect(&m_saveSoon, &QTimer::timeout, this, &StylizeSession::save);
    connect(&bridge, &StudioBridge::snapshotChanged, this, &StylizeSession::takeSnapshot);
    connect(&bridge, &StudioBridge::eventArrived, this, &StylizeSession::takeEvent);
    connect(&bridge, &StudioBridge::jobsChanged, this, &StylizeSession::resultsChanged);  // some wait no more
    connect(&m_loader, &PictureLoader::loaded, this, [this](qint64 request, const QImage& picture) {
        const auto asked = m_reading.extract(request);
        StylizeResult* result = asked.empty() ? nullptr : find(asked.mapped());
        if (result == nullptr) return;
        const bool isWorse = result->id == m_shown && picture.width() < result->picture.width();
        if (isWorse) return;  // a small copy that came after the whole picture
        result->picture = picture;
        Q_EMIT pictureChanged(result->id);
        if (result->id == m_shown) Q_EMIT shownChanged();
    });
    connect(&m_loader, &PictureLoader::failed, this, [this](qint64 request, const Error& error) {
        const auto asked = m_reading.extract(request);
        if (!asked.empty() && asked.mapped() == m_shown) Q_EMIT failed(error);
    });
}

StylizeSession::~StylizeSession() {
    save();
}

void StylizeSession::open() {
    const KindInfo* kind = m_bridge.catalog().kind("stylize");
    if (kind == nullptr || isOpen()) return;
    m_table = kind->params;
    if (auto record = m_store.read(m_bridge.catalog())) m_record = std::move(*record);
    for (const StylizeResult& result : m_record.results) m_lastId = std::max(m_lastId, result.id);
    if (!m_record.results.empty()) turnTo(m_record.results.front().id);
    readThumbnails();
    Q_EMIT opened();
    Q_EMIT valuesChanged();
    Q_EMIT resultsChanged();
    Q_EMIT shownChanged();
}

void StylizeSession::readThumbnails() {
    int count = 0;
    for (const StylizeResult& result : m_record.results)
        if (result.id != m_shown && ++count <= kMostThumbnails) wantPicture(result.id, kThumbEdge);
}

void StylizeSession::wantPicture(qint64 id, int edge) {
    const StylizeResult* wanted = result(id);
    if (wanted != nullptr && !wanted->file.isEmpty()) m_reading[m_loader.load(wanted->file, edge)] = id;
}

ParamValue StylizeSession::value(const std::string& id) const {
    return effectiveValue(m_table, m_record.values, id);
}

// Settings

void StylizeSession::put(const ParamValues& values) {
    m_record.values = values;
    changed();
    Q_EMIT valuesChanged();
}

void StylizeSession::change(const ParamValues& values, const QString& what) {
    if (values == m_record.values) return;
    m_undo.push(new UndoStep(
        what, this, [this, before = m_record.values] { put(before); }, [this, values] { put(values); }));
}

void StylizeSession::set(const std::string& id, const ParamValue& value) {
    const ParamSpec* row = findRow(m_table, m_record.values, id);
    if (row == nullptr) return;
    const QString label = coreText(row->label);
    pushValueEdit(m_undo, {fromUtf8(id), label, this->value(id), value},
                  [self = QPointer<StylizeSession>(this), id](const ParamValue& now) {
                      if (self) self->edit(id, now);
                  });
}

/// Without values that a row does not have any more: another feature network has other layers.
ParamValues StylizeSession::possible(ParamValues values) const {
    for (const ParamSpec* row : activeRows(m_table, values)) {
        const auto given = values.find(row->id);
        if (given == values.end() || checkValue(*row, given->second)) continue;
        values.erase(given);
        return possible(std::move(values));  // what it brought may have gone with it
    }
    return values;
}

/// A value at its standard is left out. The job that is shown takes what it may take while it runs.
void StylizeSession::edit(const std::string& id, const ParamValue& value) {
    ParamValues values = m_record.values;
    values[id] = value;
    const ParamSpec* row = findRow(m_table, values, id);
    if (row != nullptr && value == standardValue(m_table, values, id)) values.erase(id);
    const StylizeResult* growing = shown();
    if (row != nullptr && row->editableWhileRunning && growing != nullptr && !growing->isOver)
        if (const auto taken = m_bridge.studio()->edit(growing->job, {id, value}); !taken)
            Q_EMIT failed(taken.error());
    put(possible(std::move(values)));
}

void StylizeSession::setContent(const QString& file) {
    ParamValues values = m_record.values;
    values.erase("region");  // it was painted over another picture
    values["content"] = toUtf8(file);
    if (file.isEmpty()) values.erase("content");
    change(values, tr("Content"));
}

void StylizeSession::setStyle(int index, const QString& file) {
    auto all = styles();
    const auto place = static_cast<size_t>(index);
    if (place < all.size())
        all[place].file = file;
    else if (all.size() < static_cast<size_t>(kMostStyles))
        all.push_back({file, 1});
    change(withStyles(m_record.values, all), tr("Style"));
}

void StylizeSession::removeStyle(int index) {
    auto all = styles();
    if (static_cast<size_t>(index) >= all.size()) return;
    all.erase(all.begin() + index);
    change(withStyles(m_record.values, all), tr("Remove a style"));
}

void StylizeSession::setWeight(int index, double weight) {
    set(index == 0 ? "weight" : "weight_" + std::to_string(index + 1), weight);
}

void StylizeSession::takeRecipe(const ParamValues& values) {
    change(settingsOf(withStyles(values, stylesOf(values))), tr("Settings of a picture"));
}

// Jobs

Result<JobId> StylizeSession::start() {
    return startWith(settingsOf(activeValues(m_table, m_record.values)));
}

Result<JobId> StylizeSession::goOn(qint64 id) {
    ParamValues values = settingsOf(activeValues(m_table, m_record.values));
    if (const StylizeResult* from = result(id)) values["resume_from"] = toUtf8(from->file);
    return startWith(values);
}

Result<JobId> StylizeSession::startWith(const ParamValues& values) {
    const Result<JobId> job = m_bridge.start({.kind = "stylize", .values = values});
    if (!job) return job;
    const ParamValues before = m_record.results.empty() ? ParamValues{} : m_record.results.front().values;
    StylizeResult result{.id = ++m_lastId,
                         .caption = changeText(m_table, before, values),
                         .values = values,
                         .job = *job,
                         .isOver = false};
    const bool staysThere = isBusy();
    m_record.results.insert(m_record.results.begin(), std::move(result));
    if (!staysThere) turnTo(m_lastId);
    changed();
    Q_EMIT resultsChanged();
    Q_EMIT shownChanged();
    return job;
}

void StylizeSession::keepBest() {
    if (isBusy()) m_bridge.studio()->stop(shown()->job);
}

bool StylizeSession::isBusy() const {
    const StylizeResult* now = shown();
    return now != nullptr && !now->isOver;
}

bool StylizeSession::isWaiting(const StylizeResult& result) const {
    const auto job = result.isOver ? std::nullopt : m_bridge.job(result.job);
    return job && job->state == JobState::Waiting;
}

int StylizeSession::waiting() const {
    return static_cast<int>(std::ranges::count_if(
        m_record.results, [this](const StylizeResult& result) { return isWaiting(result); }));
}

void StylizeSession::takeSnapshot(JobId job) {
    StylizeResult* result = resultOf(job);
    const auto snapshot = result ? m_bridge.latest(job) : nullptr;
    if (!snapshot) return;
    const bool isFirst = !result->progress;
    result->progress = snapshot->progress;
    result->metrics = snapshot->metrics;
    if (snapshot->samples && snapshot->samples->count > 0) {
        result->picture = widgets::toQImage(snapshot->samples);
        Q_EMIT pictureChanged(result->id);
    }
    if (isFirst) Q_EMIT resultsChanged();  // it waits no more
    if (result->id == m_shown) Q_EMIT shownChanged();
}

void StylizeSession::takeEvent(const Event& event) {
    StylizeResult* result = resultOf(event.job);
    if (result == nullptr) return;
    if (event.kind == EventKind::Saved && !event.folder.empty()) {
        result->file = fromUtf8(event.folder);
        wantPicture(result->id, 0);  // as it was written, with what only the end does to it
        changed();
    } else if (limner::isOver(event.state) && !result->isOver) {
        end(*result);
    } else {
        return;
    }
    Q_EMIT resultsChanged();
    Q_EMIT shownChanged();
}

/// What is over without a file and without a picture leaves the history: it never began, or it failed.
void StylizeSession::end(StylizeResult& result) {
    result.isOver = true;
    if (result.file.isEmpty() && result.picture.isNull()) {
        const qint64 gone = result.id;
        std::erase_if(m_record.results, [gone](const StylizeResult& each) { return each.id == gone; });
        if (shown() == nullptr) m_shown = m_record.results.empty() ? 0 : m_record.results.front().id;
    }
    follow();
}

/// Where the person watched one that is done, the next one of the queue is watched.
void StylizeSession::follow() {
    if (isBusy()) return;
    for (auto result = m_record.results.rbegin(); result != m_record.results.rend(); ++result)
        if (!result->isOver) return turnTo(result->id);
}

// Results

StylizeResult* StylizeSession::find(qint64 id) {
    const auto found = std::ranges::find(m_record.results, id, &StylizeResult::id);
    return found == m_record.results.end() ? nullptr : &*found;
}

const StylizeResult* StylizeSession::result(qint64 id) const {
    return const_cast<StylizeSession*>(this)->find(id);
}

StylizeResult* StylizeSession::resultOf(JobId job) {
    if (job == JobId::None) return nullptr;
    const auto found = std::ranges::find(m_record.results, job, &StylizeResult::job);
    return found == m_record.results.end() ? nullptr : &*found;
}

/// Only the picture that is shown is kept whole.
void StylizeSession::turnTo(qint64 id) {
    StylizeResult* last = find(m_shown);
    if (last != nullptr && id != m_shown && last->isOver && !last->file.isEmpty() && !last->picture.isNull())
        last->picture =
            last->picture.scaled(kThumbEdge, kThumbEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    m_shown = id;
    const StylizeResult* now = shown();
    const bool isSmall =
        now != nullptr && std::max(now->picture.width(), now->picture.height()) <= kThumbEdge;
    if (now != nullptr && now->isOver && isSmall) wantPicture(id, 0);
}

void StylizeSession::show(qint64 id) {
    const StylizeResult* next = result(id);
    if (next == nullptr) return;
    const auto go = [this](qint64 there, const ParamValues& values) {
        turnTo(there);
        put(values);
        Q_EMIT shownChanged();
    };
    const ParamValues after = settingsOf(next->values);
    if (id == m_shown && after == m_record.values) return;
    m_undo.push(new UndoStep(
        tr("Show “%1”").arg(next->caption), this,
        [go, there = m_shown, values = m_record.values] { go(there, values); },
        [go, id, after] { go(id, after); }));
}

void StylizeSession::remove(qint64 id) {
    const StylizeResult* gone = result(id);
    if (gone == nullptr || !gone->isOver) return;
    const auto told = [this] {
        changed();
        Q_EMIT resultsChanged();
        Q_EMIT shownChanged();
    };
    const auto place = gone - m_record.results.data();
    const auto putBack = [this, told, place, kept = *gone] {
        auto& all = m_record.results;
        all.insert(all.begin() + std::min<std::ptrdiff_t>(place, std::ssize(all)), kept);
        turnTo(kept.id);
        told();
    };
    const auto takeOut = [this, told, id] {
        std::erase_if(m_record.results, [id](const StylizeResult& result) { return result.id == id; });
        if (shown() == nullptr) turnTo(m_record.results.empty() ? 0 : m_record.results.front().id);
        told();
    };
    m_undo.push(new UndoStep(tr("Remove “%1”").arg(gone->caption), this, putBack, takeOut));
}

void StylizeSession::changed() {
    m_isDirty = true;
    m_saveSoon.start();
}

void StylizeSession::save() {
    m_saveSoon.stop();
    if (!m_isDirty || !isOpen()) return;
    m_isDirty = !m_store.write(m_record);
    if (m_isDirty && !std::exchange(m_hasWarned, true)) Q_EMIT notSaved(m_store.file());
}

}  // namespace limner::app
