#include "plot.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

namespace limner::cli {
namespace {

// The light theme of the studio.
const QColor kPaper{0xFF, 0xFF, 0xFF};
const QColor kGrid{0xD2, 0xD5, 0xDA};
const QColor kText{0x1B, 0x1D, 0x20};
const QColor kQuietText{0x56, 0x5C, 0x64};
const std::array kLines{QColor{0x2D, 0x83, 0xC6}, QColor{0xAD, 0x5C, 0x11}, QColor{0x00, 0x3F, 0x13},
                        QColor{0x62, 0x0C, 0x5E}, QColor{0x89, 0x79, 0x64}, QColor{0x4C, 0x15, 0x9A}};
constexpr size_t kDashedFrom = 3;  // from the fourth line on colour alone does not tell them apart
constexpr double kGhostOpacity = 0.28;
constexpr size_t kFewPoints = 60;  // below this, points are marked and nothing is smoothed

bool isAskedFor(const std::string& name, const PlotOptions& options) {
    if (!options.scalars.empty())
        return std::find(options.scalars.begin(), options.scalars.end(), name) != options.scalars.end();
    return name.find("accuracy") == std::string::npos && !name.starts_with("learning_rate");
}

struct Interval {
    double low = 0;
    double high = 1;
};

Interval widened(double low, double high) {
    if (low < high) return {low, high};
    const double margin = low == 0 ? 1 : std::abs(low) / 10;
    return {low - margin, high + margin};
}

/// Covers all but the wildest half percent at each end, so that one spike does not flatten the rest.
Interval valueInterval(const std::vector<Series>& series, bool isLog) {
    std::vector<double> all;
    for (const Series& one : series)
        for (const double value : one.values)
            if (!isLog || value > 0) all.push_back(isLog ? std::log10(value) : value);
    if (all.empty()) return {};
    std::sort(all.begin(), all.end());
    const size_t cut = all.size() / 200;
    const Interval tight = widened(all[cut], all[all.size() - 1 - cut]);
    const double margin = (tight.high - tight.low) * 0.06;
    return {tight.low - margin, tight.high + margin};
}

Interval stepInterval(const std::vector<Series>& series) {
    double low = INFINITY;
    double high = -INFINITY;
    for (const Series& one : series) {
        low = std::min(low, one.steps.front());
        high = std::max(high, one.steps.back());
    }
    return low > high ? Interval{} : widened(low, high);
}

std::vector<double> smoothed(const std::vector<double>& values, double weight) {
    std::vector<double> means;
    means.reserve(values.size());
    double mean = 0;
    double trust = 0;  // corrects the start, where the mean has seen little
    for (const double value : values) {
        mean = weight * mean + (1 - weight) * value;
        trust = weight * trust + (1 - weight);
        means.push_back(mean / trust);
    }
    return means;
}

/// Lays out and paints one plot. All lengths are in units of a 800-pixel-wide plot.
class Plot {
public:
    Plot(QPainter& painter, const std::vector<Series>& series, const PlotOptions& options, QSizeF size)
        : m_painter(painter),
          m_series(series),
          m_options(options),
          m_area(64, 64, size.width() - 64 - 28, size.height() - 64 - 52),
          m_steps(stepInterval(series)),
          m_values(valueInterval(series, options.isLog)) {}

    void paint() {
        paintTitleAndLegend();
        paintGrid();
        m_painter.setClipRect(m_area.adjusted(-4, -4, 4, 4));  // dots on the edge stay whole
        for (size_t i = 0; i < m_series.size(); ++i) paintSeries(i);
    }

private:
    double x(double step) const {
        return m_area.left() + m_area.width() * (step - m_steps.low) / (m_steps.high - m_steps.low);
    }
    double y(double value) const {
        const double shown = m_options.isLog ? std::log10(std::max(value, 1e-300)) : value;
        return m_area.bottom() - m_area.height() * (shown - m_values.low) / (m_values.high - m_values.low);
    }

    void setFont(int pixels, QFont::Weight weight) {
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(pixels);
        font.setWeight(weight);
        m_painter.setFont(font);
    }

    QPen penOf(size_t index) const {
        QPen pen(kLines.at(index % kLines.size()), 1.75, index < kDashedFrom ? Qt::SolidLine : Qt::DashLine);
        pen.setJoinStyle(Qt::RoundJoin);
        return pen;
    }

    void paintTitleAndLegend() {
        setFont(15, QFont::DemiBold);
        m_painter.setPen(kText);
        m_painter.drawText(QPointF(m_area.left(), 26), QString::fromStdString(m_options.title));
        setFont(12, QFont::Normal);
        double left = m_area.left();
        for (size_t i = 0; i < m_series.size(); ++i) {
            const QString name = QString::fromStdString(m_series[i].name);
            m_painter.setPen(penOf(i));
            m_painter.drawLine(QPointF(left, 44), QPointF(left + 20, 44));
            m_painter.setPen(kText);
            m_painter.drawText(QPointF(left + 26, 48), name);
            left += 26 + QFontMetricsF(m_painter.font()).horizontalAdvance(name) + 20;
        }
    }

    void paintGrid() {
        setFont(11, QFont::Normal);
        for (const double tick : roundTicks(m_values.low, m_values.high, 6)) {
            const double value = m_options.isLog ? std::pow(10, tick) : tick;
            const double height = y(value);
            line(QPointF(m_area.left(), height), QPointF(m_area.right(), height));
            text(QRectF(0, height - 8, m_area.left() - 8, 16), Qt::AlignRight,
                 QString::number(value, 'g', 3));
        }
        for (const double tick : roundTicks(m_steps.low, m_steps.high, 8)) {
            const double across = x(tick);
            line(QPointF(across, m_area.top()), QPointF(across, m_area.bottom()));
            text(QRectF(across - 40, m_area.bottom() + 6, 80, 16), Qt::AlignHCenter,
                 QString::number(std::llround(tick)));
        }
        text(QRectF(m_area.left(), m_area.bottom() + 26, m_area.width(), 16), Qt::AlignHCenter,
             QStringLiteral("step"));
    }

    void line(QPointF from, QPointF to) {
        m_painter.setPen(QPen(kGrid, 0.75));
        m_painter.drawLine(from, to);
    }
    void text(const QRectF& place, Qt::Alignment alignment, const QString& words) {
        m_painter.setPen(kQuietText);
        m_painter.drawText(place, static_cast<int>(alignment | Qt::AlignVCenter), words);
    }

    void paintSeries(size_t index) {
        const Series& one = m_series[index];
        const bool hasFew = one.steps.size() < kFewPoints;
        if (!hasFew) {
            QPen ghost = penOf(index);
            ghost.setWidthF(1);
            ghost.setStyle(Qt::SolidLine);
            m_painter.setOpacity(kGhostOpacity);
            m_painter.strokePath(path(one.steps, one.values), ghost);
            m_painter.setOpacity(1);
        }
        m_painter.strokePath(path(one.steps, hasFew ? one.values : smoothed(one.values, m_options.smoothing)),
                             penOf(index));
        if (!hasFew) return;
        m_painter.setPen(QPen(kPaper, 1.5));
        m_painter.setBrush(penOf(index).color());
        for (size_t i = 0; i < one.steps.size(); ++i)
            m_painter.drawEllipse(QPointF(x(one.steps[i]), y(one.values[i])), 3.5, 3.5);
    }

    QPainterPath path(const std::vector<double>& steps, const std::vector<double>& values) const {
        QPainterPath drawn;
        bool isFirst = true;
        for (size_t i = 0; i < steps.size(); ++i) {
            if (m_options.isLog && values[i] <= 0) continue;
            const QPointF point(x(steps[i]), y(values[i]));
            isFirst ? drawn.moveTo(point) : drawn.lineTo(point);
            isFirst = false;
        }
        return drawn;
    }

    QPainter& m_painter;
    const std::vector<Series>& m_series;
    const PlotOptions& m_options;
    QRectF m_area;
    Interval m_steps;
    Interval m_values;
};

}  // namespace

std::vector<Series> plotSeries(const MetricTable& metrics, const PlotOptions& options) {
    std::vector<Series> all;
    for (size_t i = 0; i < metrics.names.size(); ++i) {
        if (!isAskedFor(metrics.names[i], options)) continue;
        Series series{.name = metrics.names[i], .steps = {}, .values = {}};
        for (const auto& block : metrics.blocks) {
            for (size_t row = 0; row < block->step.size(); ++row) {
                const double value = block->scalars.at(i).at(row);
                if (!std::isfinite(value)) continue;
                series.steps.push_back(static_cast<double>(block->step[row]));
                series.values.push_back(value);
            }
        }
        if (!series.steps.empty()) all.push_back(std::move(series));
    }
    return all;
}

std::vector<double> roundTicks(double low, double high, int count) {
    const double rough = (high - low) / count;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double spacing = 10 * power;
    for (const double factor : {5.0, 2.0, 1.0})
        if (factor * power >= rough) spacing = factor * power;
    std::vector<double> ticks;
    for (double at = std::ceil(low / spacing); at * spacing <= high; ++at) ticks.push_back(at * spacing);
    return ticks;
}

QImage drawPlot(const std::vector<Series>& series, const PlotOptions& options) {
    constexpr double unitWidth = 800;
    QImage image(options.width, options.height, QImage::Format_RGB32);
    image.fill(kPaper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = options.width / unitWidth;
    painter.scale(scale, scale);
    Plot(painter, series, options, {unitWidth, options.height / scale}).paint();
    return image;
}

}  // namespace limner::cli
