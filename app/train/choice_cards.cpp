#include "choice_cards.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core_text.h"
#include "widgets/theme.h"

namespace limner::app {

using widgets::px;
using widgets::TextRole;
using widgets::tokens;

ChoiceCard::ChoiceCard(const Choice& choice, QWidget* parent)
    : QAbstractButton(parent), m_isAvailable(choice.unavailable.isEmpty()) {
    m_sentence = m_isAvailable ? coreText(choice.help) : coreText(choice.unavailable);
    setText(coreText(choice.label));
    setAccessibleName(text());
    setAccessibleDescription(m_sentence);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setEnabled(m_isAvailable);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect ChoiceCard::sentenceRect(int width) const {
    if (m_sentence.isEmpty()) return {};
    const QFontMetrics metrics(widgets::font(TextRole::Number));
    const int inside = width - 2 * px(12);
    const QRect needed = metrics.boundingRect(QRect(0, 0, inside, 10000), Qt::TextWordWrap, m_sentence);
    return {px(12), px(8) + widgets::lineHeight(TextRole::Body), inside, needed.height()};
}

int ChoiceCard::heightForWidth(int width) const {
    const QRect sentence = sentenceRect(width);
    return px(8) + widgets::lineHeight(TextRole::Body) + sentence.height() + px(8);
}

QSize ChoiceCard::sizeHint() const {
    return {px(240), heightForWidth(width() > px(100) ? width() : px(240))};
}

void ChoiceCard::resizeEvent(QResizeEvent* event) {
    QAbstractButton::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));
}

bool ChoiceCard::event(QEvent* event) {
    const auto type = event->type();
    if (type == QEvent::HoverEnter || type == QEvent::HoverLeave || type == QEvent::StyleChange) update();
    return QAbstractButton::event(event);
}

void ChoiceCard::paintEvent(QPaintEvent*) {
    const auto& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(isChecked() ? t.accent : t.line);
    painter.setBrush(isChecked() ? t.accentDim : underMouse() && isEnabled() ? t.control : t.panel);
    painter.drawRoundedRect(frame, px(8), px(8));

    const QRect name(px(12), px(7), width() - 2 * px(12), widgets::lineHeight(TextRole::Body));
    painter.setFont(widgets::font(TextRole::Strong));
    painter.setPen(isEnabled() ? t.text : t.text3);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(widgets::font(TextRole::Number));
    painter.setPen(m_isAvailable ? t.text2 : t.warn);
    painter.drawText(sentenceRect(width()), Qt::TextWordWrap, m_sentence);
}

ChoiceCards::ChoiceCards(QWidget* parent) : QWidget(parent) {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(8));
}

void ChoiceCards::setChoices(const std::vector<Choice>& choices) {
    for (const auto& [id, card] : m_cards) delete card;
    m_cards.clear();
    for (const Choice& choice : choices) {
        auto* card = new ChoiceCard(choice, this);
        const QString id = fromUtf8(choice.id);
        card->setObjectName(QStringLiteral("choice.") + id);
        connect(card, &QAbstractButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
        m_column->addWidget(card);
        m_cards.emplace_back(id, card);
    }
}

void ChoiceCards::setCurrent(const QString& id) {
    if (ChoiceCard* found = card(id)) found->setChecked(true);
}

ChoiceCard* ChoiceCards::card(const QString& id) const {
    const auto found =
        std::find_if(m_cards.begin(), m_cards.end(), [&](const auto& c) { return c.first == id; });
    return found == m_cards.end() ? nullptr : found->second;
}

}  // namespace limner::app
