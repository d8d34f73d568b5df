// The map: what is under the hand is what is chosen, finely, on one axis, by keys; corners take what is
// dropped on them.
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

#include "canvas_fixture.h"
#include "pointer.h"
#include "widgets/latent_map.h"
#include "widgets/place_mime.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

/// White tiles, so that a grabbed pixel tells the opacity.
std::shared_ptr<SampleSheet> whiteSheet(int side) {
    Image white(8, 8, 3);
    white.bytes.assign(white.bytes.size(), 255);
    return fixture::sheetOf(std::vector<Image>(static_cast<size_t>(side * side), white), side, 0);
}

QPoint place(const LatentMap& map, double x, double y) {
    return map.positionOf({x, y}).toPoint();
}

bool isNear(QPointF a, QPointF b, double limit) {
    return std::hypot(a.x() - b.x(), a.y() - b.y()) <= limit;
}

void drop(LatentMap& map, QPoint where, const QMimeData& data) {
    QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&map, &enter);
    if (!enter.isAccepted()) return;
    QDropEvent dropped(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&map, &dropped);
}

std::vector<LatentMap::Corner> fourCorners() {
    return {{QStringLiteral("Fox")},
            {QStringLiteral("Panda")},
            {QStringLiteral("Frog")},
            {QStringLiteral("Tiger")}};
}

}  // namespace

class TestLatentMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void aPressGoesThereAndADragEndsWithOneFinalPoint() {
        LatentMap map;
        map.resize(440, 440);
        map.setSheet(whiteSheet(7));
        QSignalSpy moved(&map, &LatentMap::pointMoved);
        QTest::mousePress(&map, Qt::LeftButton, {}, place(map, 0.25, 0.75));
        QVERIFY(isNear(map.point(), {0.25, 0.75}, 0.003));
        pointer::move(map, place(map, 0.5, 0.1), Qt::LeftButton);
        QVERIFY(isNear(map.point(), {0.5, 0.1}, 0.003));
        QVERIFY(!moved.back()[1].toBool());
        pointer::move(map, QPoint(900, -50), Qt::LeftButton);
        QCOMPARE(map.point(), QPointF(1, 0));
        QTest::mouseRelease(&map, Qt::LeftButton, {}, {900, -50});
        QVERIFY(moved.back()[1].toBool());
        QCOMPARE(moved.back()[0].toPointF(), QPointF(1, 0));
        const auto finals = std::count_if(moved.begin(), moved.end(),
                                          [](const QList<QVariant>& row) { return row[1].toBool(); });
        QCOMPARE(finals, 1);
        map.setPoint({0.5, 0.5});  // from outside: no signal
        QVERIFY(isNear(moved.back()[0].toPointF(), {1, 0}, 0));
    }

    void shiftMovesTenTimesFiner() {
        LatentMap map;
        map.resize(440, 440);
        map.setPoint({0.5, 0.5});
        QTest::mousePress(&map, Qt::LeftButton, Qt::ShiftModifier, place(map, 0.1, 0.1));
        QCOMPARE(map.point(), QPointF(0.5, 0.5));
        pointer::move(map, place(map, 0.6, 0.4), Qt::LeftButton, Qt::ShiftModifier);
        QVERIFY2(isNear(map.point(), {0.55, 0.53}, 0.001), qPrintable(QString::number(map.point().x())));
    }

    void altKeepsTheAxisThatMovedLess() {
        LatentMap map;
        map.resize(440, 440);
        map.setPoint({0.5, 0.5});
        QTest::mousePress(&map, Qt::LeftButton, Qt::AltModifier, place(map, 0.5, 0.5));
        pointer::move(map, place(map, 0.6, 0.9), Qt::LeftButton, Qt::AltModifier);
        QCOMPARE(map.point().x(), 0.5);
        QVERIFY(std::abs(map.point().y() - 0.9) < 0.003);
    }

    void escapeTakesADragBack() {
        LatentMap map;
        map.resize(440, 440);
        map.setPoint({0.2, 0.3});
        QSignalSpy moved(&map, &LatentMap::pointMoved);
        QTest::mousePress(&map, Qt::LeftButton, {}, place(map, 0.8, 0.8));
        QTest::keyClick(&map, Qt::Key_Escape);
        QCOMPARE(map.point(), QPointF(0.2, 0.3));
        QVERIFY(moved.back()[1].toBool());
        const qsizetype told = moved.size();
        QTest::mouseRelease(&map, Qt::LeftButton, {}, place(map, 0.8, 0.8));
        QCOMPARE(moved.size(), told);
    }

    void keysMoveAndDoubleClickResets() {
        LatentMap map;
        map.resize(440, 440);
        QSignalSpy moved(&map, &LatentMap::pointMoved), reset(&map, &LatentMap::resetRequested);
        map.setPoint({0.5, 0.5});
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(isNear(map.point(), {0.52, 0.498}, 1e-9));
        QCOMPARE(moved.size(), 2);
        QVERIFY(moved[0][1].toBool());
        QTest::mouseDClick(&map, Qt::LeftButton, {}, place(map, 0.5, 0.5));
        QTest::keyClick(&map, Qt::Key_Delete);
        QCOMPARE(reset.size(), 2);
    }

    void tilesFadeWithDistance() {
        LatentMap map;
        map.resize(440, 440);
        map.setSheet(whiteSheet(7));
        map.setPoint({0, 0});
        const QImage shot = map.grab().toImage();
        const int under = QWidget().palette().color(QPalette::Window).red();
        const auto opacity = [&](int column, int row) {
            const QPointF corner = map.tileRect(column, row).bottomRight() - QPointF(4, 4);
            return (shot.pixelColor(corner.toPoint()).red() - under) / (255.0 - under);
        };
        QVERIFY(opacity(0, 0) > 0.99);
        QVERIFY(std::abs(opacity(2, 0) - (1 - 0.22 * (2 - 0.6))) < 0.02);
        QVERIFY(std::abs(opacity(6, 6) - 0.30) < 0.02);
    }

    void aTriangleHoldsThePointInside() {
        LatentMap map;
        map.resize(440, 440);
        map.setShape(LatentMap::Shape::Triangle);
        map.setPoint({0, 0});  // nearest on the left edge: (0.5 t', ...) by hand: foot of the perpendicular
        QVERIFY(isNear(map.point(), {0.4, 0.2}, 1e-9));
        map.setPoint({0.5, 0.7});
        QCOMPARE(map.point(), QPointF(0.5, 0.7));
        map.setPoint({0.3, 4});
        QVERIFY(isNear(map.point(), {0.3, 1}, 1e-9));
    }

    void cornersTakePlacesAndPictures() {
        LatentMap map;
        map.resize(440, 440);
        QSignalSpy places(&map, &LatentMap::placeDropped), files(&map, &LatentMap::pictureDropped);
        const std::unique_ptr<QMimeData> placeData(placeMimeData(QStringLiteral("mark-7")));
        QMimeData fileData, textData;
        fileData.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/notes.txt")),
                          QUrl::fromLocalFile(QStringLiteral("/tmp/Fox.PNG"))});
        textData.setText(QStringLiteral("hello"));
        drop(map, place(map, 0.9, 0.1), *placeData);
        QCOMPARE(places.size(), 0);  // no corners are anchored
        map.setCorners(fourCorners());
        drop(map, place(map, 0.9, 0.1), *placeData);
        QCOMPARE(places.size(), 1);
        QCOMPARE(places[0], (QList<QVariant>{1, QStringLiteral("mark-7")}));
        drop(map, place(map, 0.3, 0.8), fileData);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files[0], (QList<QVariant>{2, QStringLiteral("/tmp/Fox.PNG")}));
        drop(map, place(map, 0.3, 0.8), textData);
        QCOMPARE(places.size() + files.size(), 2);
    }

    void aCornerUnderThePointerSaysItsName() {
        LatentMap map;
        map.resize(440, 440);
        map.setSheet(whiteSheet(7));
        map.setCorners(fourCorners());
        QSignalSpy hovered(&map, &LatentMap::cornerHovered);
        const QImage before = map.grab().toImage();
        pointer::move(map, place(map, 1, 1));
        QCOMPARE(hovered.back()[0].toInt(), 3);
        QVERIFY(map.grab().toImage() != before);
        pointer::move(map, place(map, 0.5, 0.5));
        QCOMPARE(hovered.back()[0].toInt(), -1);
    }

    void aSheetThatIsNoSquareAndAPointThatIsNoNumberAreRefused() {
        LatentMap map;
        map.setSheet(fixture::sheetOf(std::vector<Image>(6, Image(4, 4, 1)), 3, 0));
        QCOMPARE(map.side(), 0);
        map.setPoint({std::nan(""), 0.5});
        QCOMPARE(map.point(), QPointF(0.5, 0.5));
        QVERIFY(!map.grab().isNull());
    }
};

QTEST_MAIN(TestLatentMap)
#include "latent_map_test.moc"
