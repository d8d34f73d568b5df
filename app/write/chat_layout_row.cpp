#include "chat_layout_row.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "widgets/button.h"
#include "widgets/label.h"
#include "write_values.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

QString onOneLine(QString text) {
    return text.replace(u'\n', QStringLiteral("\\n"));
}

QString onLines(QString text) {
    return text.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
}

}  // namespace

ChatLayoutRow::ChatLayoutRow(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("chat.layout"));
    m_line = new QLineEdit;
    m_line->setObjectName(QStringLiteral("chat.layout.line"));
    m_line->setAccessibleName(tr("How turns are laid out"));
    auto* reset = widgets::makeIconButton(QStringLiteral("reset"), tr("As the model brings it, or plainly"));
    reset->setObjectName(QStringLiteral("chat.layout.reset"));
    m_note = new Label({}, TextRole::Label, Ink::Text3);
    m_note->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(4));
    row->addWidget(m_line, 1);
    row->addWidget(reset);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_line, &QLineEdit::editingFinished, this, &ChatLayoutRow::take);
    connect(reset, &QPushButton::clicked, this, [this] {
        fill();
        Q_EMIT changed({});
    });
}

/// What is being typed stays as long as nothing else has changed.
void ChatLayoutRow::setTemplate(const QString& chatTemplate, const QString& model) {
    if (chatTemplate == m_shown && model == m_model) return;
    m_shown = chatTemplate;
    m_model = model;
    fill();
}

void ChatLayoutRow::fill() {
    m_line->setText(onOneLine(m_shown));
    m_note->setText(
        tr("{person} and {model} stand for what is said, \\n for a line end. Kept for “%1”.").arg(m_model));
    m_note->setInk(Ink::Text3);
}

/// What is not whole stays in the line, to be mended, and changes nothing.
void ChatLayoutRow::take() {
    const QString text = onLines(m_line->text());
    if (text == m_shown) return fill();
    if (text.isEmpty() || isChatTemplate(text)) return Q_EMIT changed(text);
    m_note->setText(tr("Turns need {person} and, behind it, {model}: the layout stays as it was."));
    m_note->setInk(Ink::Error);
}

}  // namespace limner::app
