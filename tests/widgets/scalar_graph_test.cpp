// The strokes that a line of the loss plot is painted with.
#include <QTest>

#include "widgets/scalar_graph.h"

using namespace limner::widgets;

namespace {

const QRectF kSeen(0, 0, 1000, 100);

QPen dashes(qreal ink, qreal gap, qreal width = 1) {
    QPen pen(Qt::white, width);
    pen.setDashPattern({ink, gap});
    return pen;
}

double inkOf(const QVector<QLineF>& strokes) {
    double length = 0;
    for (const QLineF& stroke : strokes) length += stroke.length();
    return length;
}

}  // namespace

class ScalarGraphTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSolidLineIsItsSegments() {
        const QVector<QPointF> points{{0, 1}, {1, 5}, {2, 3}};
        const QVector<QLineF> segments{{0, 1, 1, 5}, {1, 5, 2, 3}};
        QCOMPARE(strokesOf(points, QPen(Qt::white), kSeen), segments);
    }

    void aPatternRunsOnOverCorners() {
        // 4 of ink, 2 of gap along 5 to the right and 5 down: the gap ends one below the corner.
        const QVector<QLineF> ink{{0, 0, 4, 0}, {5, 1, 5, 5}};
        QCOMPARE(strokesOf({{0, 0}, {5, 0}, {5, 5}}, dashes(4, 2), kSeen), ink);
        QCOMPARE(inkOf(strokesOf({{0, 0}, {600, 0}}, dashes(4, 2), kSeen)), 400.0);
        QCOMPARE(inkOf(strokesOf({{0, 0}, {600, 0}}, dashes(4, 2, 2.5), kSeen)), 400.0);
    }

    void whatIsNotANumberIsAGap() {
        const QVector<QPointF> points{{0, 0}, {3, 0}, {4, qQNaN()}, {5, 0}, {8, 0}};
        const QVector<QLineF> strokes{{0, 0, 3, 0}, {5, 0, 8, 0}};
        QCOMPARE(strokesOf(points, QPen(Qt::white), kSeen), strokes);
        QCOMPARE(strokesOf(points, dashes(4, 2), kSeen), strokes);
    }

    /// Zoomed far in, a line reaches a billion pixels beyond the picture.
    void onlyWhatCanBeSeenIsCutUp() {
        const auto strokes = strokesOf({{0, -1e9}, {0, 1e9}, {1, 1e9}, {2, 50}}, dashes(4, 2), kSeen);
        QVERIFY(strokes.size() <= 2 * (100 / 6 + 2));
        QVERIFY(inkOf(strokes) > 60 && inkOf(strokes) < 110);
    }
};

QTEST_GUILESS_MAIN(ScalarGraphTest)
#include "scalar_graph_test.moc"
