#include "plot_marks.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "paint.h"
#include "plot_axes.h"
#include "tabular.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kTagHeight = 20;
constexpr int kNarrowMarks = 760;  ///< below this width flags have no text

void drawTag(QPainter& painter, const QRectF& rect) {
    fillRounded(painter, rect, px(4), tokens().hover);
    paint::roundLine(painter, rect, px(4), tokens().edge);
}

/// Moves the tops of tags apart so that none covers another and all stay within [first, last].
void spread(std::vector<double>& tops, double height, double first, double last) {
    for (size_t i = 0; i < tops.size(); ++i) {
        tops[i] = std::max(tops[i], i == 0 ? first : tops[i - 1] + height);
    }
    for (size_t i = tops.size(); i-- > 0;) {
        tops[i] = std::min(tops[i], i + 1 == tops.size() ? last - height : tops[i + 1] - height);
    }
}

}  // namespace

PlotMarks::PlotMarks(QCustomPlot* plot, const QString& layer) : QCPLayerable(plot, layer) {}

void PlotMarks::setCursor(std::optional<double> step, std::vector<Value> values) {
    m_cursor = step;
    m_values = std::move(values);
}

void PlotMarks::applyDefaultAntialiasingHint(QCPPainter* painter) const {
    painter->setAntialiasing(true);
}

double PlotMarks::xOf(double step) const {
    return std::floor(mParentPlot->xAxis->coordToPixel(step)) + 0.5;
}
bool PlotMarks::isInside(double step) const {
    return mParentPlot->xAxis->range().contains(step);
}

QRectF PlotMarks::flagRect(size_t index) const {
    if (!isInside(m_flags[index].step)) return {};
    const QRectF area = mParentPlot->axisRect()->rect();
    const double left = std::clamp(xOf(m_flags[index].step) - px(8), area.left(), area.right() - px(16));
    return {left, area.top() - px(2), double(px(16)), double(px(16))};
}

int PlotMarks::flagAt(QPointF place) const {
    for (size_t i = m_flags.size(); i-- > 0;) {
        if (flagRect(i).contains(place)) return static_cast<int>(i);
    }
    return -1;
}

void PlotMarks::draw(QCPPainter* painter) {
    drawFlags(*painter);
    drawCursor(*painter);
}

void PlotMarks::drawFlags(QCPPainter& painter) const {
    const QRectF area = mParentPlot->axisRect()->rect();
    for (size_t i = 0; i < m_flags.size(); ++i) {
        const QRectF box = flagRect(i);
        if (box.isNull()) continue;
        QColor dashes = tokens().accent;
        dashes.setAlphaF(0.8F);
        QPen pen(dashes, px(1));
        pen.setDashPattern({2, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(xOf(m_flags[i].step), box.bottom()),
                         QPointF(xOf(m_flags[i].step), area.bottom()));
    }
    double taken = area.left();
    for (size_t i = 0; i < m_flags.size(); ++i) {
        const QRectF box = flagRect(i);
        if (box.isNull()) continue;
        fillRounded(painter, box, px(4), tokens().accentDim);
        paint::icon(painter, box, QStringLiteral("flag"), tokens().accent, 11);
        double next = area.right();
        for (size_t k = i + 1; k < m_flags.size(); ++k) {
            if (const QRectF other = flagRect(k); !other.isNull()) next = std::min(next, other.left());
        }
        drawFlagText(painter, i, taken, next);
        taken = box.right();
    }
}

/// Right of its flag if it fits before the next one, else left of it, else not at all (the tool tip has it).
void PlotMarks::drawFlagText(QCPPainter& painter, size_t index, double from, double to) const {
    const QRectF box = flagRect(index);
    if (mParentPlot->width() < px(kNarrowMarks)) return;
    painter.setFont(widgets::font(TextRole::Label));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(m_flags[index].text);
    const double gap = px(6);
    QRectF place(box.right() + gap, box.top(), width, box.height());
    if (place.right() + gap > to) place.moveRight(box.left() - gap);
    if (place.left() < from + gap) return;
    painter.setPen(tokens().text3);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, m_flags[index].text);
}

void PlotMarks::drawCursor(QCPPainter& painter) const {
    if (!m_cursor || !isInside(*m_cursor)) return;
    const QRectF area = mParentPlot->axisRect()->rect();
    const double x = xOf(*m_cursor);
    painter.setPen(QPen(tokens().text2, px(1)));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    for (const Value& value : m_values) {
        const double y = mParentPlot->yAxis->coordToPixel(value.value);
        if (y < area.top() || y > area.bottom()) continue;
        painter.setPen(QPen(tokens().base, px(2)));
        painter.setBrush(tokens().plot[static_cast<size_t>(value.colour - 1)]);
        painter.drawEllipse(QPointF(x, y), px(9) / 2.0, px(9) / 2.0);
    }
    drawValueTags(painter, x);
    drawStepTag(painter, x);
}

void PlotMarks::drawValueTags(QCPPainter& painter, double x) const {
    const QRectF area = mParentPlot->axisRect()->rect();
    painter.setFont(widgets::font(TextRole::Label));
    const QFontMetricsF metrics(painter.font());
    std::vector<Value> byHeight;
    double width = px(34);
    for (const Value& value : m_values) {
        if (!std::isfinite(value.value)) continue;
        byHeight.push_back(value);
        width = std::max(width, tabularWidth(metrics, readout(value.value)));
    }
    std::sort(byHeight.begin(), byHeight.end(),
              [](const Value& a, const Value& b) { return a.value > b.value; });
    const double height = px(kTagHeight);
    std::vector<double> tops;
    for (const Value& value : byHeight) {
        tops.push_back(mParentPlot->yAxis->coordToPixel(value.value) - height - px(4));
    }
    spread(tops, height + px(2), area.top() + px(18), area.bottom());
    const double whole = width + px(8) + px(8) + px(12);
    const bool fitsRight = x + px(8) + whole <= area.right();
    for (size_t i = 0; i < byHeight.size(); ++i) {
        const QRectF tag(fitsRight ? x + px(8) : x - px(8) - whole, std::round(tops[i]), whole, height);
        drawTag(painter, tag);
        const QRectF swatch(tag.left() + px(6), tag.center().y() - px(4), px(8), px(8));
        fillRounded(painter, swatch, px(2), tokens().plot[static_cast<size_t>(byHeight[i].colour - 1)]);
        painter.setPen(tokens().text);
        drawTabular(painter, tag.adjusted(0, 0, -px(6), 0), Qt::AlignRight | Qt::AlignVCenter,
                    readout(byHeight[i].value));
    }
}

void PlotMarks::drawStepTag(QCPPainter& painter, double x) const {
    const QRectF area = mParentPlot->axisRect()->rect();
    const QString text = QLocale().toString(static_cast<qlonglong>(*m_cursor));
    painter.setFont(widgets::font(TextRole::Label));
    const double width = std::max<double>(px(44), tabularWidth(QFontMetricsF(painter.font()), text) + px(16));
    const double left = std::clamp(x - width / 2, 0.0, mParentPlot->width() - width);
    const QRectF tag(std::round(left), area.bottom() + px(3), width, px(18));
    drawTag(painter, tag);
    painter.setPen(tokens().text);
    drawTabular(painter, tag, Qt::AlignHCenter | Qt::AlignVCenter, text);
}

}  // namespace limner::widgets
