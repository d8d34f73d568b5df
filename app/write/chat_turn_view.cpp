#include "chat_turn_view.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "chat_panel.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/paint.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

ChatTurnView::ChatTurnView(const ChatTurn& turn, QWidget* parent)
    : QWidget(parent), m_isPerson(turn.isPerson) {
    setObjectName(m_isPerson ? QStringLiteral("chat.person") : QStringLiteral("chat.model"));
    m_edit = widgets::makeIconButton(QStringLiteral("edit"), tr("Edit this turn"));
    m_edit->setObjectName(objectName() + QStringLiteral(".edit"));
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(m_isPerson ? tr("You") : tr("Model"), TextRole::Section, Ink::Text2), 1);
    head->addWidget(m_edit);
    m_words = new Label({}, TextRole::Lead);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_line = new ChatLine;
    m_line->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(6), px(10), px(12));
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_line);
    connect(m_edit, &QPushButton::clicked, this,
            [this] { m_line->isHidden() ? startEditing() : stopEditing(); });
    connect(m_line, &ChatLine::sent, this, [this] {
        const QString text = m_line->toPlainText().trimmed();
        stopEditing();
        if (!text.isEmpty() && text != m_text) Q_EMIT edited(text);
    });
    setText(turn.text);
}

void ChatTurnView::setText(const QString& text) {
    m_text = text.trimmed();
    m_words->setParagraph(m_isGrowing        ? m_text + QStringLiteral(" ▍")
                          : m_text.isEmpty() ? QStringLiteral("…")
                                             : m_text);
    setAccessibleName((m_isPerson ? tr("You: %1") : tr("Model: %1")).arg(m_text));
}

void ChatTurnView::setGrowing(bool isGrowing) {
    m_isGrowing = isGrowing;
    m_edit->setVisible(!isGrowing);
    setText(m_text);
}

void ChatTurnView::startEditing() {
    m_line->setPlainText(m_text);
    m_words->hide();
    m_line->show();
    m_line->setFocus();
    m_edit->setIconName(QStringLiteral("close"));
}

void ChatTurnView::stopEditing() {
    m_line->hide();
    m_words->show();
    m_edit->setIconName(QStringLiteral("edit"));
}

void ChatTurnView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto& t = widgets::tokens();
    widgets::fillRounded(painter, rect(), px(8), m_isPerson ? t.panel : QColor(),
                         m_isPerson ? t.line : QColor(), px(1));
}

}  // namespace limner::app
