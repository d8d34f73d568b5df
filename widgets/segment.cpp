#include "segment.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "accessible.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

int trough() {
    return px(2);
}

QFont itemFont(bool current) {
    QFont result = font(TextRole::Number);
    if (current) result.setWeight(QFont::Medium);
    return result;
}

}  // namespace

Segment::Segment(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessible(*this, QAccessible::PageTabList);
}

void Segment::setItems(std::vector<Item> items) {
    m_items = std::move(items);
    m_current = m_items.empty() ? -1 : 0;
    updateGeometry();
    update();
}

QString Segment::currentId() const {
    return m_current < 0 ? QString() : m_items[static_cast<size_t>(m_current)].id;
}

void Segment::setCurrent(int index) {
    if (index < 0 || index >= static_cast<int>(m_items.size()) || index == m_current) return;
    m_current = index;
    setAccessibleDescription(m_items[static_cast<size_t>(index)].label);
    update();
    Q_EMIT currentChanged(index);
    announceValue(*this);
}

void Segment::setCurrentId(const QString& id) {
    for (size_t i = 0; i < m_items.size(); ++i)
        if (m_items[i].id == id) setCurrent(static_cast<int>(i));
}

int Segment::itemWidth(const Item& item) const {
    const int text = QFontMetrics(itemFont(true)).horizontalAdvance(item.label);
    const int glyph = item.iconName.isEmpty() ? 0 : px(14) + (item.label.isEmpty() ? 0 : px(4));
    return text + glyph + 2 * px(9);
}

QSize Segment::sizeHint() const {
    int width = 2 * trough() + trough() * (static_cast<int>(m_items.size()) - 1);
    for (const Item& item : m_items) width += itemWidth(item);
    return {width, px(28)};
}

QRect Segment::itemRect(int index) const {
    int x = trough();
    for (int i = 0; i < index; ++i) x += itemWidth(m_items[static_cast<size_t>(i)]) + trough();
    const int width = itemWidth(m_items[static_cast<size_t>(index)]);
    const QRect rect(x, trough(), width, height() - 2 * trough());
    return layoutDirection() == Qt::RightToLeft
               ? rect.translated(this->width() - rect.left() - rect.right() - 1, 0)
               : rect;
}

int Segment::itemAt(const QPoint& position) const {
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i)
        if (itemRect(i).contains(position)) return i;
    return -1;
}

void Segment::choose(int index) {
    if (index < 0 || index >= static_cast<int>(m_items.size()) || index == m_current) return;
    if (!m_items[static_cast<size_t>(index)].enabled) return;
    setCurrent(index);
    Q_EMIT chosen(currentId());
}

void Segment::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    fillRounded(painter, rect(), px(6), tone() == Tone::Dark ? t.field : t.control);
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) paintItem(painter, i);
}

void Segment::paintItem(QPainter& painter, int index) const {
    const Tokens& t = tokens();
    const Item& item = m_items[static_cast<size_t>(index)];
    const bool current = index == m_current;
    const bool enabled = isEnabled() && item.enabled;
    QRect rect = itemRect(index);
    if (current) fillRounded(painter, rect, px(4), tone() == Tone::Dark ? t.hover : t.field);
    QColor ink = current || (index == m_hovered && enabled) ? t.text : t.text2;
    if (!enabled) ink = t.text3;
    rect.adjust(px(9), 0, 0, 0);
    if (!item.iconName.isEmpty()) {
        drawIcon(painter, QRect(rect.left(), rect.top(), px(14), rect.height()), item.iconName, ink, px(14));
        rect.setLeft(rect.left() + px(18));
    }
    painter.setFont(itemFont(current));
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, item.label);
}

void Segment::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(itemAt(event->position().toPoint()));
}

void Segment::mouseMoveEvent(QMouseEvent* event) {
    m_hovered = itemAt(event->position().toPoint());
    update();
}

void Segment::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void Segment::keyPressEvent(QKeyEvent* event) {
    int step = 0;
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down) step = 1;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up) step = -1;
    if (step == 0) return QWidget::keyPressEvent(event);
    const int count = static_cast<int>(m_items.size());
    for (int next = m_current + step; next >= 0 && next < count; next += step)
        if (m_items[static_cast<size_t>(next)].enabled) return choose(next);
}

bool Segment::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = itemAt(help->pos());
        const QString tip = index < 0 ? QString() : m_items[static_cast<size_t>(index)].toolTip;
        if (!tip.isEmpty()) {
            QToolTip::showText(help->globalPos(), tip, this, itemRect(index));
            return true;
        }
    }
    if (event->type() == QEvent::StyleChange) updateGeometry();
    return QWidget::event(event);
}

}  // namespace limner::widgets
