#include "icon_view.h"

#include "paint.h"
#include "theme.h"

namespace limner::widgets {

IconView::IconView(const QString& iconName, Ink ink, QWidget* parent)
    : QWidget(parent), m_iconName(iconName), m_ink(ink) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize IconView::sizeHint() const {
    return {px(14), lineHeight(TextRole::Body)};
}

void IconView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawIcon(painter, rect(), m_iconName, inkColour(m_ink), px(14));
}

}  // namespace limner::widgets
