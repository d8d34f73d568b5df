// F6: the keyboard goes from area to area of the window.
#pragma once

#include <QList>

class QWidget;

namespace limner::app {

/// Gives the keyboard to the next (`step` 1) or previous (-1) visible area, to the widget in it that had it
/// last or else the first that takes it.
void cycleFocus(const QList<QWidget*>& areas, int step);

}  // namespace limner::app
