#include "toast.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

#include "button.h"
#include "icon.h"
#include "label.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

struct LookOf {
    QString icon;
    QColor ink;
};

LookOf lookOf(Toast::Look look) {
    const Tokens& t = tokens();
    switch (look) {
        case Toast::Look::Plain:
            return {QStringLiteral("info"), t.text2};
        case Toast::Look::Ok:
            return {QStringLiteral("check"), t.ok};
        case Toast::Look::Warn:
            return {QStringLiteral("warning"), t.warn};
        case Toast::Look::Error:
            return {QStringLiteral("error"), t.error};
    }
    return {};
}

/// Time to read: two seconds to notice, then about fifteen letters a second.
int readingTimeMs(const QString& text) {
    return 2000 + static_cast<int>(text.size()) * 1000 / 15;
}

}  // namespace

Toast::Toast(QWidget* window) : QWidget(window) {
    setObjectName(QStringLiteral("toast"));
    m_icon = new QLabel(this);
    m_label = new Label({}, TextRole::Body, Ink::Text, this);
    m_action = new Button({}, {}, QStringLiteral("quiet"), this);
    m_action->setObjectName(QStringLiteral("toast.action"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(px(12), px(6), px(8), px(6));
    layout->setSpacing(px(8));
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT actionTriggered();
    });
    window->installEventFilter(this);
    hide();
}

void Toast::show(const QString& text, Look look, const QString& actionText) {
    const LookOf shown = lookOf(look);
    m_icon->setPixmap(iconPixmap(shown.icon, shown.ink, px(14), devicePixelRatioF()));
    m_label->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    setVisible(true);
    raise();
    place();
    m_isHeld = false;
    m_timer.start(readingTimeMs(text));
}

void Toast::hold(const QString& text, Look look) {
    show(text, look);
    m_timer.stop();
    m_isHeld = true;
}

QString Toast::text() const {
    return m_label->text();
}

void Toast::setBottomMargin(int margin) {
    m_bottomMargin = margin;
    place();
}

void Toast::place() {
    layout()->activate();
    const int most = parentWidget()->width() - px(32);
    m_label->setWordWrap(sizeHint().width() > most);
    QSize size = sizeHint().boundedTo(QSize(most, parentWidget()->height()));
    if (m_label->wordWrap()) size = QSize(most, layout()->heightForWidth(most));
    const int top = parentWidget()->height() - px(m_bottomMargin) - size.height();
    setGeometry((parentWidget()->width() - size.width()) / 2, top, size.width(), size.height());
}

void Toast::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    fillRounded(painter, rect(), px(8), tokens().panel, tokens().edge, px(1));
}

void Toast::enterEvent(QEnterEvent*) {
    m_timer.stop();
}
void Toast::leaveEvent(QEvent*) {
    if (!m_isHeld) m_timer.start(2000);
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace limner::widgets
