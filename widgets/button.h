// A push button with a role and a themed icon.
#pragma once

#include <QPushButton>

namespace limner::widgets {

class Button : public QPushButton {
    Q_OBJECT

public:
    /// @param role  words of primary, quiet, danger, big, title; empty for a plain button
    /// With an icon and no text the button is a 28-pixel square; give it a tool tip, which also names it.
    Button(const QString& text, const QString& iconName, const QString& role, QWidget* parent = nullptr);
    explicit Button(const QString& text, QWidget* parent = nullptr);

    void setRole(const QString& role);
    QString role() const;
    void setIconName(const QString& name);

protected:
    bool event(QEvent* event) override;
};

/// An icon alone, quiet. `tip` is tool tip and accessible name.
Button* makeIconButton(const QString& iconName, const QString& tip, QWidget* parent = nullptr);

}  // namespace limner::widgets
