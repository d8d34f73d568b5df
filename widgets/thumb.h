// Small pictures in lists, trees and strips.
#pragma once

#include <QImage>
#include <QPixmap>
#include <memory>

#include "core/types/image.h"

class QPainter;

namespace limner::widgets {

/// No larger than a square of this edge needs it, ready to be painted fast. Null stays null.
/// @param edge  in device pixels
QImage fittedThumb(const QImage& picture, int edge);

/// In the middle of `rect`, whole; an icon on the canvas' colour where there is none yet.
void drawThumb(QPainter& painter, const QRectF& rect, const QImage& picture);

/// Dots for a rating of 1 to 5 at the lower edge, a star at the upper right; legible on any picture.
void drawMarks(QPainter& painter, const QRectF& thumb, int rating, bool isStarred);

/// All tiles of a sheet in rows of `columns`, each scaled into one cell, without gaps; crisp where a cell is
/// a whole multiple of a tile.
/// @param cell  in device pixels
QPixmap tilesPixmap(const std::shared_ptr<const SampleSheet>& sheet, int columns, QSize cell,
                    const QColor& background);

}  // namespace limner::widgets
