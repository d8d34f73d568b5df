// Icons by name: drawn on a 20-pixel grid with a 1.5-pixel stroke, tinted by the theme, crisp at device
// pixels.
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>
#include <QStringList>

namespace limner::widgets {

/// An icon that takes its colour from the theme each time it is painted. Its QIcon::name() is `name`.
/// An unknown name gives a null icon.
QIcon icon(const QString& name);

/// @param logicalSize  edge in logical pixels (18 alone, 14 beside text, 20 in the rail, each times the
/// scale)
/// @param dpr          device pixels per logical pixel; the pixmap has logicalSize × dpr of them
QPixmap iconPixmap(const QString& name, const QColor& colour, int logicalSize, qreal dpr);

/// Names of all icons, sorted.
QStringList iconNames();

}  // namespace limner::widgets
