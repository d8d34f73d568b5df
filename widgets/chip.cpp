#include "chip.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include "accessible.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

struct ChipColours {
    QColor fill;
    QColor ink;
    QColor line;
};

ChipColours coloursOf(Chip::Look look) {
    const Tokens& t = tokens();
    switch (look) {
        case Chip::Look::Plain:
            return {t.control, t.text2, {}};
        case Chip::Look::Accent:
            return {t.accentDim, t.text, {}};
        case Chip::Look::Warn:
            return {t.warnDim, t.warn, {}};
        case Chip::Look::Error:
            return {t.errorDim, t.error, {}};
        case Chip::Look::Key:
            return {{}, t.text2, t.line};
    }
    return {};
}

QFont chipFont(Chip::Look look) {
    QFont result = font(TextRole::Label);
    if (look == Chip::Look::Key) result.setWeight(QFont::Medium);
    return result;
}

int padding(Chip::Look look) {
    return px(look == Chip::Look::Key ? 6 : 8);
}

}  // namespace

Chip::Chip(const QString& text, Look look, const QString& iconName, QWidget* parent)
    : QWidget(parent), m_text(text), m_iconName(iconName), m_look(look) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("focusRadius", 4);
    setAccessible(*this, QAccessible::StaticText, text);
}

void Chip::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setLook(Look look) {
    m_look = look;
    updateGeometry();
    update();
}

void Chip::setIconName(const QString& name) {
    m_iconName = name;
    updateGeometry();
    update();
}

void Chip::setClickable(bool clickable) {
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::TabFocus : Qt::NoFocus);
    setAccessible(*this, clickable ? QAccessible::Button : QAccessible::StaticText);
}

QSize Chip::sizeHint() const {
    const QFontMetrics metrics(chipFont(m_look));
    const int glyph = m_iconName.isEmpty() ? 0 : px(14 + 4);
    const int width = metrics.horizontalAdvance(m_text) + glyph + 2 * padding(m_look);
    const int height = px(20);
    return {std::max(width, m_look == Look::Key ? height : 0), height};
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    ChipColours colours = coloursOf(m_look);
    if (m_clickable && colours.fill.isValid()) colours.fill = lively(colours.fill, underMouse(), false);
    fillRounded(painter, rect(), px(4), colours.fill, colours.line, px(1));
    QRect inner = rect().adjusted(padding(m_look), 0, -padding(m_look), 0);
    if (!m_iconName.isEmpty()) {
        drawIcon(painter, QRect(inner.left(), 0, px(14), height()), m_iconName, colours.ink, px(14));
        inner.setLeft(inner.left() + px(18));
    }
    painter.setFont(chipFont(m_look));
    painter.setPen(colours.ink);
    painter.drawText(inner, Qt::AlignCenter, m_text);
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void Chip::keyPressEvent(QKeyEvent* event) {
    const bool press = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return;
    if (!m_clickable || !press) return QWidget::keyPressEvent(event);
    Q_EMIT clicked();
}

void Chip::enterEvent(QEnterEvent*) {
    update();
}
void Chip::leaveEvent(QEvent*) {
    update();
}

}  // namespace limner::widgets
