#include "tag_chips.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "focus_ring.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {

TagChips::TagChips(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("tagChips"));
    setAccessible(*this, QAccessible::List, tr("Style tags"));
    setFocusPolicy(Qt::TabFocus);
    setProperty("ownFocus", true);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TagChips::setTags(const QStringList& tags) {
    m_tags = tags;
    m_cursor = 0;
    updateGeometry();
    setFixedHeight(std::max(px(20), heightForWidth(width())));
    update();
}

void TagChips::setCurrent(const QString& tag) {
    m_current = tag;
    setAccessibleDescription(tag);
    update();
}

QList<QRect> TagChips::place(int width) const {
    const QFontMetricsF metrics(widgets::font(TextRole::Label));
    QList<QRect> rects;
    int x = 0, y = 0;
    for (const QString& tag : m_tags) {
        const int wide =
            std::min(width, static_cast<int>(std::ceil(metrics.horizontalAdvance(tag))) + 1 + 2 * px(8));
        if (x > 0 && x + wide > width) {
            x = 0;
            y += px(24);
        }
        rects.append(QRect(x, y, wide, px(20)));
        x += wide + px(4);
    }
    return rects;
}

QRect TagChips::tagRect(int index) const {
    return place(width()).value(index);
}

int TagChips::heightForWidth(int width) const {
    const QList<QRect> rects = place(std::max(width, px(60)));
    return rects.isEmpty() ? 0 : rects.last().bottom() + 1;
}

QSize TagChips::sizeHint() const {
    return {px(240), heightForWidth(px(240))};
}

QSize TagChips::minimumSizeHint() const {
    return {px(60), px(20)};
}

void TagChips::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    setFixedHeight(std::max(px(20), heightForWidth(width())));
}

void TagChips::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    const QList<QRect> rects = place(width());
    painter.setFont(widgets::font(TextRole::Label));
    for (int i = 0; i < rects.size(); ++i) {
        const bool isOn = m_tags[i] == m_current;
        fillRounded(painter, rects[i], px(4), lively(isOn ? t.accentDim : t.control, i == m_hovered, false));
        if (i == m_cursor && hasFocus() && keyboardInUse())
            fillRounded(painter, rects[i], px(4), {}, t.accent, px(2));
        painter.setPen(isOn ? t.text : t.text2);
        const QString words =
            painter.fontMetrics().elidedText(m_tags[i], Qt::ElideRight, rects[i].width() - 2 * px(8));
        painter.drawText(rects[i], Qt::AlignCenter, words);
    }
}

int TagChips::tagAt(const QPoint& at) const {
    const QList<QRect> rects = place(width());
    const auto found = std::ranges::find_if(rects, [&](const QRect& rect) { return rect.contains(at); });
    return found == rects.end() ? -1 : static_cast<int>(found - rects.begin());
}

void TagChips::toggle(int index) {
    if (index < 0 || index >= m_tags.size()) return;
    m_cursor = index;
    setCurrent(m_tags[index] == m_current ? QString() : m_tags[index]);
    Q_EMIT chosen(m_current);
}

void TagChips::mouseMoveEvent(QMouseEvent* event) {
    m_hovered = tagAt(event->position().toPoint());
    setCursor(m_hovered < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void TagChips::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) toggle(tagAt(event->position().toPoint()));
}

void TagChips::keyPressEvent(QKeyEvent* event) {
    const auto last = static_cast<int>(m_tags.size()) - 1;
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left) {
        m_cursor = std::clamp(m_cursor + (event->key() == Qt::Key_Right ? 1 : -1), 0, std::max(0, last));
        return update();
    }
    const bool presses = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return;
    presses ? toggle(m_cursor) : QWidget::keyPressEvent(event);
}

void TagChips::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void TagChips::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void TagChips::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace limner::widgets
