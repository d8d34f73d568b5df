// A scrolling room for words that wrap. It keeps the place of its scroll bar free, since QScrollArea measures
// rows that grow when they become narrower at the width without the bar, and would squeeze them.
#pragma once

#include <QScrollArea>

namespace limner::app {

class ScrollRoom : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollRoom(QWidget* content, QWidget* parent = nullptr);
};

}  // namespace limner::app
