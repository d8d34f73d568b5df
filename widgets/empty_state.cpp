#include "empty_state.h"

#include <QEvent>
#include <QVBoxLayout>

#include "button.h"
#include "label.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_title(new Label({}, TextRole::Strong, Ink::Text, this)),
      m_sentence(new Label({}, TextRole::Number, Ink::Text2, this)),
      m_button(new Button({}, {}, QStringLiteral("primary"), this)) {
    setObjectName(QStringLiteral("emptyState"));
    m_button->setObjectName(QStringLiteral("emptyState.button"));
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(24), px(16), px(24), px(16));
    layout->setSpacing(px(8));
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
}

void EmptyState::setContent(const QString& title, const QString& sentence, const QString& buttonText,
                            const QString& buttonIcon) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_button->setText(buttonText);
    m_button->setIconName(buttonIcon);
    m_button->setVisible(!buttonText.isEmpty());
    setAccessibleName(title);
}

void EmptyState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    fillRounded(painter, rect(), px(8), tokens().canvas);
}

void EmptyState::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange) return;
    layout()->setContentsMargins(px(24), px(16), px(24), px(16));
    layout()->setSpacing(px(8));
}

}  // namespace limner::widgets
