#include "reset_dot.h"

#include "paint.h"
#include "theme.h"

namespace limner::widgets {

ResetDot::ResetDot(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("focusRadius", 2);
}

QSize ResetDot::sizeHint() const {
    return {px(20), px(24)};
}

void ResetDot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    if (underMouse() || hasFocus())
        return drawIcon(painter, rect(), QStringLiteral("undo"), t.accent, px(14));
    const double size = px(6);
    fillRounded(painter, QRectF(px(1), (height() - size) / 2, size, size), size / 2, t.accent);
}

}  // namespace limner::widgets
