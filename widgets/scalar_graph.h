// A line of the loss plot, painted many times faster than the library's on the screen; elsewhere (PDF) the
// library paints.
#pragma once

#include "plot_library.h"

namespace limner::widgets {

class ScalarGraph : public QCPGraph {
    Q_OBJECT

public:
    ScalarGraph(QCPAxis* keyAxis, QCPAxis* valueAxis);

protected:
    void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& points) const override;
};

/// The strokes of a line with this pen, in pixels: its segments, or what a pattern leaves of them between the
/// heights of `seen`. The pattern runs on over corners; a point that is not a number is a gap.
QVector<QLineF> strokesOf(const QVector<QPointF>& points, const QPen& pen, const QRectF& seen);

}  // namespace limner::widgets
