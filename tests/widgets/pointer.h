// Mouse moves and wheel turns for tests, with buttons and modifiers, to widgets that need not be shown.
#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QWidget>

namespace limner::pointer {

inline void move(QWidget& widget, QPointF place, Qt::MouseButtons buttons = {},
                 Qt::KeyboardModifiers keys = {}) {
    QMouseEvent event(QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, buttons, keys);
    QApplication::sendEvent(&widget, &event);
}

inline void wheel(QWidget& widget, QPointF place, int delta, Qt::KeyboardModifiers keys = {}) {
    QWheelEvent event(place, widget.mapToGlobal(place), {}, {0, delta}, Qt::NoButton, keys, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&widget, &event);
}

}  // namespace limner::pointer
