// Small things that the painted widgets have in common, measured in logical pixels of the widget.
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace limner::widgets::paint {

void roundFill(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill);
/// The line lies inside the rectangle.
void roundLine(QPainter& painter, const QRectF& rect, qreal radius, const QColor& line, qreal width = 1);

/// Marks a chosen picture: 2 px of onPic around it and 1 px of black around that.
void pictureFrame(QPainter& painter, const QRectF& picture);
/// Marks the picture under the pointer: 1 px inside it that shows on black and on white.
void hoverFrame(QPainter& painter, const QRectF& picture);
/// The ring that shows where the keyboard is: 2 px of accent, 2 px outside.
void focusRing(QPainter& painter, const QRectF& around, qreal radius);

/// An icon in the middle of a rectangle. @param size  edge at 100 %
void icon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour, int size);

/// A 20-px label ("2 waiting") with an optional icon before it; returns its width, drawn or measured alone.
int chipWidth(const QString& text, bool hasIcon);
struct ChipLook {
    QColor fill, text;
    QString iconName;
};
void chip(QPainter& painter, const QRectF& rect, const QString& text, const ChipLook& look);

}  // namespace limner::widgets::paint
