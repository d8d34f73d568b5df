// The sample grid: crisp pixels, mouse and keys, and no painting without a new sheet.
#include <QSignalSpy>
#include <QtTest>

#include "canvas_fixture.h"
#include "widgets/image_convert.h"
#include "widgets/sample_grid.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

/// Tiles of 4 × 4; tile i is grey 20 i, with a white pixel at its top left.
std::shared_ptr<SampleSheet> checkedSheet(int count, int columns) {
    std::vector<Image> tiles;
    for (int i = 0; i < count; ++i) {
        Image tile(4, 4, 1);
        std::fill(tile.bytes.begin(), tile.bytes.end(), static_cast<uint8_t>(20 * i));
        tile.bytes[0] = 255;
        tiles.push_back(tile);
    }
    return fixture::sheetOf(tiles, columns, 100);
}

class PaintCounter : public QObject {
public:
    int count = 0;
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

}  // namespace

class TestSampleGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void picturesSurviveTheWayThroughQt() {
        for (const int channels : {1, 3, 4}) {
            Image image(5, 3, channels);
            for (size_t i = 0; i < image.bytes.size(); ++i) image.bytes[i] = static_cast<uint8_t>(7 * i + 1);
            QVERIFY(fromQImage(toQImage(image)) == image);
        }
        QVERIFY(toQImage(Image{}).isNull());
        QVERIFY(fromQImage(QImage{}).isEmpty());
    }

    void aWrappedSheetOutlivesItsOwner() {
        std::shared_ptr<const SampleSheet> sheet = checkedSheet(4, 2);
        const QImage picture = toQImage(sheet);
        QCOMPARE(picture.constBits(), sheet->sheet.bytes.data());
        sheet.reset();
        QCOMPARE(qGray(picture.pixel(4, 1)), 20);
    }

    void tilesArePaintedInWholePixels() {
        SampleGrid grid;
        grid.resize(80, 80);
        grid.setSheet(checkedSheet(9, 3));
        QCOMPARE(grid.scale(), 6.0);  // (80 - 6 - 2) / 12
        const QImage shot = grid.grab().toImage();
        const QRectF tile = grid.tileRect(4);
        QCOMPARE(tile.size(), QSizeF(24, 24));
        const QPoint corner = tile.topLeft().toPoint();
        // The white pixel of the tile covers exactly 6 × 6 pixels of the screen.
        QCOMPARE(qGray(shot.pixel(corner)), 255);
        QCOMPARE(qGray(shot.pixel(corner + QPoint(5, 5))), 255);
        QCOMPARE(qGray(shot.pixel(corner + QPoint(6, 0))), 80);
        QCOMPARE(qGray(shot.pixel(corner + QPoint(23, 23))), 80);
        // A gap of one pixel in the colour of the canvas.
        QCOMPARE(shot.pixelColor(corner - QPoint(1, 0)), tokens().canvas);
        QCOMPARE(grid.tileRect(4).left() - grid.tileRect(3).right(), 1.0);
    }

    void aFlowingGridTakesTheColumnsThatMakeItsTilesLargest() {
        SampleGrid grid;
        grid.setFlowing(true);
        grid.resize(66, 266);  // 60 by 260 inside: two columns of 7x are the most
        grid.setSheet(checkedSheet(16, 8));
        QCOMPARE(grid.scale(), 7.0);
        QCOMPARE(grid.tileRect(2).left(), grid.tileRect(0).left());
        QVERIFY(grid.rect().contains(grid.usedRect()));
        QSignalSpy selected(&grid, &SampleGrid::tileSelected);
        QTest::mouseClick(&grid, Qt::LeftButton, {}, grid.tileRect(13).center().toPoint());
        QCOMPARE(selected.back()[0].toInt(), 13);
        QTest::keyClick(&grid, Qt::Key_Up);
        QCOMPARE(selected.back()[0].toInt(), 11);
        const QImage shot = grid.grab().toImage();
        QCOMPARE(qGray(shot.pixel(grid.tileRect(5).bottomRight().toPoint() - QPoint(2, 2))), 100);
    }

    void clickChoosesAndEscapeClears() {
        SampleGrid grid;
        grid.resize(80, 80);
        grid.setSheet(checkedSheet(9, 3));
        QSignalSpy selected(&grid, &SampleGrid::tileSelected), cleared(&grid, &SampleGrid::tileCleared);
        QTest::mouseClick(&grid, Qt::LeftButton, {}, grid.tileRect(5).center().toPoint());
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].toInt(), 5);
        const QPoint rim = grid.tileRect(5).topLeft().toPoint() - QPoint(1, -8);
        QCOMPARE(grid.grab().toImage().pixelColor(rim), tokens().onPic);
        QTest::keyClick(&grid, Qt::Key_Escape);
        QCOMPARE(cleared.size(), 1);
        QCOMPARE(grid.selectedTile(), -1);
    }

    void arrowsWalkAndStopAtTheRim() {
        SampleGrid grid;
        grid.resize(80, 80);
        grid.setSheet(checkedSheet(8, 3));  // the last row has two
        QTest::keyClick(&grid, Qt::Key_Right);
        QCOMPARE(grid.selectedTile(), 0);
        QTest::keyClick(&grid, Qt::Key_Up);
        QCOMPARE(grid.selectedTile(), 0);
        QTest::keyClick(&grid, Qt::Key_Down);
        QCOMPARE(grid.selectedTile(), 3);
        QTest::keyClick(&grid, Qt::Key_End);
        QCOMPARE(grid.selectedTile(), 7);
        QTest::keyClick(&grid, Qt::Key_Right);
        QCOMPARE(grid.selectedTile(), 7);
        QTest::keyClick(&grid, Qt::Key_Home);
        QCOMPARE(grid.selectedTile(), 0);
    }

    void theChosenTileStaysWhileItExists() {
        SampleGrid grid;
        grid.resize(80, 80);
        grid.setSheet(checkedSheet(9, 3));
        grid.selectTile(6);
        grid.setSheet(checkedSheet(9, 3));
        QCOMPARE(grid.selectedTile(), 6);
        QSignalSpy cleared(&grid, &SampleGrid::tileCleared);
        grid.setSheet(checkedSheet(4, 2));
        QCOMPARE(grid.selectedTile(), -1);
        QCOMPARE(cleared.size(), 1);
    }

    void theSameSheetIsNotPaintedAgain() {
        SampleGrid grid;
        grid.resize(80, 80);
        const auto sheet = checkedSheet(9, 3);
        grid.setSheet(sheet);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        QApplication::processEvents();
        PaintCounter counter;
        grid.installEventFilter(&counter);
        grid.setSheet(sheet);
        QApplication::processEvents();
        QCOMPARE(counter.count, 0);
        grid.setSheet(checkedSheet(9, 3));
        QTRY_COMPARE(counter.count, 1);
    }

    void gapsBelongToNoTile() {
        SampleGrid grid;
        grid.resize(80, 80);
        grid.setSheet(checkedSheet(9, 3));
        QCOMPARE(grid.tileAt(grid.tileRect(0).topRight() + QPointF(0.5, 4)), -1);
        QCOMPARE(grid.tileAt({79, 79}), -1);
        QCOMPARE(grid.tileAt(grid.tileRect(8).center()), 8);
    }
};

QTEST_MAIN(TestSampleGrid)
#include "sample_grid_test.moc"
