// Small drawing steps that the style and the widgets share; in `paint`, frames, icons and chips of the
// painted canvas widgets.
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace limner::widgets {

/// Saves the painter for a scope and turns antialiasing on.
class PainterScope {
public:
    explicit PainterScope(QPainter& painter) : m_painter(painter) {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~PainterScope() { m_painter.restore(); }
    PainterScope(const PainterScope&) = delete;
    PainterScope& operator=(const PainterScope&) = delete;

private:
    QPainter& m_painter;
};

/// A flat rectangle with round corners. An invalid colour leaves fill or outline out; the outline lies
/// inside.
/// @param radius, lineWidth  logical pixels, scaled already
void fillRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill,
                 const QColor& line = QColor(), double lineWidth = 1);

/// An icon in the middle of `rect`, on whole device pixels. @param size  scaled already
void drawIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& colour, int size);

/// `over` laid upon `under` with this opacity, 0..1.
QColor blend(const QColor& under, const QColor& over, double opacity);

/// The colour of a filled surface under the pointer or pressed.
QColor lively(const QColor& fill, bool hovered, bool pressed);

}  // namespace limner::widgets

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
