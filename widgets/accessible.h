// Names and roles for screen readers, for widgets that paint themselves.
#pragma once

#include <QAccessible>
#include <QString>

class QWidget;

namespace limner::widgets {

/// Gives a widget its role and name. A widget with a USER property that is a number offers it as its value,
/// with the properties "minimum" and "maximum" as limits where it has them.
void setAccessible(QWidget& widget, QAccessible::Role role, const QString& name = {});

/// Tells screen readers that the value changed.
void announceValue(QWidget& widget);

}  // namespace limner::widgets
