#include "style_buttons.h"

#include <QPainter>
#include <QWidget>

#include "icon.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

struct ButtonLook {
    QColor fill;  ///< invalid: none
    QColor ink;
    QColor line;  ///< invalid: none
};

ButtonLook buttonLook(const ButtonRole& role, QStyle::State state) {
    const Tokens& t = tokens();
    if (!(state & QStyle::State_Enabled)) {
        if (role.quiet) return {{}, t.text3, {}};
        return {{}, t.text3, t.line};
    }
    const bool hovered = state & QStyle::State_MouseOver;
    const bool pressed = state & QStyle::State_Sunken;
    if (role.primary) return {lively(t.accent, hovered, pressed), t.onAccent, {}};
    if (role.danger) return {lively(t.errorDim, hovered, pressed), t.error, {}};
    if (state & QStyle::State_On) return {t.accentDim, t.text, {}};
    if (role.quiet)
        return {hovered || pressed ? lively(t.control, false, pressed) : QColor(),
                role.title ? t.text : t.text2,
                {}};
    return {lively(t.control, hovered, pressed), t.text, {}};
}

QFont buttonFont(const ButtonRole& role) {
    if (role.title) return font(TextRole::Title);
    QFont result = font(TextRole::Body);
    if (role.big) result.setPixelSize(px(14));
    result.setWeight(role.primary ? QFont::DemiBold : QFont::Medium);
    return result;
}

int iconSize(const QStyleOptionButton& option, const ButtonRole& role) {
    return px(option.text.isEmpty() || role.big ? 18 : 14);
}

void drawButtonIcon(QPainter& painter, const QRect& rect, const QIcon& pictured, const QColor& ink,
                    int size) {
    if (!pictured.name().isEmpty() && !icon(pictured.name()).isNull())
        return drawIcon(painter, rect, pictured.name(), ink, size);
    const QRect square(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size);
    pictured.paint(&painter, square);
}

}  // namespace

ButtonRole buttonRole(const QWidget* widget) {
    if (widget == nullptr) return {};
    const QStringList words = widget->property("role").toString().split(u' ', Qt::SkipEmptyParts);
    const auto has = [&words](const char* word) { return words.contains(QLatin1String(word)); };
    return {has("primary"), has("quiet"), has("danger"), has("big"), has("title")};
}

QSize pushButtonSize(const QStyleOptionButton& option, const QWidget* widget) {
    const ButtonRole role = buttonRole(widget);
    const int height = px(role.big ? 40 : 28);
    const int glyph = option.icon.isNull() ? 0 : iconSize(option, role);
    if (option.text.isEmpty()) return {height, height};
    const int padding = px(role.big ? (role.quiet ? 12 : 20) : (role.quiet ? 8 : 12));
    const QFontMetrics metrics(buttonFont(role));
    int width = metrics.size(Qt::TextShowMnemonic, option.text).width() + 2 * padding;
    if (glyph > 0) width += glyph + px(role.big ? 8 : 6);
    if (option.features & QStyleOptionButton::HasMenu) width += px(20);
    return {width, std::max(height, metrics.height() + px(8))};
}

void drawPushButtonPanel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget) {
    const ButtonRole role = buttonRole(widget);
    const ButtonLook look = buttonLook(role, option.state);
    if (look.fill.isValid() || look.line.isValid())
        fillRounded(painter, option.rect, px(role.big ? 8 : 6), look.fill, look.line, px(1));
}

void drawPushButtonLabel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget) {
    const ButtonRole role = buttonRole(widget);
    const ButtonLook look = buttonLook(role, option.state);
    const int glyph = option.icon.isNull() ? 0 : iconSize(option, role);
    if (option.text.isEmpty()) return drawButtonIcon(painter, option.rect, option.icon, look.ink, glyph);

    const PainterScope scope(painter);
    painter.setFont(buttonFont(role));
    painter.setPen(look.ink);
    const int gap = glyph > 0 ? px(role.big ? 8 : 6) : 0;
    const int textWidth = painter.fontMetrics().size(Qt::TextShowMnemonic, option.text).width();
    QRect rect = option.rect;
    if (option.features & QStyleOptionButton::HasMenu) {
        const QRect arrow(rect.right() - px(24), rect.top(), px(20), rect.height());
        drawIcon(painter, arrow, QStringLiteral("chevron-down"), look.ink, px(14));
        rect.setRight(arrow.left());
    }
    const bool leading = widget != nullptr && widget->property("leading").toBool();
    int x = leading ? rect.left() + px(12) : rect.left() + (rect.width() - glyph - gap - textWidth) / 2;
    if (glyph > 0)
        drawButtonIcon(painter, QRect(x, rect.top(), glyph, rect.height()), option.icon, look.ink, glyph);
    x += glyph + gap;
    painter.drawText(QRect(x, rect.top(), textWidth + 1, rect.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
}

QSize toolButtonSize(const QStyleOptionToolButton& option) {
    const int side = px(28);
    const bool worded = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    int width = side;
    if (worded) {
        width = QFontMetrics(buttonFont({})).size(Qt::TextShowMnemonic, option.text).width() + px(16);
        if (!option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly) width += px(20);
    }
    if (option.features & QStyleOptionToolButton::HasMenu) width += px(14);
    return {width, side};
}

void drawToolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget) {
    ButtonRole role = buttonRole(widget);
    role.quiet = role.quiet || (option.state & QStyle::State_AutoRaise);
    const ButtonLook look = buttonLook(role, option.state);
    if (look.fill.isValid()) fillRounded(painter, option.rect, px(6), look.fill, look.line, px(1));

    const PainterScope scope(painter);
    QRect rect = option.rect;
    if (option.features & QStyleOptionToolButton::HasMenu) {
        drawIcon(painter, QRect(rect.right() - px(18), rect.top(), px(16), rect.height()),
                 QStringLiteral("chevron-down"), look.ink, px(14));
        rect.setRight(rect.right() - px(14));
    }
    const bool worded = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const bool pictured = !option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly;
    if (!worded) return drawButtonIcon(painter, rect, option.icon, look.ink, px(18));
    painter.setFont(buttonFont(role));
    painter.setPen(look.ink);
    rect.adjust(px(8), 0, 0, 0);
    if (pictured) {
        drawButtonIcon(painter, QRect(rect.left(), rect.top(), px(14), rect.height()), option.icon, look.ink,
                       px(14));
        rect.setLeft(rect.left() + px(20));
    }
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
}

void drawCheckIndicator(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokens();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const double width = 1.5 * uiScale();
    if (!on || !enabled) {
        const QColor fill = on ? t.control : QColor();
        fillRounded(painter, option.rect, px(4), fill, enabled ? t.edge : t.line, width);
    } else {
        fillRounded(
            painter, option.rect, px(4),
            lively(t.accent, option.state & QStyle::State_MouseOver, option.state & QStyle::State_Sunken));
    }
    if (!on) return;
    const bool partly = option.state & QStyle::State_NoChange;
    drawIcon(painter, option.rect, partly ? QStringLiteral("minus") : QStringLiteral("check"),
             enabled ? t.onAccent : t.text3, px(12));
}

void drawRadioIndicator(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokens();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const QRectF rect = option.rect;
    const QColor ring = !enabled ? t.line : on ? t.accent : t.edge;
    fillRounded(painter, rect, rect.width() / 2, {}, ring, 1.5 * uiScale());
    if (!on) return;
    const double inset = 4.5 * uiScale();
    fillRounded(painter, rect.adjusted(inset, inset, -inset, -inset), rect.width() / 2,
                enabled ? t.accent : t.text3);
}

QSize comboSize(const QStyleOptionComboBox& option, const QSize& contents) {
    const int text = QFontMetrics(font(TextRole::Number)).horizontalAdvance(option.currentText);
    const int icon = option.currentIcon.isNull() ? 0 : px(20);
    return {std::max(contents.width(), text + icon) + px(8 + 6 + 14 + 4), px(24)};
}

void drawComboPanel(const QStyleOptionComboBox& option, QPainter& painter) {
    const Tokens& t = tokens();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    fillRounded(painter, option.rect, px(4), enabled ? lively(t.control, hovered, false) : QColor(),
                enabled ? QColor() : t.line, px(1));
    const QRect arrow(option.rect.right() - px(4 + 14), option.rect.top(), px(14), option.rect.height());
    drawIcon(painter, arrow, QStringLiteral("chevron-down"), enabled ? t.text2 : t.text3, px(14));
}

void drawComboLabel(const QStyleOptionComboBox& option, QPainter& painter) {
    const Tokens& t = tokens();
    const PainterScope scope(painter);
    painter.setFont(font(TextRole::Number));
    painter.setPen(option.state & QStyle::State_Enabled ? t.text : t.text3);
    QRect rect = option.rect.adjusted(px(8), 0, -px(4 + 14 + 4), 0);
    if (!option.currentIcon.isNull()) {
        option.currentIcon.paint(&painter, QRect(rect.left(), rect.top(), px(14), rect.height()));
        rect.setLeft(rect.left() + px(20));
    }
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(option.currentText, Qt::ElideRight, rect.width()));
}

void drawFieldPanel(const QStyleOption& option, QPainter& painter, const QWidget* widget) {
    const Tokens& t = tokens();
    if (widget != nullptr && widget->property("bare").toBool()) return;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = option.state & QStyle::State_HasFocus;
    const bool invalid = widget != nullptr && widget->property("invalid").toBool();
    const int radius = px(option.rect.height() > px(25) ? 6 : 4);
    QColor line = focused ? t.accent : t.line;
    if (invalid) line = t.error;
    fillRounded(painter, option.rect, radius, enabled ? t.field : QColor(), line, px(focused ? 2 : 1));
}

}  // namespace limner::widgets
