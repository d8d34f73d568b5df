#include "scalar_graph.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace limner::widgets {
namespace {

bool isPlace(const QPointF& point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// Which part of a segment lies between two heights, as fractions of it; empty (from > to) if none.
struct Part {
    qreal from = 0;
    qreal to = 1;
};

Part partBetween(const QLineF& segment, qreal top, qreal bottom) {
    if (segment.dy() == 0) return segment.y1() < top || segment.y1() > bottom ? Part{1, 0} : Part{};
    const qreal a = (top - segment.y1()) / segment.dy(), b = (bottom - segment.y1()) / segment.dy();
    return {std::clamp(std::min(a, b), 0.0, 1.0), std::clamp(std::max(a, b), 0.0, 1.0)};
}

/// Where in a dash pattern a line is.
class Dashes {
public:
    explicit Dashes(const QPen& pen) : m_pattern(pen.dashPattern()) {
        for (qreal& length : m_pattern) length *= pen.widthF();
        m_period = std::accumulate(m_pattern.begin(), m_pattern.end(), 0.0);
        restart();
    }

    void restart() {
        m_part = 0;
        m_left = m_pattern.front();
    }

    /// Of a segment that reaches far beyond the picture (a zoomed line) only what can be seen is cut up.
    void add(const QLineF& segment, const QRectF& seen, QVector<QLineF>& strokes) {
        const qreal length = segment.length();
        const Part part = partBetween(segment, seen.top(), seen.bottom());
        if (part.from >= part.to) return advance(length);
        advance(part.from * length);
        cutUp(segment, part.from * length, part.to * length, strokes);
        advance((1 - part.to) * length);
    }

private:
    void cutUp(const QLineF& segment, qreal from, qreal to, QVector<QLineF>& strokes) {
        const qreal length = segment.length();
        while (from < to) {
            const qreal run = std::min(m_left, to - from);
            const bool isInk = m_part % 2 == 0;
            if (isInk)
                strokes.append({segment.pointAt(from / length), segment.pointAt((from + run) / length)});
            from += run;
            take(run);
        }
    }
    void advance(qreal length) {
        for (length = std::fmod(length, m_period); length > 0;) {
            const qreal run = std::min(m_left, length);
            length -= run;
            take(run);
        }
    }
    void take(qreal run) {
        m_left -= run;
        if (m_left > 0) return;
        m_part = (m_part + 1) % m_pattern.size();
        m_left = m_pattern[m_part];
    }

    QList<qreal> m_pattern;  ///< ink and gap in turn, an even number
    qreal m_period = 0;
    qsizetype m_part = 0;
    qreal m_left = 0;
};

/// The library's painter does this line by line where edges are not smooth.
QVector<QLine> rounded(const QVector<QLineF>& strokes) {
    QVector<QLine> whole;
    whole.reserve(strokes.size());
    for (const QLineF& stroke : strokes) whole.append(stroke.toLine());
    return whole;
}

}  // namespace

QVector<QLineF> strokesOf(const QVector<QPointF>& points, const QPen& pen, const QRectF& seen) {
    QVector<QLineF> strokes;
    strokes.reserve(points.size());
    std::optional<Dashes> dashes;
    if (pen.style() != Qt::SolidLine) dashes.emplace(pen);
    for (qsizetype i = 1; i < points.size(); ++i) {
        const bool isGap = !isPlace(points[i - 1]) || !isPlace(points[i]);
        const QLineF segment(points[i - 1], points[i]);
        if (isGap && dashes) dashes->restart();
        if (isGap) continue;
        if (dashes)
            dashes->add(segment, seen, strokes);
        else
            strokes.append(segment);
    }
    return strokes;
}

ScalarGraph::ScalarGraph(QCPAxis* keyAxis, QCPAxis* valueAxis) : QCPGraph(keyAxis, valueAxis) {
    setAdaptiveSampling(false);  // what is given is thinned already
}

// A path of some thousand segments keeps all of them in one list for each row of pixels, and a pattern makes
// more of them: the time grows with the square. Strokes one by one take no such list.
void ScalarGraph::drawLinePlot(QCPPainter* painter, const QVector<QPointF>& points) const {
    const auto modes = painter->modes();
    if (modes.testFlag(QCPPainter::pmVectorized) || modes.testFlag(QCPPainter::pmNoCaching))
        return QCPGraph::drawLinePlot(painter, points);
    QPen pen = painter->pen();
    const QVector<QLineF> strokes = strokesOf(points, pen, clipRect());
    pen.setStyle(Qt::SolidLine);
    if (qFuzzyCompare(pen.widthF(), 1.0)) pen.setWidth(0);  // the same on the screen, and faster
    painter->setPen(pen);
    applyDefaultAntialiasingHint(painter);
    if (painter->antialiasing())
        painter->drawLines(strokes);
    else
        painter->drawLines(rounded(strokes));
}

}  // namespace limner::widgets
