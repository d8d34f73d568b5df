// The drawing area of the loss plot: takes rows up as they come, draws what the screen can show, zooms and
// pans.
#pragma once

#include <QPointer>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/types/metric_table.h"
#include "loss_plot.h"
#include "plot_library.h"
#include "scalar_series.h"
#include "scalar_style.h"

namespace limner::widgets {

struct Extent;
class PlotMarks;

/// One column of the table and how it is drawn.
struct PlotScalar {
    QString id;
    ScalarStyle style;
    ScalarSeries series;
    QCPGraph* ghost = nullptr;  ///< raw values, faint
    QCPGraph* line = nullptr;   ///< smoothed values
    bool isShown = true;
};

/// Wheel zooms to the pointer, drag pans, Shift+drag draws a rectangle to zoom to, double click fits.
/// Keys: Left and Right move the cursor row by row, + and - zoom, Home fits, End follows the newest step.
class PlotCanvas : public QCustomPlot {
    Q_OBJECT

public:
    explicit PlotCanvas(QWidget* parent = nullptr);

    /// @return true if the scalars are others than before, so that a legend must be made again
    bool setTable(const std::shared_ptr<const MetricTable>& table);
    void setEdits(std::vector<PlotEdit> edits);

    const std::vector<PlotScalar>& scalars() const { return m_scalars; }
    void setShown(const QString& id, bool isShown);
    double smoothing() const { return m_smoothing; }
    void setSmoothing(double weight);
    bool isLogarithmic() const { return m_isLogarithmic; }
    void setLogarithmic(bool isLogarithmic);
    bool followsLive() const { return m_followsLive; }
    size_t rowCount() const { return m_steps.size(); }
    /// The row nearest to a step; nothing without rows.
    std::optional<double> nearestStep(double step) const;

    void setRange(double low, double high);
    void setCursorStep(double step);  ///< negative: none
    void fit();
    void followLive();
    const PlotMarks& marks() const { return *m_marks; }

    /// x of the range's ends in this widget's coordinates.
    std::pair<int, int> axisEnds() const;
    /// Draws now what setTable, setRange, … left to the event loop, for an export or a test.
    void flush();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeChanged(double low, double high);
    void axisEndsChanged(int left, int right);
    void cursorMoved(qint64 step);
    void editClicked(const QString& paramId, qint64 step);

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { None, Pan, Zoom };

    void setupLayers();
    void applyLook();
    void applyGraphLook(PlotScalar& scalar, bool isBand) const;
    bool continues(const MetricTable& table) const;
    void reset(const std::vector<std::string>& names);
    void takeRows(const MetricTable& table);

    /// Marks the lines as out of date and asks for one painting.
    void schedule();
    void refresh();
    void prepare(PlotScalar& scalar, ScalarSeries::View view, Extent& lines, Extent& ghosts);
    void refreshMarks();
    void updateMargins();
    /// Of the axes, known before the layout of a new size is.
    QSize areaSize() const;
    QCPRange wholeRange() const;
    void changeRange(QCPRange range);
    void moveCursor(double step);
    void zoomX(double factor, double about);
    void zoomToRubberBand(const QRect& band);
    void stepCursor(int rows);
    void showFlagTip(const QPoint& place, const QPoint& globalPlace);

    std::vector<PlotScalar> m_scalars;
    std::vector<double> m_steps;
    std::vector<PlotEdit> m_edits;
    std::vector<SeriesPoint> m_points;  ///< scratch
    QCPLayer* m_ghostLayer = nullptr;
    QCPLayer* m_marksLayer = nullptr;
    PlotMarks* m_marks = nullptr;
    QPointer<QRubberBand> m_band;
    double m_smoothing = 0.9;
    bool m_isLogarithmic = false;
    bool m_followsLive = true;
    bool m_isWhole = true;  ///< shows the run from its first step
    bool m_yIsManual = false;
    bool m_isStale = true;
    std::pair<int, int> m_lastEnds{-1, -1};
    Drag m_drag = Drag::None;
    bool m_hasMoved = false;
    QPoint m_dragFrom;
    QCPRange m_dragRange;
};

}  // namespace limner::widgets
