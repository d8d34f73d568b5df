#include "scroll_room.h"

namespace limner::app {

ScrollRoom::ScrollRoom(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // painted only where there is something to scroll
    setWidget(content);
}

}  // namespace limner::app
