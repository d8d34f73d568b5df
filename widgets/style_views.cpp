#include "style_views.h"

#include <QPainter>
#include <QWidget>
#include <algorithm>

#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

struct MenuTexts {
    QString name;
    QString shortcut;
};

MenuTexts menuTexts(const QString& text) {
    const qsizetype tab = text.indexOf(u'\t');
    if (tab < 0) return {text, {}};
    return {text.left(tab), text.mid(tab + 1)};
}

int menuIconColumn() {
    return px(14 + 8);
}

/// The size at which an icon of a menu is drawn: a picture, which comes in pixels, at its own.
QSize menuIconSize(const QIcon& icon) {
    const QSize glyph(px(14), px(14));
    for (const QSize& size : icon.availableSizes())
        if (size.height() > px(20)) return size;
    return glyph;
}

QString menuMark(const QStyleOptionMenuItem& option) {
    if (option.checkType != QStyleOptionMenuItem::NotCheckable)
        return option.checked ? QStringLiteral("check") : QString();
    return {};
}

QFont tabFont(bool selected) {
    return font(selected ? TextRole::Strong : TextRole::Body);
}

}  // namespace

QSize menuItemSize(const QStyleOptionMenuItem& option) {
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        if (option.text.isEmpty()) return {px(10), px(9)};
        return {QFontMetrics(font(TextRole::Label)).horizontalAdvance(option.text) + px(24), px(28)};
    }
    const QFontMetrics metrics(font(TextRole::Body));
    const MenuTexts texts = menuTexts(option.text);
    int width = px(8) + menuIconColumn() + metrics.size(Qt::TextShowMnemonic, texts.name).width() + px(16);
    if (!texts.shortcut.isEmpty()) width += px(24) + metrics.horizontalAdvance(texts.shortcut);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) width += px(20);
    const QSize icon = menuIconSize(option.icon);
    return {width + icon.width() - px(14), std::max(px(28), icon.height() + px(4))};
}

void drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter) {
    const Tokens& t = tokens();
    const PainterScope scope(painter);
    QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        if (option.text.isEmpty()) {
            painter.fillRect(QRect(rect.left() + px(4), rect.center().y(), rect.width() - px(8), px(1)),
                             t.line);
            return;
        }
        painter.setFont(font(TextRole::Label));  // the head of a section
        painter.setPen(t.text3);
        painter.drawText(rect.adjusted(px(8), px(4), -px(8), 0), Qt::AlignLeft | Qt::AlignVCenter,
                         option.text);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && (option.state & QStyle::State_Selected)) fillRounded(painter, rect, px(4), t.accentDim);
    const QColor ink = enabled ? t.text : t.text3;
    rect.adjust(px(8), 0, -px(8), 0);

    const QSize icon = menuIconSize(option.icon);
    const QRect glyph(rect.left(), rect.top(), icon.width(), rect.height());
    const QString mark = menuMark(option);
    if (!mark.isEmpty()) {
        drawIcon(painter, glyph, mark, enabled ? t.accent : t.text3, px(14));
    } else if (!option.icon.isNull()) {
        const QRect square(QPoint(glyph.left(), glyph.top() + (glyph.height() - icon.height()) / 2), icon);
        option.icon.paint(&painter, square, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    rect.setLeft(rect.left() + menuIconColumn() + icon.width() - px(14));

    const MenuTexts texts = menuTexts(option.text);
    painter.setFont(font(TextRole::Body));
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, texts.name);
    painter.setPen(enabled ? t.text2 : t.text3);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawIcon(painter, QRect(rect.right() - px(14), rect.top(), px(14), rect.height()),
                 QStringLiteral("chevron-right"), painter.pen().color(), px(14));
    } else {
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignRight, texts.shortcut);
    }
}

void drawMenuBarItem(const QStyleOptionMenuItem& option, QPainter& painter) {
    const Tokens& t = tokens();
    const PainterScope scope(painter);
    painter.fillRect(option.rect, t.panel);
    if (option.state & (QStyle::State_Selected | QStyle::State_Sunken))
        fillRounded(painter, option.rect, px(4), t.control);
    painter.setPen(option.state & QStyle::State_Enabled ? t.text : t.text3);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
}

void drawPopUpPanel(const QRect& rect, QPainter& painter) {
    fillRounded(painter, rect, px(6), tokens().panel, tokens().edge, px(1));
}

QSize tabSize(const QStyleOptionTab& option) {
    const QFontMetrics metrics(tabFont(true));
    return {metrics.size(Qt::TextShowMnemonic, option.text).width() + px(16), px(36)};
}

void drawTabShape(const QStyleOptionTab& option, QPainter& painter) {
    if (!(option.state & QStyle::State_Selected)) return;
    const QRect rect = option.rect.adjusted(px(8), 0, -px(8), 0);
    painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - px(2), rect.width(), px(2)), tokens().accent);
}

void drawTabLabel(const QStyleOptionTab& option, QPainter& painter) {
    const Tokens& t = tokens();
    const PainterScope scope(painter);
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool lit = selected || (option.state & QStyle::State_MouseOver);
    painter.setFont(tabFont(selected));
    painter.setPen(!enabled ? t.text3 : lit ? t.text : t.text2);
    painter.drawText(option.rect.adjusted(px(8), 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
}

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part) {
    const bool lying = option.orientation == Qt::Horizontal;
    const int length = lying ? option.rect.width() : option.rect.height();
    const int range = option.maximum - option.minimum;
    int thumb = length;
    if (range > 0)
        thumb =
            std::max(px(24), static_cast<int>(int64_t{length} * option.pageStep / (range + option.pageStep)));
    thumb = std::min(thumb, length);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - thumb, option.upsideDown);
    const auto piece = [&](int from, int to) {
        return lying ? QRect(option.rect.left() + from, option.rect.top(), to - from, option.rect.height())
                     : QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), to - from);
    };
    switch (part) {
        case QStyle::SC_ScrollBarSlider:
            return piece(start, start + thumb);
        case QStyle::SC_ScrollBarSubPage:
            return piece(0, start);
        case QStyle::SC_ScrollBarAddPage:
            return piece(start + thumb, length);
        case QStyle::SC_ScrollBarGroove:
            return option.rect;
        default:
            return {};
    }
}

void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter) {
    if (option.maximum <= option.minimum) return;
    const Tokens& t = tokens();
    const bool lit = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QRectF thumb =
        QRectF(scrollBarPart(option, QStyle::SC_ScrollBarSlider)).adjusted(px(1), px(1), -px(1), -px(1));
    fillRounded(painter, thumb, std::min(thumb.width(), thumb.height()) / 2,
                lit ? t.edge : blend(t.panel, t.edge, 0.55));
}

QRect sliderPart(const QStyleOptionSlider& option, QStyle::SubControl part) {
    const bool lying = option.orientation == Qt::Horizontal;
    const int knob = px(12);
    const int length = (lying ? option.rect.width() : option.rect.height()) - knob;
    if (part != QStyle::SC_SliderHandle) return option.rect;
    const int at = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                   length, option.upsideDown);
    return lying ? QRect(option.rect.left() + at, option.rect.top() + (option.rect.height() - knob) / 2, knob,
                         knob)
                 : QRect(option.rect.left() + (option.rect.width() - knob) / 2, option.rect.top() + at, knob,
                         knob);
}

void drawSlider(const QStyleOptionSlider& option, QPainter& painter) {
    const Tokens& t = tokens();
    const bool lying = option.orientation == Qt::Horizontal;
    const QRectF knob = sliderPart(option, QStyle::SC_SliderHandle);
    const QRectF rect = option.rect;
    const double thick = px(2);
    const QRectF trough = lying ? QRectF(rect.left(), rect.center().y() - thick / 2, rect.width(), thick)
                                : QRectF(rect.center().x() - thick / 2, rect.top(), thick, rect.height());
    fillRounded(painter, trough, thick / 2, t.trough);
    QRectF filled = trough;
    if (lying)
        filled.setRight(knob.center().x());
    else
        filled.setTop(knob.center().y());
    fillRounded(painter, filled, thick / 2, t.edge);
    const double inset = px(2);
    fillRounded(painter, knob, knob.width() / 2, t.panel);
    const bool lit = option.state & QStyle::State_MouseOver;
    fillRounded(painter, knob.adjusted(inset, inset, -inset, -inset), knob.width() / 2,
                lit ? t.text : t.text2);
}

void drawProgress(const QStyleOptionProgressBar& option, QPainter& painter, const QWidget* widget) {
    const Tokens& t = tokens();
    const QString state = widget != nullptr ? widget->property("state").toString() : QString();
    const QColor colour = state == QStringLiteral("warn")    ? t.warn
                          : state == QStringLiteral("error") ? t.error
                                                             : t.accent;
    const double thick = px(4);
    const QRectF trough(option.rect.left(), option.rect.center().y() + 0.5 - thick / 2, option.rect.width(),
                        thick);
    fillRounded(painter, trough, thick / 2, t.trough);
    const int range = option.maximum - option.minimum;
    if (range <= 0) return;
    const double share = static_cast<double>(option.progress - option.minimum) / range;
    if (share <= 0) return;
    QRectF filled = trough;
    filled.setWidth(std::max(thick, trough.width() * std::min(1.0, share)));
    fillRounded(painter, filled, thick / 2, colour);
}

void drawHeaderSection(const QStyleOptionHeader& option, QPainter& painter) {
    const QRect& rect = option.rect;
    painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - px(1), rect.width(), px(1)), tokens().line);
}

void drawHeaderLabel(const QStyleOptionHeader& option, QPainter& painter) {
    const Tokens& t = tokens();
    const PainterScope scope(painter);
    QFont headerFont = font(TextRole::Label);
    headerFont.setWeight(QFont::Medium);
    painter.setFont(headerFont);
    painter.setPen(option.state & QStyle::State_MouseOver ? t.text : t.text3);
    QRect rect = option.rect.adjusted(px(8), 0, -px(8), 0);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const bool up = option.sortIndicator == QStyleOptionHeader::SortUp;
        const QRect arrow(rect.right() - px(12), rect.top(), px(12), rect.height());
        drawIcon(painter, arrow, up ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), t.text2,
                 px(12));
        rect.setRight(arrow.left() - px(4));
    }
    painter.drawText(rect, Qt::AlignVCenter | (option.textAlignment & Qt::AlignHorizontal_Mask), option.text);
}

void drawItemPanel(const QStyleOptionViewItem& option, QPainter& painter) {
    const Tokens& t = tokens();
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, t.accentDim);
    else if ((option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled))
        painter.fillRect(option.rect, t.control);
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
}

}  // namespace limner::widgets
