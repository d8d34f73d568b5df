// Where ticks stand and which range a plot shows: round numbers that do not jump with every new row.
#pragma once

#include <vector>

#include "plot_library.h"
#include "scalar_series.h"

namespace limner::widgets {

/// 1, 2 or 5 times a power of ten, so that about `count` steps fill `span`. @pre span > 0, count > 0
double niceStep(double span, double count);

/// The lowest and the highest of some numbers.
struct Extent {
    double low = 0;
    double high = 0;
    bool isEmpty = true;
    void take(double value);
    /// All finite points, and only positive ones if `isLogarithmic`.
    void take(const std::vector<SeriesPoint>& points, bool isLogarithmic);
};

/// The y range for lines and the raw values behind them, snapped to ticks. Raw spikes widen it by no more
/// than 60 % of the lines' span, so that one bad batch does not flatten everything else. Begins at 0 where 0
/// is near.
QCPRange yRangeFor(const Extent& lines, const Extent& ghosts, bool isLogarithmic);

/// 1-2-5 ticks on a log axis while it shows less than three decades, else powers of ten.
class LogTicker : public QCPAxisTicker {
protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    int getSubTickCount(double) override { return 0; }
};

/// Sets a fixed step that gives about `count` ticks. @param least  the smallest step allowed (1 for whole
/// numbers)
void setLinearTicks(QCPAxis& axis, double count, double least);
void setLogTicks(QCPAxis& axis);

/// A value beside the cursor: four significant digits, "1.2e-05" for very small ones.
QString readout(double value);

}  // namespace limner::widgets
