// Frames, icons and chips as the painted canvas widgets have them in common.
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include "paint.h"

namespace limner::widgets::paint {

/// An outline alone, inside the rectangle.
void roundLine(QPainter& painter, const QRectF& rect, qreal radius, const QColor& line, qreal width = 1);

/// Marks a chosen picture: 2 px of onPic around it and 1 px of black around that.
void pictureFrame(QPainter& painter, const QRectF& picture);
/// Marks the picture under the pointer: 1 px inside it that shows on black and on white.
void hoverFrame(QPainter& painter, const QRectF& picture);
/// An icon in the middle of a rectangle. @param size  edge at 100 %
void icon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour, int size);

/// A 20-px label ("Live") with an optional icon before it.
int chipWidth(const QString& text, bool hasIcon);
struct ChipLook {
    QColor fill, text;
    QString iconName;
};
void chip(QPainter& painter, const QRectF& rect, const QString& text, const ChipLook& look);

}  // namespace limner::widgets::paint
