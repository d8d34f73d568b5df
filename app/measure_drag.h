// `limner --measure-drag SECONDS`: how soon the picture of Explore follows a slider, idle and while a recipe
// trains, and what the training loses by it.
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <random>
#include <vector>

#include "core/types/job.h"

namespace limner::app {

class MainWindow;

/// Three parts of SECONDS each: dragging alone, training alone, both. Prints one JSON object and quits: 0 if
/// every move was answered and the training went on throughout, else 1. Without a recipe only the first part.
class MeasureDrag : public QObject {
    Q_OBJECT

public:
    /// @param pairs  ID=VALUE of the training, in order: a model before its own parameters
    MeasureDrag(MainWindow& window, int seconds, QStringList pairs);

protected:
    /// Sees when the canvas has been painted.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Part { Waiting, Drag, Train, Both };
    void begin(Part part);
    void end();
    void startTraining();
    void moveOn();
    void painted();
    double stepsPerSecond() const;
    void finish(int code);

    MainWindow& m_window;
    int m_seconds;
    QStringList m_pairs;
    Part m_part = Part::Waiting;
    JobId m_job = JobId::None;
    int64_t m_firstStep = 0;
    QElapsedTimer m_partTime;
    QElapsedTimer m_sinceMove;
    bool m_isMoving = false;    ///< a move has not been painted yet
    bool m_hasPicture = false;  ///< its picture has arrived
    double m_distance = 0;
    std::mt19937 m_random{1};
    std::vector<double> m_latencies;  ///< ms
    double m_aloneRate = 0;
    QJsonObject m_report;
};

}  // namespace limner::app
