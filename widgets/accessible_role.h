// What a painted widget is to assistive technology.
#pragma once

#include <QAccessible>

class QWidget;

namespace limner::widgets {

/// Call it in the constructor; a plain QWidget would be announced as a client area without a meaning.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

}  // namespace limner::widgets
