// `limner --measure SECONDS`: how soon the window is there, and how smooth it stays while a recipe trains.
#pragma once

#include <QObject>
#include <QSize>
#include <QStringList>

#include "core/types/job.h"
#include "frame_probe.h"

namespace limner::app {

class MainWindow;

/// What is measured is a window of this size, wherever it runs.
inline constexpr QSize kMeasuredSize{1440, 900};

/// Time since this process began, in milliseconds; as exact as the kernel's clock ticks (10 ms on Linux).
double millisecondsSinceStart();

/// Starts the recipe when the core is open, measures from its first snapshot on, prints one JSON object and
/// quits: 0 if the run trained all the time, else 1.
class Measure : public QObject {
    Q_OBJECT

public:
    /// @param pairs  ID=VALUE, in order: a model before its own parameters
    Measure(MainWindow& window, int seconds, QStringList pairs);

private:
    void begin();
    void finish();
    void refuse(const std::string& why);

    MainWindow& m_window;
    int m_seconds;
    QStringList m_pairs;
    FrameProbe m_probe;
    JobId m_job = JobId::None;
    double m_firstPaintMs = 0;
    double m_readyMs = 0;
    int64_t m_firstStep = -1;
};

}  // namespace limner::app
