// How a sweep looks: titles and values outside, pictures inside.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "paint.h"
#include "sweep_view.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {
namespace {

constexpr int kSweepGap = 2;
constexpr int kLabelPad = 8;
constexpr int kSweepRim = 4;  ///< room for the frame around a cell at the edge

int widestOf(const QStringList& texts) {
    const QFontMetrics metrics(widgets::font(TextRole::Label));
    int widest = 0;
    for (const QString& text : texts) widest = std::max(widest, metrics.horizontalAdvance(text));
    return widest;
}

/// Lines that a title takes when it is wrapped into this length.
int titleHeight(const QString& title, int length) {
    if (title.isEmpty()) return 0;
    const QFontMetrics metrics(widgets::font(TextRole::Section));
    return metrics.boundingRect(QRect(0, 0, std::max(1, length), 1 << 14), Qt::TextWordWrap, title).height() +
           px(4);
}

/// The ground of a label that stands out.
QRectF raised(const QRectF& label) {
    return label.adjusted(-px(4), 0, px(4), 0);
}

/// Every how many labels there is room for one.
int labelStride(double needed, double each) {
    return std::max(1, static_cast<int>(std::ceil(needed / std::max(1.0, each))));
}

}  // namespace

SweepView::Places SweepView::places() const {
    const double ratio = devicePixelRatioF();
    Places at;
    const int rim = px(kSweepRim), line = lineHeight(TextRole::Label);
    const int rowLabels = m_rows.values.isEmpty() ? 0 : widestOf(m_rows.values) + px(kLabelPad);
    const int columnLabels = m_columns.values.isEmpty() ? 0 : line + px(4);
    const int rowTitle = titleHeight(m_rows.title, height() / 2);
    const int left = rim + rowTitle + rowLabels;
    const int columnTitle = titleHeight(m_columns.title, std::max(1, width() - left) / 2);
    const int top = rim + columnTitle + columnLabels;
    const QSize tile = m_sheet ? QSize(m_sheet->tileWidth, m_sheet->tileHeight) : QSize(1, 1);
    at.gap = std::max(1, static_cast<int>(px(kSweepGap) * ratio));
    const double across =
        ((width() - left - rim) * ratio - (columns() - 1) * at.gap) / (columns() * tile.width());
    const double down = ((height() - top - rim) * ratio - (rows() - 1) * at.gap) / (rows() * tile.height());
    double scale = std::max(0.0, std::min(across, down));
    if (scale >= 1 && std::floor(scale) >= 0.75 * scale) scale = std::floor(scale);
    at.cell = QSize(std::max(1, static_cast<int>(tile.width() * scale)),
                    std::max(1, static_cast<int>(tile.height() * scale)));
    at.corner = QPointF(left, top);
    const QRectF all = cellRect(at, 0, 0).united(cellRect(at, columns() - 1, rows() - 1));
    // Titles have at least half of the widget, so that a small grid does not squeeze them.
    const double titleWidth = std::max<double>(all.width(), (width() - left) / 2.0);
    const double aside = std::floor(std::max(0.0, width() - left - rim - titleWidth) / 2);  // to the middle
    at.corner.rx() += aside;
    at.columnTitle = QRectF(left + aside, rim, titleWidth, columnTitle);
    at.rowTitle = QRectF(rim + aside, top, rowTitle, std::max<double>(all.height(), height() / 2.0));
    return at;
}

QRectF SweepView::cellRect(const Places& at, int column, int row) const {
    const double ratio = devicePixelRatioF();
    return {
        at.corner + QPointF(column * (at.cell.width() + at.gap), row * (at.cell.height() + at.gap)) / ratio,
        QSizeF(at.cell) / ratio};
}

const QPixmap& SweepView::tiles(const Places& at) {
    if (m_tiles.width() != at.cell.width() * columns()) {
        m_tiles = tilesPixmap(m_sheet, columns(), at.cell, tokens().canvas);
    }
    return m_tiles;
}

void SweepView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().canvas);
    if (!m_sheet) {
        painter.setPen(tokens().text2);
        painter.setFont(widgets::font(TextRole::Body));
        painter.drawText(rect().adjusted(px(16), 0, -px(16), 0), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    const Places at = places();
    paintTitles(painter, at);
    paintColumnLabels(painter, at);
    paintRowLabels(painter, at);
    paintCells(painter, at);
    paintMeant(painter, at);
}

void SweepView::paintTitles(QPainter& painter, const Places& at) const {
    painter.setFont(widgets::font(TextRole::Section));
    painter.setPen(tokens().text2);
    painter.drawText(at.columnTitle, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_columns.title);
    painter.save();
    painter.translate(at.rowTitle.topLeft());
    painter.rotate(-90);
    painter.drawText(QRectF(-at.rowTitle.height(), 0, at.rowTitle.height(), at.rowTitle.width()),
                     Qt::AlignRight | Qt::AlignTop | Qt::TextWordWrap, m_rows.title);
    painter.restore();
}

void SweepView::paintCells(QPainter& painter, const Places& at) {
    const QPixmap& all = tiles(at);
    for (int i = 0; i < columns() * rows(); ++i) {
        const int column = i % columns(), row = i / columns();
        const QRectF cell = cellRect(at, column, row);
        if (i >= m_sheet->count) {
            painter.fillRect(cell, tokens().base);
            continue;
        }
        painter.drawPixmap(
            cell, all, QRectF(QPointF(column * at.cell.width(), row * at.cell.height()), QSizeF(at.cell)));
    }
}

/// Above its column, but never beyond the widget.
QRectF SweepView::columnLabelRect(const Places& at, int column) const {
    const QFontMetrics metrics(widgets::font(TextRole::Label));
    const double wide = metrics.horizontalAdvance(m_columns.values.value(column));
    const QRectF cell = cellRect(at, column, 0);
    const double left = std::clamp(cell.center().x() - wide / 2, 0.0, std::max(0.0, width() - wide));
    const int line = lineHeight(TextRole::Label);
    return {left, cell.top() - line - px(2), wide + 1, double(line)};
}

QRectF SweepView::rowLabelRect(const Places& at, int row) const {
    const QFontMetrics metrics(widgets::font(TextRole::Label));
    const double wide = metrics.horizontalAdvance(m_rows.values.value(row)) + 1;
    const QRectF cell = cellRect(at, 0, row);
    const int line = lineHeight(TextRole::Label);
    return {cell.left() - px(kLabelPad) + px(2) - wide, cell.center().y() - line / 2.0, wide, double(line)};
}

void SweepView::paintColumnLabels(QPainter& painter, const Places& at) const {
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(tokens().text3);
    const double each = cellRect(at, 0, 0).width() + px(kSweepGap);
    const int stride = labelStride(widestOf(m_columns.values) + px(kLabelPad), each);
    const QPoint meant = meantCell();
    double taken = -px(kLabelPad);
    for (int i = 0; i < m_columns.values.size(); i += stride) {
        const QRectF label = columnLabelRect(at, i);
        const bool isCovered = meant.x() >= 0 && label.intersects(raised(columnLabelRect(at, meant.x())));
        if (isCovered || label.left() < taken + px(kLabelPad) / 2.0) continue;
        painter.drawText(label, Qt::AlignCenter | Qt::TextDontClip, m_columns.values[i]);
        taken = label.right();
    }
}

void SweepView::paintRowLabels(QPainter& painter, const Places& at) const {
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(tokens().text3);
    const double each = cellRect(at, 0, 0).height() + px(kSweepGap);
    const int stride = labelStride(lineHeight(TextRole::Label), each);
    const QPoint meant = meantCell();
    for (int i = 0; i < m_rows.values.size(); i += stride) {
        if (meant.y() >= 0 && rowLabelRect(at, i).intersects(rowLabelRect(at, meant.y()))) continue;
        painter.drawText(rowLabelRect(at, i), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                         m_rows.values[i]);
    }
}

void SweepView::paintMeant(QPainter& painter, const Places& at) const {
    if (m_hovered.x() >= 0 && m_hovered != m_current)
        paint::hoverFrame(painter, cellRect(at, m_hovered.x(), m_hovered.y()));
    if (m_current.x() >= 0) paint::pictureFrame(painter, cellRect(at, m_current.x(), m_current.y()));
    const QPoint meant = meantCell();
    if (meant.x() < 0) return;
    painter.setFont(widgets::font(TextRole::Label));
    const auto raiseLabel = [&](const QRectF& label, const QString& text) {
        if (text.isEmpty()) return;
        fillRounded(painter, raised(label), px(4), tokens().hover);
        painter.setPen(tokens().text);
        painter.drawText(label, Qt::AlignCenter | Qt::TextDontClip, text);
    };
    raiseLabel(columnLabelRect(at, meant.x()), m_columns.values.value(meant.x()));
    raiseLabel(rowLabelRect(at, meant.y()), m_rows.values.value(meant.y()));
}

}  // namespace limner::widgets
