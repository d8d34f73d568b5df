#include "plot_axes.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace limner::widgets {

double niceStep(double span, double count) {
    const double rough = span / count;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power * (1 + 1e-9)) return factor * power;
    }
    return 10 * power;
}

void Extent::take(double value) {
    if (isEmpty) low = high = value;
    isEmpty = false;
    low = std::min(low, value);
    high = std::max(high, value);
}

void Extent::take(const std::vector<SeriesPoint>& points, bool isLogarithmic) {
    for (const SeriesPoint& point : points) {
        if (std::isfinite(point.value) && (!isLogarithmic || point.value > 0)) take(point.value);
    }
}

namespace {

constexpr double kYTicks = 5;

QCPRange linearRange(double low, double high) {
    if (low >= 0 && low < 0.4 * high) low = 0;
    if (high - low < 1e-12 * std::max(1.0, std::abs(high))) {
        const double pad = high == 0 ? 1 : std::abs(high) * 0.1;
        low -= pad;
        high += pad;
    }
    const double step = niceStep(high - low, kYTicks);
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step};
}

/// Down or up to the next 1, 2 or 5 times a power of ten.
double snapLog(double value, bool isUp) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    const double scaled = value / power;
    constexpr double kSteps[] = {1, 2, 5, 10};
    if (isUp)
        return power * *std::find_if(kSteps, kSteps + 3, [&](double s) { return s >= scaled * (1 - 1e-9); });
    return power * (scaled >= 5 ? 5 : scaled >= 2 ? 2 : 1);
}

}  // namespace

QCPRange yRangeFor(const Extent& lines, const Extent& ghosts, bool isLogarithmic) {
    if (lines.isEmpty) return isLogarithmic ? QCPRange(0.1, 10) : QCPRange(0, 1);
    double low = lines.low, high = lines.high;
    if (isLogarithmic) {
        if (!ghosts.isEmpty)
            low = std::clamp(ghosts.low, low / 3, low), high = std::clamp(ghosts.high, high, high * 3);
        const QCPRange range(snapLog(low, false), snapLog(high, true));
        return range.size() > 0 ? range : QCPRange(range.lower / 2, range.upper * 2);
    }
    const double reach = 0.6 * (high - low);
    if (!ghosts.isEmpty)
        low = std::clamp(ghosts.low, low - reach, low), high = std::clamp(ghosts.high, high, high + reach);
    return linearRange(low, high);
}

QVector<double> LogTicker::createTickVector(double, const QCPRange& range) {
    QVector<double> ticks;
    if (range.lower <= 0) return ticks;
    const bool isNarrow = range.upper / range.lower < 1000;
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    for (int k = first; k <= last; ++k) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (factor == 1.0 || isNarrow) ticks.append(factor * std::pow(10.0, k));
        }
    }
    return ticks;
}

void setLinearTicks(QCPAxis& axis, double count, double least) {
    const auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
    ticker->setTickStep(std::max(least, niceStep(axis.range().size(), std::max(1.0, count))));
    axis.setTicker(ticker);
}

void setLogTicks(QCPAxis& axis) {
    axis.setTicker(QSharedPointer<LogTicker>::create());
}

QString readout(double value) {
    const double size = std::abs(value);
    if (value != 0 && size < 1e-3) return QLocale().toString(value, 'e', 2).toLower();
    if (size >= 1e7) return QLocale().toString(value, 'g', 4);
    const int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
    return QLocale().toString(value, 'f', decimals);
}

}  // namespace limner::widgets
