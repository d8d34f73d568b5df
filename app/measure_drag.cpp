#include "measure_drag.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <algorithm>

#include "explore/explore_models.h"
#include "explore/explore_page.h"
#include "explore/explore_session.h"
#include "explore/place_values.h"
#include "main_window.h"
#include "measure.h"
#include "measure_report.h"
#include "recipe_text.h"
#include "widgets/picture_canvas.h"

namespace limner::app {
namespace {

constexpr int kRestMs = 16;        ///< between two moves, as a hand rests between two frames
constexpr double kFarthest = 3.0;  ///< standard deviations along the first direction

double residentMegabytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

}  // namespace

MeasureDrag::MeasureDrag(MainWindow& window, int seconds, QStringList pairs)
    : QObject(&window), m_window(window), m_seconds(seconds), m_pairs(std::move(pairs)) {
    window.resize(kMeasuredSize);
    ExploreSession& session = window.explorePage()->session();
    auto* canvas = window.findChild<widgets::PictureCanvas*>(QStringLiteral("explore.canvas"));
    canvas->installEventFilter(this);
    connect(&window.bridge(), &StudioBridge::opened, this,
            [this] { m_window.showPage(QStringLiteral("go.explore")); });
    connect(&session, &ExploreSession::factsChanged, this, [this] {
        if (m_part == Part::Waiting) QTimer::singleShot(2000, this, [this] { begin(Part::Drag); });
    });
    connect(&session, &ExploreSession::pictureChanged, this, [this] { m_hasPicture = m_isMoving; });
    connect(&session, &ExploreSession::failed, this, [this](const Error& error) {
        m_report[QStringLiteral("error")] = QString::fromStdString(error.text());
        finish(1);
    });
    connect(&window.bridge(), &StudioBridge::snapshotChanged, this, [this] {
        if (m_part == Part::Waiting && m_job != JobId::None) begin(Part::Train);
    });
}

void MeasureDrag::begin(Part part) {
    m_part = part;
    m_latencies.clear();
    m_partTime.start();
    if (const auto snapshot = m_window.bridge().latest(m_job)) m_firstStep = snapshot->step;
    if (part == Part::Drag) m_report[QStringLiteral("resident_mb_before")] = residentMegabytes();
    QTimer::singleShot(m_seconds * 1000, this, &MeasureDrag::end);
    if (part != Part::Train) moveOn();
}

/// Somewhere near, as a hand would: at random, but never far from where it was.
void MeasureDrag::moveOn() {
    if (m_part != Part::Drag && m_part != Part::Both) return;
    std::uniform_real_distribution<double> step(-0.4, 0.4);
    m_distance = std::clamp(m_distance + step(m_random), -kFarthest, kFarthest);
    ExploreSession& session = m_window.explorePage()->session();
    m_isMoving = true;
    m_hasPicture = false;
    m_sinceMove.start();
    session.drag(withOffset(session.place(), "directions", 1, m_distance));
}

bool MeasureDrag::eventFilter(QObject* watched, QEvent* event) {
    // The paint event itself comes after this filter; what is posted now runs once it is through.
    if (event->type() == QEvent::Paint && m_isMoving && m_hasPicture)
        QMetaObject::invokeMethod(this, &MeasureDrag::painted, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void MeasureDrag::painted() {
    if (!m_isMoving || !m_hasPicture) return;
    m_isMoving = false;
    m_latencies.push_back(static_cast<double>(m_sinceMove.nsecsElapsed()) / 1e6);
    QTimer::singleShot(kRestMs, Qt::PreciseTimer, this, &MeasureDrag::moveOn);
}

double MeasureDrag::stepsPerSecond() const {
    const auto snapshot = m_window.bridge().latest(m_job);
    return snapshot ? static_cast<double>(snapshot->step - m_firstStep) * 1000 /
                          static_cast<double>(m_partTime.elapsed())
                    : 0;
}

void MeasureDrag::end() {
    const Part part = m_part;
    m_part = Part::Waiting;
    m_isMoving = false;
    QJsonObject facts = latencyFacts(QStringLiteral("moves"), m_latencies);
    if (part == Part::Drag) {
        m_report[QStringLiteral("idle")] = facts;
        m_report[QStringLiteral("resident_mb_after")] = residentMegabytes();
        if (m_pairs.isEmpty()) return finish(m_latencies.empty() ? 1 : 0);
        startTraining();
    } else if (part == Part::Train) {
        m_aloneRate = stepsPerSecond();
        begin(Part::Both);
    } else {
        facts[QStringLiteral("steps_per_second")] = stepsPerSecond();
        facts[QStringLiteral("steps_per_second_alone")] = m_aloneRate;
        facts[QStringLiteral("training_lost_share")] = 1 - stepsPerSecond() / m_aloneRate;
        m_report[QStringLiteral("training")] = facts;
        const auto info = m_window.bridge().job(m_job);
        finish(info && info->state == JobState::Running && !m_latencies.empty() ? 0 : 1);
    }
}

void MeasureDrag::startTraining() {
    const Result<ParamValues> values = valuesOfPairs(m_window.bridge().trainTable(), m_pairs);
    const Result<JobId> job = values ? m_window.bridge().start({.kind = "train", .values = *values})
                                     : Result<JobId>(values.error());
    if (job) {
        m_job = *job;
        return;
    }
    m_report[QStringLiteral("error")] = QString::fromStdString(job.error().text());
    finish(1);
}

void MeasureDrag::finish(int code) {
    printReport(m_report);
    if (m_job != JobId::None) m_window.bridge().studio()->stop(m_job);
    QCoreApplication::exit(code);
}

}  // namespace limner::app
