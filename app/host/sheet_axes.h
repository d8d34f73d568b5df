// Draws a sheet of tiles with labelled axes, without a display.
#pragma once

#include <QImage>

#include "core/types/host.h"

namespace limner {

/// White paper with the sheet in its middle: the ticks of `x` below its columns, those of `y` at the left of
/// its rows, and their titles beside them. Text grows with the tiles; ticks that would touch are left out.
/// @param sheet  the picture of `layout`, whose tiles the ticks belong to
QImage drawWithAxes(const QImage& sheet, const SampleSheet& layout, const AxisLabels& x, const AxisLabels& y);

}  // namespace limner
