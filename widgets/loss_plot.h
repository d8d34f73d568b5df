// Every scalar of a run as a line, growing while it trains: smoothing, log scale, zoom, cursor, flags,
// export.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "core/types/metric_table.h"
#include "core/types/result.h"

class QLabel;
class QMenu;

namespace limner::widgets {

class Button;
class ParamSlider;
class PlotCanvas;
class ScalarLegend;
class Segment;

/// A mid-run change, marked by a flag.
struct PlotEdit {
    int64_t step = 0;
    QString id;    ///< of the parameter
    QString text;  ///< "Learning rate D 2.0e-4 → 4.0e-4"
};

enum class PlotFormat { Png, Pdf, Csv };

class LossPlot : public QWidget {
    Q_OBJECT

public:
    explicit LossPlot(QWidget* parent = nullptr);
    ~LossPlot() override;

    /// Takes up what is new; another table (other names or an earlier start) replaces all. Null empties the
    /// plot. Paints at most once per call and nothing if no row is new. Made for 30 calls a second and
    /// 100,000 rows.
    void setTable(std::shared_ptr<const MetricTable> table);
    void setEdits(std::vector<PlotEdit> edits);

    /// The scalars drawn now, in the order of the table.
    QStringList shownScalars() const;
    void setShownScalars(const QStringList& ids);

    /// 0 (raw lines only) … 0.99
    double smoothing() const;
    void setSmoothing(double weight);
    bool isLogarithmic() const;
    void setLogarithmic(bool isLogarithmic);

    /// True while the right edge stays at the newest step.
    bool followsLive() const;
    /// The x range in steps.
    std::pair<double, double> range() const;
    /// Where step values lie on this widget: x of the range's ends, for a time line below.
    std::pair<int, int> axisEnds() const;
    PlotCanvas* canvas() const { return m_canvas; }
    /// Without its header the plot fits a strip of a few lines.
    void setHeaderShown(bool isShown);

    /// Writes the plot as it stands (PNG at twice its size on white or dark as seen, PDF as vectors) or, as
    /// CSV, all columns of the table. Errors: NotWritable, NoSpace.
    Result<void> exportTo(PlotFormat format, const QString& path);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Does not emit rangeChanged.
    void setRange(double low, double high);
    /// Shows the cursor at the row nearest to `step`; a negative step hides it. Does not emit cursorMoved.
    void setCursorStep(qint64 step);
    void fit();
    void followLive();

Q_SIGNALS:
    void rangeChanged(double low, double high);
    void axisEndsChanged(int left, int right);
    void cursorMoved(qint64 step);  ///< -1 when the pointer left
    void editClicked(const QString& paramId, qint64 step);
    void shownScalarsChanged(const QStringList& ids);
    void smoothingChanged(double weight);
    void logarithmicChanged(bool isLogarithmic);
    /// From the menu; the owner asks for a path and calls exportTo.
    void exportRequested(limner::widgets::PlotFormat format);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupHeader();
    void setupCanvas();
    void setupMenu();
    void rebuildLegend();
    void fitHeader();

    std::shared_ptr<const MetricTable> m_table;
    QWidget* m_header = nullptr;
    QLabel* m_title = nullptr;
    ScalarLegend* m_legend = nullptr;
    QLabel* m_smoothingLabel = nullptr;
    ParamSlider* m_smoothing = nullptr;
    Segment* m_scale = nullptr;
    Button* m_more = nullptr;
    QMenu* m_menu = nullptr;
    PlotCanvas* m_canvas = nullptr;
};

}  // namespace limner::widgets
