#include "token_popup.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "accessible.h"
#include "label.h"
#include "paint.h"
#include "theme.h"
#include "token_label.h"

namespace limner::widgets {

TokenPopup::TokenPopup(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("tokenPopup"));
    setAccessible(*this, QAccessible::PopupMenu, tr("What else might stand here"));
    setFocusPolicy(Qt::ClickFocus);
    setProperty("ownFocus", true);
    m_title = new Label({}, TextRole::Label, Ink::Text3);
    m_entropy = new Label({}, TextRole::Label, Ink::Text3);
    m_entropy->setToolTip(
        tr("How undecided the model was here: 0 bits is certain, each bit more doubles the "
           "number of equally likely words."));
    m_bars = new ProbabilityBars;
    m_bars->setFocusPolicy(Qt::NoFocus);
    m_hint = new Label({}, TextRole::Label, Ink::Text3);
    m_keys = new Label({}, TextRole::Label, Ink::Text3);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_entropy);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_keys);
    auto* column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_bars);
    column->addLayout(foot);
    setSpaces();
    hide();
    connect(m_bars, &ProbabilityBars::activated, this, [this](int index) {
        dismiss();
        Q_EMIT chosen(index);
    });
}

void TokenPopup::setSpaces() {
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->setContentsMargins(px(5), px(5), px(5), px(5));
    column->setSpacing(0);
    column->itemAt(0)->layout()->setContentsMargins(px(8), px(4), px(8), px(4));
    column->itemAt(2)->layout()->setContentsMargins(px(8), px(10), px(8), px(4));
    m_bars->setRowHeight(28);
    m_bars->setInset(8, 8);
}

void TokenPopup::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_bars != nullptr) setSpaces();
}

void TokenPopup::setContent(const Content& content) {
    const QString word = tokenLabel(content.instead);
    const QFontMetrics metrics(widgets::font(TextRole::Label));
    m_title->setText(content.instead.isEmpty()
                         ? tr("What comes next")
                         : tr("Instead of “%1”").arg(metrics.elidedText(word, Qt::ElideRight, px(120))));
    m_entropy->setText(tr("entropy %1 bits").arg(QLocale().toString(content.entropyBits, 'f', 1)));
    m_bars->setRows(content.alternatives);
    const auto same = [&](const Likelihood& row) { return row.text == content.instead; };
    const auto found = std::ranges::find_if(content.alternatives, same);
    const int chosen =
        found == content.alternatives.end() ? -1 : static_cast<int>(found - content.alternatives.begin());
    m_bars->setChosen(content.instead.isEmpty() ? -1 : chosen);
    m_bars->setCurrent(std::max(0, chosen));
    m_keys->setText(tr("1–%1 choose").arg(content.alternatives.size()));
}

void TokenPopup::place(const QRect& token) {
    resize(std::max(px(264), minimumSizeHint().width()), sizeHint().height());
    const QRect room = parentWidget()->rect().adjusted(px(4), px(4), -px(4), -px(4));
    int y = token.bottom() + px(8);
    if (y + height() > room.bottom()) y = std::max(room.top(), token.top() - px(8) - height());
    const int x =
        std::clamp(token.left() - px(8), room.left(), std::max(room.left(), room.right() - width()));
    move(x, y);
    show();
    raise();
}

/// With the pointer alone, Enter still belongs to the text.
void TokenPopup::showHint() {
    m_hint->setText(hasFocus() ? tr("Enter branches here") : tr("A click branches here"));
}

void TokenPopup::openAt(const QRect& token) {
    showHint();
    place(token);
}

void TokenPopup::openWithKeyboard(const QRect& token) {
    place(token);
    setFocus(Qt::PopupFocusReason);
}

void TokenPopup::dismiss() {
    if (isHidden()) return;
    const bool hadFocus = hasFocus();
    hide();
    if (hadFocus && parentWidget()->focusProxy() == nullptr) parentWidget()->setFocus(Qt::PopupFocusReason);
    Q_EMIT dismissed();
}

bool TokenPopup::takeForeignKey(const QKeyEvent& event) {
    if (!isOpen() || hasFocus()) return false;
    if (event.key() != Qt::Key_Escape) return m_bars->takeNumber(event);
    dismiss();
    return true;
}

void TokenPopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return dismiss();
    if (!m_bars->takeKey(*event)) QWidget::keyPressEvent(event);
}

void TokenPopup::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    showHint();
}

void TokenPopup::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    if (!isHidden() && event->reason() != Qt::ActiveWindowFocusReason) {
        hide();
        Q_EMIT dismissed();
    }
}

void TokenPopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    fillRounded(painter, rect(), px(8), tokens().panel, tokens().edge, px(1));
    const int y = m_bars->geometry().bottom() + px(5);
    painter.fillRect(QRect(px(5), y, width() - 2 * px(5), px(1)), tokens().line);
}

}  // namespace limner::widgets
