#include "sweep_view.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>

#include "accessible.h"
#include "theme.h"

namespace limner::widgets {

SweepView::SweepView(QWidget* parent) : QWidget(parent), m_empty(tr("No sweep yet")) {
    setObjectName(QStringLiteral("sweepView"));
    setAccessible(*this, QAccessible::Table, tr("Sweep"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void SweepView::setAxes(const SweepAxis& columns, const SweepAxis& rows) {
    m_columns = columns;
    m_rows = rows;
    m_tiles = {};
    m_hovered = {-1, -1};
    setCurrent(m_current.x(), m_current.y());
    update();
}

void SweepView::setSheet(std::shared_ptr<const SampleSheet> sheet) {
    if (sheet == m_sheet) return;
    m_sheet = std::move(sheet);
    if (m_sheet && (m_sheet->count <= 0 || m_sheet->columns <= 0 || m_sheet->sheet.isEmpty()))
        m_sheet = nullptr;
    m_tiles = {};
    update();
}

void SweepView::setEmptyText(const QString& text) {
    m_empty = text;
    update();
}

void SweepView::setCurrent(int column, int row) {
    const bool isInside = column >= 0 && row >= 0 && column < columns() && row < rows();
    m_current = isInside ? QPoint(column, row) : QPoint(-1, -1);
    setAccessibleDescription(valuesText(m_current));
    update();
}

/// "Truncation 0.5, Seed 7"
QString SweepView::valuesText(QPoint cell) const {
    QStringList words;
    const auto add = [&](const SweepAxis& axis, int index) {
        if (index >= 0 && index < axis.values.size())
            words.append((axis.title + u' ' + axis.values[index]).trimmed());
    };
    add(m_columns, cell.x());
    add(m_rows, cell.y());
    return words.join(QStringLiteral(", "));
}

QPoint SweepView::cellAt(QPointF place) const {
    if (!m_sheet) return {-1, -1};
    const Places at = places();
    const double ratio = devicePixelRatioF();
    const QPointF inside = (place - at.corner) * ratio;
    if (inside.x() < 0 || inside.y() < 0) return {-1, -1};
    const QPoint cell(static_cast<int>(inside.x()) / (at.cell.width() + at.gap),
                      static_cast<int>(inside.y()) / (at.cell.height() + at.gap));
    const bool isKnown = cell.x() < columns() && cell.y() < rows();
    return isKnown && cellRect(at, cell.x(), cell.y()).contains(place) ? cell : QPoint(-1, -1);
}

QRectF SweepView::cellRect(int column, int row) const {
    return cellRect(places(), column, row);
}

void SweepView::setHovered(QPoint cell) {
    if (cell == m_hovered) return;
    m_hovered = cell;
    setCursor(cell.x() < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
    Q_EMIT cellHovered(cell.x(), cell.y());
}

void SweepView::activate(QPoint cell) {
    if (cell.x() < 0) return;
    setCurrent(cell.x(), cell.y());
    Q_EMIT cellActivated(cell.x(), cell.y());
}

void SweepView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    activate(cellAt(event->position()));
}

void SweepView::mouseMoveEvent(QMouseEvent* event) {
    setHovered(cellAt(event->position()));
}
void SweepView::leaveEvent(QEvent*) {
    setHovered({-1, -1});
}

void SweepView::keyPressEvent(QKeyEvent* event) {
    if (!m_sheet) return event->ignore();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_current.x() >= 0) return activate(m_current);
    static const std::vector<std::pair<int, QPoint>> kMoves = {
        {Qt::Key_Left, {-1, 0}}, {Qt::Key_Right, {1, 0}}, {Qt::Key_Up, {0, -1}}, {Qt::Key_Down, {0, 1}}};
    const auto go = [this](QPoint cell) {
        setCurrent(std::clamp(cell.x(), 0, columns() - 1), std::clamp(cell.y(), 0, rows() - 1));
    };
    if (event->key() == Qt::Key_Home) return go({0, std::max(0, m_current.y())});
    if (event->key() == Qt::Key_End) return go({columns() - 1, std::max(0, m_current.y())});
    for (const auto& [key, way] : kMoves) {
        if (event->key() == key) return go(m_current.x() < 0 ? QPoint(0, 0) : m_current + way);
    }
    event->ignore();
}

void SweepView::contextMenuEvent(QContextMenuEvent* event) {
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint cell = isKey ? m_current : cellAt(event->pos());
    if (cell.x() < 0) return event->ignore();
    const QPoint place =
        isKey ? mapToGlobal(cellRect(cell.x(), cell.y()).center().toPoint()) : event->globalPos();
    Q_EMIT menuRequested(cell.x(), cell.y(), place);
}

bool SweepView::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) m_tiles = {};
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), valuesText(cellAt(help->pos())), this);
    return true;
}

QSize SweepView::sizeHint() const {
    return {px(512), px(512)};
}
QSize SweepView::minimumSizeHint() const {
    return {px(200), px(160)};
}

}  // namespace limner::widgets
