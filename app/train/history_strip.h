// Below the canvas: the plot of every scalar and the time line, on one x scale, both tied to the step looked
// at.
#pragma once

#include <functional>

#include "app/surface.h"
#include "core/types/run_store.h"

namespace limner::widgets {
class LossPlot;
class TimeLine;
enum class PlotFormat;
}  // namespace limner::widgets

namespace limner::app {

class Notices;
class RunSession;

class HistoryStrip : public Surface {
    Q_OBJECT

public:
    HistoryStrip(RunSession& session, Notices& notices, QWidget* parent = nullptr);

    widgets::LossPlot* plot() const { return m_plot; }
    widgets::TimeLine* timeLine() const { return m_timeLine; }
    void setThumbnailsShown(bool areShown);
    void exportPlot(widgets::PlotFormat format);
    /// Puts a change into words for its flag: "Learning rate D 2.0e-4 → 4.0e-4".
    void setDescriber(std::function<QString(const RecordedEdit&)> describe) {
        m_describe = std::move(describe);
    }

Q_SIGNALS:
    void parameterClicked(const QString& id);

private:
    void tie();
    void showMetrics();
    void showEdits();
    void showMarks();
    void showPosition();
    void showThumbnails();

    RunSession& m_session;
    Notices& m_notices;
    widgets::LossPlot* m_plot = nullptr;
    widgets::TimeLine* m_timeLine = nullptr;
    std::function<QString(const RecordedEdit&)> m_describe;
};

}  // namespace limner::app
