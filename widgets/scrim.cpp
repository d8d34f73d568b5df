#include "scrim.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace limner::widgets {

Scrim::Scrim(QWidget* host) : QWidget(host) {
    setObjectName(QStringLiteral("scrim"));
    hide();
    host->installEventFilter(this);
}

void Scrim::setCard(QWidget* card, int top) {
    m_card = card;
    m_top = top;
    card->setParent(this);
    card->installEventFilter(this);
}

void Scrim::cover() {
    if (isHidden()) m_hadFocus = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    raise();
    show();
    if (m_card != nullptr) m_card->show();
    place();
}

void Scrim::uncover() {
    if (isHidden()) return;
    hide();
    if (m_hadFocus != nullptr) m_hadFocus->setFocus(Qt::OtherFocusReason);
    m_hadFocus = nullptr;
}

void Scrim::place() {
    if (m_card == nullptr) return;
    QSize size = m_card->sizeHint().expandedTo(m_card->minimumSize());
    if (m_card->hasHeightForWidth()) size.setHeight(m_card->heightForWidth(size.width()));
    size = size.boundedTo(this->size() - QSize(16, 16));
    const int spare = height() - size.height();
    const int top = m_top >= 0 ? std::min(m_top, std::max(8, spare)) : spare * 2 / 5;
    m_card->setGeometry((width() - size.width()) / 2, top, size.width(), size.height());
}

void Scrim::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 107));  // 42 %
}

void Scrim::mousePressEvent(QMouseEvent* event) {
    if (m_card == nullptr || !m_card->geometry().contains(event->position().toPoint())) Q_EMIT dismissed();
}

void Scrim::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) Q_EMIT dismissed();
    // Every other key stops here: what lies behind the scrim must not react.
}

bool Scrim::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && !isHidden()) {
        setGeometry(parentWidget()->rect());
        place();
    }
    if (watched == m_card && event->type() == QEvent::LayoutRequest) place();
    return QWidget::eventFilter(watched, event);
}

/// Tab stays inside the card.
bool Scrim::focusNextPrevChild(bool next) {
    QWidget* from = QApplication::focusWidget();
    if (from == nullptr || !isAncestorOf(from)) from = m_card;
    for (QWidget* widget = next ? from->nextInFocusChain() : from->previousInFocusChain(); widget != from;
         widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain()) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) && widget->focusProxy() == nullptr;
        if (!takesTab || !isAncestorOf(widget) || !widget->isVisible() || !widget->isEnabled()) continue;
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        break;
    }
    return true;
}

}  // namespace limner::widgets
