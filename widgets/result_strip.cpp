#include "result_strip.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>

#include "accessible.h"
#include "focus_ring.h"
#include "paint.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {
namespace {

constexpr int kResultWidth = 108;
constexpr int kResultGap = 14;
constexpr int kResultRim = 4;
constexpr int kResultCaption = 20;

}  // namespace

ResultStrip::ResultStrip(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("resultStrip"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessible(*this, QAccessible::List, tr("Results"));
}

void ResultStrip::setResults(std::vector<ResultItem> results) {
    m_results = std::move(results);
    for (ResultItem& item : m_results) item.picture = fittedThumb(item.picture, 3 * px(kResultWidth));
    m_focused = std::clamp(m_focused, 0, std::max(0, static_cast<int>(m_results.size()) - 1));
    m_hovered = m_pressed = -1;
    scrollTo(m_offset);
}

void ResultStrip::setPicture(qint64 id, const QImage& picture) {
    const int index = indexOf(id);
    if (index < 0) return;
    m_results[static_cast<size_t>(index)].picture = fittedThumb(picture, 3 * px(kResultWidth));
    update();
}

void ResultStrip::setCurrent(qint64 id) {
    if (id == m_current) return;
    m_current = id;
    const int index = indexOf(id);
    if (index >= 0) {
        m_focused = index;
        bringIntoSight(index);
        setAccessibleDescription(captionOf(m_results[static_cast<size_t>(index)]));
        announceValue(*this);
    }
    update();
}

void ResultStrip::setEmptyText(const QString& text) {
    m_empty = text;
    update();
}

int ResultStrip::indexOf(qint64 id) const {
    const auto found = std::ranges::find(m_results, id, &ResultItem::id);
    return found == m_results.end() ? -1 : static_cast<int>(found - m_results.begin());
}

int ResultStrip::stride() const {
    return px(kResultWidth) + px(kResultGap);
}

QRectF ResultStrip::cellRect(int index) const {
    return QRectF(px(kResultRim) + index * stride() - m_offset, px(kResultRim), px(kResultWidth),
                  height() - 2 * px(kResultRim) - px(kResultCaption));
}

QRectF ResultStrip::pictureRect(qint64 id) const {
    const int index = indexOf(id);
    if (index < 0) return {};
    const QRectF cell = cellRect(index);
    const QImage& picture = m_results[static_cast<size_t>(index)].picture;
    if (picture.isNull()) return cell;
    const QSizeF size = QSizeF(picture.size()).scaled(cell.size(), Qt::KeepAspectRatio);
    return {cell.left(), cell.bottom() - size.height(), size.width(), size.height()};
}

int ResultStrip::indexAt(QPointF place) const {
    for (int i = 0; i < static_cast<int>(m_results.size()); ++i)
        if (cellRect(i).adjusted(0, 0, 0, px(kResultCaption)).contains(place)) return i;
    return -1;
}

void ResultStrip::scrollTo(int offset) {
    const int all = static_cast<int>(m_results.size()) * stride() - px(kResultGap) + 2 * px(kResultRim);
    m_offset = std::clamp(offset, 0, std::max(0, all - width()));
    update();
}

void ResultStrip::bringIntoSight(int index) {
    const int left = index * stride(), right = left + px(kResultWidth) + 2 * px(kResultRim);
    if (left < m_offset) scrollTo(left);
    if (right > m_offset + width()) scrollTo(right - width());
}

QString ResultStrip::captionOf(const ResultItem& item) const {
    return item.isGrowing ? tr("Growing now") : item.isWaiting ? tr("Waiting") : item.caption;
}

void ResultStrip::paintCell(QPainter& painter, int index) const {
    const ResultItem& item = m_results[static_cast<size_t>(index)];
    const QRectF shown = pictureRect(item.id);
    drawThumb(painter, shown, item.picture);
    if (item.id == m_current)
        paint::pictureFrame(painter, shown);
    else if (index == m_hovered || (hasFocus() && keyboardInUse() && index == m_focused))
        paint::hoverFrame(painter, shown);
    const QRectF cell = cellRect(index);
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(item.id == m_current ? tokens().text : tokens().text2);
    const QString caption =
        painter.fontMetrics().elidedText(captionOf(item), Qt::ElideRight, px(kResultWidth));
    painter.drawText(QRectF(cell.left(), cell.bottom() + px(kResultRim), cell.width(), px(kResultCaption)),
                     Qt::AlignLeft | Qt::AlignVCenter, caption);
}

void ResultStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_results.empty()) {
        painter.setFont(widgets::font(TextRole::Body));
        painter.setPen(tokens().text2);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    for (int i = 0; i < static_cast<int>(m_results.size()); ++i)
        if (cellRect(i).intersects(QRectF(rect()))) paintCell(painter, i);
}

bool ResultStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int index = indexAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           index < 0 ? QString() : captionOf(m_results[static_cast<size_t>(index)]), this);
        return true;
    }
    return QWidget::event(event);
}

void ResultStrip::resizeEvent(QResizeEvent*) {
    scrollTo(m_offset);
}

void ResultStrip::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position()) : -1;
    m_pressedAt = event->position();
}

void ResultStrip::mouseMoveEvent(QMouseEvent* event) {
    m_hovered = indexAt(event->position());
    update();
    const double moved = (event->position() - m_pressedAt).manhattanLength();
    if (m_pressed < 0 || moved < QApplication::startDragDistance()) return;
    Q_EMIT dragRequested(m_results[static_cast<size_t>(std::exchange(m_pressed, -1))].id);
}

void ResultStrip::mouseReleaseEvent(QMouseEvent* event) {
    const int index = std::exchange(m_pressed, -1);
    if (index < 0 || index != indexAt(event->position())) return;
    m_focused = index;
    Q_EMIT activated(m_results[static_cast<size_t>(index)].id);
}

void ResultStrip::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void ResultStrip::wheelEvent(QWheelEvent* event) {
    const QPoint turned = event->angleDelta();
    scrollTo(m_offset - (turned.x() != 0 ? turned.x() : turned.y()) * stride() / 120);
    event->accept();
}

void ResultStrip::keyPressEvent(QKeyEvent* event) {
    if (m_results.empty()) return QWidget::keyPressEvent(event);
    const int last = static_cast<int>(m_results.size()) - 1;
    const qint64 id = m_results[static_cast<size_t>(m_focused)].id;
    int next = m_focused;
    switch (event->key()) {
        case Qt::Key_Left:
            next = m_focused - 1;
            break;
        case Qt::Key_Right:
            next = m_focused + 1;
            break;
        case Qt::Key_Home:
            next = 0;
            break;
        case Qt::Key_End:
            next = last;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return Q_EMIT activated(id);
        case Qt::Key_Delete:
            return Q_EMIT removeRequested(id);
        default:
            return QWidget::keyPressEvent(event);
    }
    m_focused = std::clamp(next, 0, last);
    bringIntoSight(m_focused);
    setAccessibleDescription(captionOf(m_results[static_cast<size_t>(m_focused)]));
    announceValue(*this);
    update();
}

void ResultStrip::contextMenuEvent(QContextMenuEvent* event) {
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = isKey ? m_focused : indexAt(QPointF(event->pos()));
    if (index < 0 || index >= static_cast<int>(m_results.size())) return;
    Q_EMIT menuRequested(m_results[static_cast<size_t>(index)].id, event->globalPos());
}

QSize ResultStrip::sizeHint() const {
    return {px(480), px(100)};
}

QSize ResultStrip::minimumSizeHint() const {
    return {px(120), px(72)};
}

}  // namespace limner::widgets
