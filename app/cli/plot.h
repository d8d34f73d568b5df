// Draws the scalars of a run over its steps, without a display.
#pragma once

#include <QImage>
#include <string>
#include <vector>

#include "core/types/metric_table.h"

namespace limner::cli {

struct PlotOptions {
    int width = 1600;        ///< pixels
    int height = 900;        ///< pixels
    double smoothing = 0.9;  ///< weight of the running mean in the drawn line, [0, 1)
    bool isLog = false;      ///< logarithmic values; those not above 0 are left out
    std::string title = {};
    std::vector<std::string> scalars = {};  ///< empty: all but accuracies and learning rates
};

/// One scalar, where it was measured.
struct Series {
    std::string name;
    std::vector<double> steps;
    std::vector<double> values;
};

/// The scalars of a table that `options` asks for and that were measured at all, in the table's order.
std::vector<Series> plotSeries(const MetricTable& metrics, const PlotOptions& options);

/// Round numbers (1, 2 or 5 times a power of ten apart) within [low, high], about `count` of them. @pre low <
/// high
std::vector<double> roundTicks(double low, double high, int count);

/// The plot with axes, grid and legend; the measured values pale behind the smoothed line.
QImage drawPlot(const std::vector<Series>& series, const PlotOptions& options);

}  // namespace limner::cli
