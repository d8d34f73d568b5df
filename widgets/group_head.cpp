#include "group_head.h"

#include <QKeyEvent>
#include <algorithm>

#include "focus_ring.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {

GroupHead::GroupHead(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setProperty("ownFocus", true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GroupHead::setNote(const QString& note) {
    m_note = note;
    update();
}

void GroupHead::setLine(bool line) {
    m_line = line;
    update();
}

QSize GroupHead::sizeHint() const {
    return {px(200), px(32)};
}

QSize GroupHead::minimumSizeHint() const {
    return {px(80), sizeHint().height()};
}

void GroupHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    if (m_line) painter.fillRect(QRect(0, 0, width(), px(1)), t.line);
    const QRect inner = rect().adjusted(px(12), px(1), -px(12), 0);
    const QString chevron = isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    drawIcon(painter, QRect(inner.left(), inner.top(), px(14), inner.height()), chevron,
             underMouse() ? t.text : t.text3, px(14));
    painter.setFont(widgets::font(TextRole::Section));
    painter.setPen(t.text);
    painter.drawText(inner.adjusted(px(20), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    const int taken = px(20) + painter.fontMetrics().horizontalAdvance(text()) + px(12);
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(t.text3);
    painter.drawText(
        inner, Qt::AlignVCenter | Qt::AlignRight,
        painter.fontMetrics().elidedText(m_note, Qt::ElideRight, std::max(0, inner.width() - taken)));
    if (hasFocus() && keyboardInUse())
        fillRounded(painter, rect().adjusted(px(4), px(3), -px(4), -px(2)), px(4), {}, t.accent, px(2));
}

void GroupHead::keyPressEvent(QKeyEvent* event) {
    const bool folds = event->key() == Qt::Key_Left && isChecked();
    const bool unfolds = event->key() == Qt::Key_Right && !isChecked();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (folds || unfolds || enter) return click();
    QAbstractButton::keyPressEvent(event);
}

}  // namespace limner::widgets
