#include "label.h"

#include <QEvent>
#include <QPalette>

namespace limner::widgets {

QColor inkColour(Ink ink) {
    const Tokens& t = tokens();
    switch (ink) {
        case Ink::Text:
            return t.text;
        case Ink::Text2:
            return t.text2;
        case Ink::Text3:
            return t.text3;
        case Ink::Accent:
            return t.accent;
        case Ink::Ok:
            return t.ok;
        case Ink::Warn:
            return t.warn;
        case Ink::Error:
            return t.error;
    }
    return t.text;
}

Label::Label(const QString& text, TextRole role, Ink ink, QWidget* parent)
    : QLabel(text, parent), m_role(role), m_ink(ink) {
    applyLook();
}

void Label::setRole(TextRole role) {
    m_role = role;
    applyLook();
}

void Label::setInk(Ink ink) {
    m_ink = ink;
    applyLook();
}

void Label::setParagraph(const QString& plain) {
    m_paragraph = plain;
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    applyLook();
}

void Label::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    const bool themeChanged = event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange;
    if (themeChanged && !m_applying) applyLook();
}

void Label::applyLook() {
    m_applying = true;  // setting font and palette raises the events that changeEvent listens to
    setFont(widgets::font(m_role));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, inkColour(m_ink));
    colours.setColor(QPalette::Disabled, QPalette::WindowText, tokens().text3);
    setPalette(colours);
    if (!m_paragraph.isEmpty())
        setText(QStringLiteral("<p style=\"margin:0; line-height:%1px\">%2</p>")
                    .arg(lineHeight(m_role))
                    .arg(m_paragraph.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))));
    m_applying = false;
}

}  // namespace limner::widgets
