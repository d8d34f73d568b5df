#include "button.h"

#include <QEvent>

#include "icon.h"

namespace limner::widgets {

Button::Button(const QString& text, const QString& iconName, const QString& role, QWidget* parent)
    : QPushButton(text, parent) {
    setAutoDefault(false);
    setProperty("role", role);
    setIconName(iconName);
}

Button::Button(const QString& text, QWidget* parent) : Button(text, {}, {}, parent) {}

void Button::setRole(const QString& role) {
    setProperty("role", role);
    setIcon(QPushButton::icon());  // QPushButton keeps its size hint until icon or text are set
    updateGeometry();
}

QString Button::role() const {
    return property("role").toString();
}

void Button::setIconName(const QString& name) {
    setIcon(name.isEmpty() ? QIcon() : widgets::icon(name));
}

bool Button::event(QEvent* event) {
    if (event->type() == QEvent::ToolTipChange && text().isEmpty() && accessibleName().isEmpty())
        setAccessibleName(toolTip());
    return QPushButton::event(event);
}

Button* makeIconButton(const QString& iconName, const QString& tip, QWidget* parent) {
    auto* button = new Button({}, iconName, QStringLiteral("quiet"), parent);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

}  // namespace limner::widgets
