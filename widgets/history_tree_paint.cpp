// How the history looks; only what is in view is painted.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "focus_ring.h"
#include "history_metrics.h"
#include "history_tree.h"
#include "paint.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {

/// Columns and lines that can be seen, the last ones included.
QRect HistoryTree::visibleCells() const {
    const QPoint scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const QPoint first = history::cellAt(scrolled);
    const QPoint last = history::cellAt(scrolled + QPoint(viewport()->width(), viewport()->height()));
    return {QPoint(std::max(0, first.x()), std::max(0, first.y())),
            QPoint(last.x(), std::min(last.y(), lineCount() - 1))};
}

void HistoryTree::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const QRect cells = visibleCells();
    paintLinks(painter, cells);
    for (int line = cells.top(); line <= cells.bottom(); ++line) {
        const Line& row = m_lines[static_cast<size_t>(line)];
        const int first = std::max(0, cells.left() - row.firstColumn);
        const int last = std::min(static_cast<int>(row.nodes.size()) - 1, cells.right() - row.firstColumn);
        for (int i = first; i <= last; ++i) paintNode(painter, row.nodes[static_cast<size_t>(i)]);
    }
}

/// A line through each row, and from the place where it left another one an angle with round corners.
void HistoryTree::paintLinks(QPainter& painter, const QRect& cells) const {
    const PainterScope scope(painter);
    painter.setPen(QPen(tokens().edge, 1.5 * uiScale()));
    painter.setBrush(Qt::NoBrush);
    const double half = history::thumbEdge() / 2.0, run = px(8), bend = px(6);
    for (int line = cells.top(); line < lineCount(); ++line) {
        const Line& row = m_lines[static_cast<size_t>(line)];
        const QPointF start = QRectF(rectOf(row.nodes.front())).center();
        if (line <= cells.bottom()) {
            painter.drawLine(start, QRectF(rectOf(row.nodes.back())).center());
        }
        const int parent = m_places[static_cast<size_t>(row.nodes.front())].parent;
        if (parent < 0 || m_places[static_cast<size_t>(parent)].line > cells.bottom()) continue;
        if (row.firstColumn < cells.left() || row.firstColumn > cells.right() + 1) continue;
        const QPointF from = QRectF(rectOf(parent)).center() + QPointF(half, 0);
        const double trunk = from.x() + run + bend;
        QPainterPath path(from);
        path.lineTo(from.x() + run, from.y());
        path.quadTo(trunk, from.y(), trunk, from.y() + bend);
        path.lineTo(trunk, start.y() - bend);
        path.quadTo(trunk, start.y(), trunk + bend, start.y());
        path.lineTo(start.x() - half, start.y());
        painter.drawPath(path);
    }
}

void HistoryTree::paintNode(QPainter& painter, int node) {
    HistoryNode& shown = m_nodes[static_cast<size_t>(node)];
    if (shown.thumbnail.isNull() && !m_asked.contains(shown.id)) {
        m_asked.insert(shown.id);
        const qint64 id = shown.id;
        // Not while painting: whoever answers may call back at once.
        QMetaObject::invokeMethod(
            this, [this, id] { Q_EMIT thumbnailWanted(id); }, Qt::QueuedConnection);
    }
    const QRectF rect = rectOf(node);
    drawThumb(painter, rect, shown.thumbnail);
    drawMarks(painter, rect, shown.rating, shown.isStarred);
    if (shown.id == m_current) {
        const double width = px(2), gap = px(1);
        const QRectF frame = rect.adjusted(-gap - width, -gap - width, gap + width, gap + width);
        paint::roundLine(painter, frame, px(4), tokens().accent, width);
    } else if (node == m_hovered) {
        paint::hoverFrame(painter, rect);
    }
}

}  // namespace limner::widgets
