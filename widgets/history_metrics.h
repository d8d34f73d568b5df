// Where the places of the history stand: columns by depth, lines by branch.
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include "theme.h"

namespace limner::widgets::history {

inline int columnStride() {
    return px(68);
}
inline int lineStride() {
    return px(42);
}
inline int thumbEdge() {
    return px(36);
}
inline QPoint margin() {
    return {px(16), px(4)};
}
/// Edge of a picture in device pixels.
inline int thumbPixels(double ratio) {
    return static_cast<int>(thumbEdge() * ratio);
}
inline QRect cellRect(int column, int line) {
    return {margin() + QPoint(column * columnStride(), line * lineStride()), QSize(thumbEdge(), thumbEdge())};
}
/// The cell whose stride holds this place; negative left of and above the first.
inline QPoint cellAt(QPoint place) {
    const QPoint inside = place - margin();
    return {inside.x() < 0 ? -1 : inside.x() / columnStride(),
            inside.y() < 0 ? -1 : inside.y() / lineStride()};
}
inline QSize sizeOf(int columns, int lines) {
    const QPoint last = cellRect(columns - 1, lines - 1).bottomRight() + margin();
    return {last.x() + 1, last.y() + 1};
}

}  // namespace limner::widgets::history
