#include "measure.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QFile>
#include <QTimer>
#include <ctime>

#include "main_window.h"
#include "measure_report.h"
#include "recipe_text.h"
#include "train/train_page.h"

namespace limner::app {

double millisecondsSinceStart() {
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    // Field 22, counted after the name in parentheses, which may hold spaces: proc(5).
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20) return 0;
    const double begunMs = 1000.0 * fields[19].toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return 1000.0 * static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e6 - begunMs;
}

Measure::Measure(MainWindow& window, int seconds, QStringList pairs)
    : QObject(&window), m_window(window), m_seconds(seconds), m_pairs(std::move(pairs)) {
    window.resize(kMeasuredSize);
    StudioBridge& bridge = window.bridge();
    connect(&window, &MainWindow::firstPainted, this, [this] { m_firstPaintMs = millisecondsSinceStart(); });
    connect(&bridge, &StudioBridge::opened, this, &Measure::begin);
    connect(&bridge, &StudioBridge::openFailed, this, [this](const Error& error) { refuse(error.text()); });
    connect(&bridge, &StudioBridge::snapshotChanged, this, [this] {
        if (m_firstStep >= 0) return;
        m_firstStep = m_window.bridge().latest(m_job)->step;
        m_probe.start();
        QTimer::singleShot(m_seconds * 1000, this, &Measure::finish);
    });
}

void Measure::begin() {
    m_readyMs = millisecondsSinceStart();
    m_window.showPage(QStringLiteral("go.train"));
    const Result<ParamValues> values = valuesOfPairs(m_window.bridge().trainTable(), m_pairs);
    if (!values) {
        refuse(values.error().text());
        return;
    }
    const Result<JobId> job = m_window.bridge().start({.kind = "train", .values = *values});
    if (!job) {
        refuse(job.error().text());
        return;
    }
    m_job = *job;
    m_window.trainPage()->showJob(m_job);
}

void Measure::finish() {
    m_probe.stop();
    const FrameProbe::Gaps gaps = m_probe.gaps();
    const auto snapshot = m_window.bridge().latest(m_job);
    const auto info = m_window.bridge().job(m_job);
    const bool isTraining = info && info->state == JobState::Running;
    printReport({{QStringLiteral("first_paint_ms"), m_firstPaintMs},
                 {QStringLiteral("ready_ms"), m_readyMs},
                 {QStringLiteral("seconds"), m_seconds},
                 {QStringLiteral("steps"), static_cast<qint64>(snapshot->step - m_firstStep)},
                 {QStringLiteral("turns"), static_cast<qint64>(gaps.count)},
                 {QStringLiteral("gap_p50_ms"), gaps.p50Ms},
                 {QStringLiteral("gap_p99_ms"), gaps.p99Ms},
                 {QStringLiteral("gap_longest_ms"), gaps.longestMs},
                 {QStringLiteral("trained_throughout"), isTraining}});
    m_window.bridge().studio()->stop(m_job);
    QCoreApplication::exit(isTraining ? 0 : 1);
}

void Measure::refuse(const std::string& why) {
    printReport({{QStringLiteral("error"), QString::fromStdString(why)}});
    QCoreApplication::exit(1);
}

}  // namespace limner::app
