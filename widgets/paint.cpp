#include "paint.h"

#include <QFontMetrics>
#include <QPaintDevice>

#include "icon.h"
#include "theme.h"

namespace limner::widgets {

void fillRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line,
                 double lineWidth) {
    const PainterScope scope(painter);
    QRectF shape = rect;
    painter.setPen(Qt::NoPen);
    if (line.isValid()) {
        painter.setPen(QPen(line, lineWidth));
        shape.adjust(lineWidth / 2, lineWidth / 2, -lineWidth / 2, -lineWidth / 2);
        radius = std::max(0.0, radius - lineWidth / 2);
    }
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(shape, radius, radius);
}

void drawIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& colour, int size) {
    if (name.isEmpty()) return;
    const QPixmap pixmap = iconPixmap(name, colour, size, painter.device()->devicePixelRatioF());
    painter.drawPixmap(rect.left() + (rect.width() - size) / 2, rect.top() + (rect.height() - size) / 2,
                       pixmap);
}

QColor blend(const QColor& under, const QColor& over, double opacity) {
    const auto mix = [opacity](int a, int b) { return qRound(a + (b - a) * opacity); };
    return QColor(mix(under.red(), over.red()), mix(under.green(), over.green()),
                  mix(under.blue(), over.blue()));
}

QColor lively(const QColor& fill, bool hovered, bool pressed) {
    const Tokens& t = tokens();
    if (pressed) return blend(fill, t.text, 0.16);
    if (!hovered) return fill;
    return fill == t.control ? t.hover : blend(fill, t.text, 0.10);
}

}  // namespace limner::widgets

namespace limner::widgets::paint {

void roundLine(QPainter& painter, const QRectF& rect, qreal radius, const QColor& line, qreal width) {
    fillRounded(painter, rect, radius, QColor(), line, width);
}

void pictureFrame(QPainter& painter, const QRectF& picture) {
    const qreal frame = px(2), rim = px(1);
    const QRectF outer = picture.adjusted(-frame, -frame, frame, frame);
    roundLine(painter, outer.adjusted(-rim, -rim, rim, rim), px(2), Qt::black, rim);
    roundLine(painter, outer, px(1), tokens().onPic, frame);
}

void hoverFrame(QPainter& painter, const QRectF& picture) {
    const qreal width = px(1);
    roundLine(painter, picture, 0, QColor(255, 255, 255, 190), width);
    roundLine(painter, picture.adjusted(width, width, -width, -width), 0, QColor(0, 0, 0, 140), width);
}

void icon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour, int size) {
    const int edge = px(size);
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPointF corner = rect.center() - QPointF(edge, edge) / 2;
    const QPointF snapped = QPointF((corner * ratio).toPoint()) / ratio;
    painter.drawPixmap(snapped, iconPixmap(name, colour, edge, ratio));
}

int chipWidth(const QString& text, bool hasIcon) {
    const int words = QFontMetrics(widgets::font(TextRole::Label)).horizontalAdvance(text);
    return words + 2 * px(8) + (hasIcon ? px(14) + px(4) : 0);
}

void chip(QPainter& painter, const QRectF& rect, const QString& text, const ChipLook& look) {
    fillRounded(painter, rect, px(4), look.fill);
    QRectF words = rect.adjusted(px(8), 0, -px(8), 0);
    if (!look.iconName.isEmpty()) {
        icon(painter, QRectF(words.left(), words.top(), px(14), words.height()), look.iconName, look.text,
             14);
        words.setLeft(words.left() + px(18));
    }
    painter.save();
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(look.text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter.restore();
}

}  // namespace limner::widgets::paint
