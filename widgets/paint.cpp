#include "paint.h"

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
