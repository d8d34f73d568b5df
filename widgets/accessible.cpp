#include "accessible.h"

#include <QAccessibleWidget>
#include <QMetaProperty>
#include <QWidget>

namespace limner::widgets {
namespace {

constexpr char kRole[] = "accessibleRole";

class PaintedWidget : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    PaintedWidget(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface && hasNumber())
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QVariant currentValue() const override { return userProperty().read(widget()); }
    void setCurrentValue(const QVariant& value) override { userProperty().write(widget(), value); }
    QVariant minimumValue() const override { return widget()->property("minimum"); }
    QVariant maximumValue() const override { return widget()->property("maximum"); }
    QVariant minimumStepSize() const override { return {}; }

private:
    QMetaProperty userProperty() const { return widget()->metaObject()->userProperty(); }
    bool hasNumber() const {
        const QMetaProperty user = userProperty();
        return user.isValid() && (user.typeId() == QMetaType::Double || user.typeId() == QMetaType::Int);
    }
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    if (object == nullptr || !object->isWidgetType()) return nullptr;
    const QVariant role = object->property(kRole);
    if (!role.isValid()) return nullptr;
    return new PaintedWidget(static_cast<QWidget*>(object), static_cast<QAccessible::Role>(role.toInt()));
}

}  // namespace

void setAccessible(QWidget& widget, QAccessible::Role role, const QString& name) {
    static const bool installed = [] {
        QAccessible::installFactory(&makeInterface);
        return true;
    }();
    Q_UNUSED(installed);
    widget.setProperty(kRole, static_cast<int>(role));
    if (!name.isEmpty()) widget.setAccessibleName(name);
}

void announceValue(QWidget& widget) {
    if (!QAccessible::isActive()) return;
    QAccessibleValueChangeEvent changed(&widget, widget.metaObject()->userProperty().read(&widget));
    QAccessible::updateAccessibility(&changed);
}

}  // namespace limner::widgets
