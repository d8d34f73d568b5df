// A text that follows theme and scale.
#pragma once

#include <QLabel>

#include "theme.h"

namespace limner::widgets {

/// Which text colour a label takes.
enum class Ink { Text, Text2, Text3, Accent, Ok, Warn, Error };
QColor inkColour(Ink ink);

class Label : public QLabel {
    Q_OBJECT

public:
    explicit Label(const QString& text = {}, TextRole role = TextRole::Body, Ink ink = Ink::Text,
                   QWidget* parent = nullptr);

    void setRole(TextRole role);
    void setInk(Ink ink);
    /// Plain text that wraps, with the line height of the role.
    void setParagraph(const QString& plain);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyLook();

    TextRole m_role;
    Ink m_ink;
    QString m_paragraph;
    bool m_applying = false;
};

}  // namespace limner::widgets
