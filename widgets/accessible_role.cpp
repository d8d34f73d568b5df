#include "accessible_role.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace limner::widgets {
namespace {

constexpr char kRole[] = "limner.accessibleRole";

QAccessibleInterface* makeInterface(const QString& className, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget || className != QLatin1StringView(object->metaObject()->className())) return nullptr;
    const QVariant role = object->property(kRole);
    if (!role.isValid()) return nullptr;
    return new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()));
}

}  // namespace

void setAccessibleRole(QWidget* widget, QAccessible::Role role) {
    static const bool isInstalled = (QAccessible::installFactory(&makeInterface), true);
    Q_UNUSED(isInstalled);
    widget->setProperty(kRole, static_cast<int>(role));
}

}  // namespace limner::widgets
