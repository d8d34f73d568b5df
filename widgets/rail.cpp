#include "rail.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "accessible.h"
#include "focus_ring.h"
#include "paint.h"
#include "theme.h"
#include "tool_tip.h"

namespace limner::widgets {

Rail::Rail(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("rail"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessible(*this, QAccessible::PageTabList, tr("Workspaces"));
}

void Rail::setItems(std::vector<Item> top, std::vector<Item> bottom) {
    m_top = std::move(top);
    m_bottom = std::move(bottom);
    updateGeometry();
    update();
}

void Rail::setCurrent(const QString& id) {
    m_current = id;
    const auto items = all();
    for (int i = 0; i < static_cast<int>(items.size()); ++i)
        if (items[static_cast<size_t>(i)]->id == id) {
            m_focused = i;
            setAccessibleDescription(items[static_cast<size_t>(i)]->label);
        }
    update();
}

void Rail::setRunning(const QString& id) {
    m_running = id;
    update();
}

void Rail::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    update();
}

QSize Rail::sizeHint() const {
    int width = px(m_compact ? 48 : 64);
    if (!m_compact) {
        const QFontMetrics metrics(widgets::font(TextRole::Label));
        for (const Item* item : all())
            width = std::max(width, metrics.horizontalAdvance(item->label) + px(8));
    }
    const int items = static_cast<int>(m_top.size() + m_bottom.size());
    return {width, px(64) + items * px(m_compact ? 44 : 56)};
}

QSize Rail::minimumSizeHint() const {
    return sizeHint();
}

std::vector<const Rail::Item*> Rail::all() const {
    std::vector<const Item*> items;
    for (const Item& item : m_top) items.push_back(&item);
    for (const Item& item : m_bottom) items.push_back(&item);
    return items;
}

QRect Rail::logoRect() const {
    return {0, px(4), width(), px(44)};
}

QRect Rail::itemRect(int index) const {
    const int height = px(m_compact ? 44 : 56);
    const int top = static_cast<int>(m_top.size());
    if (index < top) return {0, px(52) + index * height, width(), height};
    const int fromEnd = static_cast<int>(m_bottom.size()) - (index - top);
    return {0, this->height() - px(8) - fromEnd * height, width(), height};
}

int Rail::itemAt(const QPoint& position) const {
    for (int i = 0; i < static_cast<int>(all().size()); ++i)
        if (itemRect(i).contains(position)) return i;
    return -1;
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    painter.fillRect(rect(), t.panel);
    painter.fillRect(QRect(width() - px(1), 0, px(1), height()), t.line);
    drawIcon(painter, logoRect().adjusted(0, 0, -px(1), 0), QStringLiteral("logo"), t.text2, px(24));
    for (int i = 0; i < static_cast<int>(all().size()); ++i) paintItem(painter, i);
}

void Rail::paintItem(QPainter& painter, int index) const {
    const Tokens& t = tokens();
    const Item& item = *all()[static_cast<size_t>(index)];
    const QRect rect = itemRect(index).adjusted(0, 0, -px(1), 0);
    const bool current = item.id == m_current;
    const bool lit = current || index == m_hovered;
    if (current) {
        const QRectF marker(-px(3), rect.top() + px(8), 2 * px(3), rect.height() - 2 * px(8));
        fillRounded(painter, marker, px(2), t.accent);
    }
    QRect iconPlace = rect;
    if (!m_compact) iconPlace = QRect(rect.left(), rect.top() + px(9), rect.width(), px(20));
    const QColor iconColour = current ? t.accent : lit ? t.text : t.text2;
    drawIcon(painter, iconPlace, item.iconName, iconColour, px(20));
    if (!m_compact) {
        painter.setFont(widgets::font(TextRole::Label));
        painter.setPen(lit ? t.text : t.text2);
        painter.drawText(QRect(rect.left(), rect.top() + px(33), rect.width(), px(14)), Qt::AlignCenter,
                         item.label);
    }
    if (item.id == m_running && !current) {
        const double dot = px(7);
        const double x = iconPlace.center().x() + px(10);
        fillRounded(painter, QRectF(x, rect.top() + px(8), dot, dot), dot / 2, t.accent);
    }
    if (hasFocus() && keyboardInUse() && index == m_focused)
        fillRounded(painter, rect.adjusted(px(4), px(3), -px(4), -px(3)), px(6), {}, t.accent, px(2));
}

void Rail::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPoint position = event->position().toPoint();
    if (logoRect().contains(position)) Q_EMIT logoClicked();
    const int index = itemAt(position);
    if (index < 0) return;
    m_focused = index;
    Q_EMIT chosen(all()[static_cast<size_t>(index)]->id);
}

void Rail::mouseMoveEvent(QMouseEvent* event) {
    const int hovered = itemAt(event->position().toPoint());
    if (hovered == m_hovered) return;
    m_hovered = hovered;
    update();
}

void Rail::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void Rail::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(all().size()) - 1;
    switch (event->key()) {
        case Qt::Key_Down:
            m_focused = std::min(m_focused + 1, last);
            break;
        case Qt::Key_Up:
            m_focused = std::max(m_focused - 1, 0);
            break;
        case Qt::Key_Home:
            m_focused = 0;
            break;
        case Qt::Key_End:
            m_focused = last;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (last >= 0) Q_EMIT chosen(all()[static_cast<size_t>(m_focused)]->id);
            return;
        default:
            return QWidget::keyPressEvent(event);
    }
    update();
}

bool Rail::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = itemAt(help->pos());
        if (index >= 0) {
            const Item& item = *all()[static_cast<size_t>(index)];
            QToolTip::showText(help->globalPos(), toolTipText(item.label, item.toolTip), this,
                               itemRect(index));
            return true;
        }
    }
    if (event->type() == QEvent::StyleChange) updateGeometry();
    return QWidget::event(event);
}

}  // namespace limner::widgets
