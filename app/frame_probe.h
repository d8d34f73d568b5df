// Measures how long the main thread is away from its event loop: what a person feels as a stutter.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <vector>

namespace limner::app {

/// Asks for a turn every 4 ms and notes the time between two turns.
class FrameProbe : public QObject {
    Q_OBJECT

public:
    explicit FrameProbe(QObject* parent = nullptr);
    void start();
    void stop() { m_timer.stop(); }

    struct Gaps {
        size_t count = 0;
        double p50Ms = 0;
        double p99Ms = 0;
        double longestMs = 0;
    };
    Gaps gaps() const;

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gapsMs;
};

}  // namespace limner::app
