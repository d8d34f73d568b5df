#include "page.h"

#include <QPainter>
#include <QVBoxLayout>

#include "scroll_room.h"
#include "widgets/theme.h"

namespace limner::app {

using widgets::px;

void Page::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), widgets::tokens().base);
}

void Page::setScrollingSheet(QWidget* sheet, int maximumWidth) {
    sheet->setMaximumWidth(px(maximumWidth));
    auto* middle = new QWidget;
    auto* row = new QHBoxLayout(middle);
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->addStretch(1);
    row->addWidget(sheet, 1000);
    row->addStretch(1);
    auto* scroll = new ScrollRoom(middle);
    scroll->viewport()->setAutoFillBackground(false);  // the page's own fill shows through
    middle->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

}  // namespace limner::app
