// The sample pictures that Limner draws itself: the same on every machine.
#pragma once

#include <QImage>

namespace limner::app {

QImage drawLake();     ///< 640 × 427: hills, a lake and a low sun
QImage drawFruit();    ///< 512 × 512: three pieces of fruit on a table
QImage drawCurrent();  ///< style: brush strokes that follow a current, blue and gold
QImage drawWoodcut();  ///< style: black hatching on paper
QImage drawMosaic();   ///< style: small coloured stones

}  // namespace limner::app
