// Numbers whose digits all take the same width, so that a changing value does not jitter.
// (QFont::setFeature, which would give tabular figures, came with Qt 6.7.)
#pragma once

#include <QFontMetricsF>
#include <QRectF>
#include <QString>

class QPainter;

namespace limner::widgets {

/// Width of `text` when each digit takes a cell as wide as the widest digit.
qreal tabularWidth(const QFontMetricsF& metrics, const QString& text);

/// Draws one line of text with the painter's font and pen; only the horizontal and vertical bits of
/// `alignment` count. Nothing is elided.
void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

}  // namespace limner::widgets
