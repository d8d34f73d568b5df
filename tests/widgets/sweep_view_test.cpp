// A sweep: every cell is where its two values say, and no label is cut or laid over another.
#include <QSignalSpy>
#include <QtTest>

#include "canvas_fixture.h"
#include "pointer.h"
#include "widgets/sweep_view.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

/// Tile i is a plain grey of 10 + i.
std::shared_ptr<SampleSheet> greys(int columns, int rows) {
    std::vector<Image> tiles;
    for (int i = 0; i < columns * rows; ++i) {
        Image tile(4, 4, 1);
        tile.bytes.assign(tile.bytes.size(), static_cast<uint8_t>(10 + i));
        tiles.push_back(std::move(tile));
    }
    return fixture::sheetOf(tiles, columns, 0);
}

SweepAxis axis(const QString& title, int count, const QString& pattern = QStringLiteral("%1")) {
    SweepAxis made{title, {}};
    for (int i = 0; i < count; ++i) made.values.append(pattern.arg(i));
    return made;
}

void fill(SweepView& view, int columns, int rows) {
    view.resize(500, 400);
    view.setAxes(axis(QStringLiteral("Seed"), columns), axis(QStringLiteral("Truncation"), rows));
    view.setSheet(greys(columns, rows));
}

}  // namespace

class TestSweepView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void eachCellShowsItsTile() {
        SweepView view;
        fill(view, 5, 3);
        const QImage shot = view.grab().toImage();
        for (const QPoint cell : {QPoint(0, 0), QPoint(4, 0), QPoint(2, 1), QPoint(4, 2)}) {
            const QPointF middle = view.cellRect(cell.x(), cell.y()).center();
            QCOMPARE(shot.pixelColor(middle.toPoint()).red(), 10 + cell.y() * 5 + cell.x());
            QCOMPARE(view.cellAt(middle), cell);
        }
        QVERIFY(QRectF(view.rect()).contains(view.cellRect(4, 2)));
    }

    void aClickAndEnterGoThere() {
        SweepView view;
        fill(view, 5, 3);
        QSignalSpy gone(&view, &SweepView::cellActivated);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.cellRect(3, 1).center().toPoint());
        QCOMPARE(gone.back(), (QList<QVariant>{3, 1}));
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(gone.size(), 1);
        QCOMPARE(view.accessibleDescription(), QStringLiteral("Seed 4, Truncation 2"));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(gone.back(), (QList<QVariant>{4, 2}));
        QTest::mouseClick(&view, Qt::LeftButton, {}, {2, 2});
        QCOMPARE(gone.size(), 2);
    }

    void hoveringTellsTheCell() {
        SweepView view;
        fill(view, 5, 3);
        QSignalSpy hovered(&view, &SweepView::cellHovered);
        const QImage before = view.grab().toImage();
        pointer::move(view, view.cellRect(1, 2).center());
        QCOMPARE(hovered.back(), (QList<QVariant>{1, 2}));
        QVERIFY(view.grab().toImage() != before);
        pointer::move(view, {1, 1});
        QCOMPARE(hovered.back(), (QList<QVariant>{-1, -1}));
    }

    void manyLongLabelsAreThinnedOutNotLaidOverEachOther() {
        SweepView view;
        view.resize(500, 400);
        view.setAxes(axis(QStringLiteral("Learning rate"), 40, QStringLiteral("0.000%1")),
                     axis(QStringLiteral("Rows"), 40));
        view.setSheet(greys(40, 5));
        const QImage shot = view.grab().toImage();
        const QRectF first = view.cellRect(0, 0), last = view.cellRect(39, 0);
        QVERIFY(last.right() <= view.width());
        // Between two labels there is ground: runs of empty columns at least 4 wide.
        int longestInk = 0, run = 0, sinceInk = 99;
        for (int x = static_cast<int>(first.left()) - 20; x < view.width(); ++x) {
            bool hasInk = false;
            for (int y = static_cast<int>(first.top()) - 16; y < static_cast<int>(first.top()) - 2; ++y) {
                hasInk |= shot.pixelColor(x, y) != tokens().canvas;
            }
            sinceInk = hasInk ? 0 : sinceInk + 1;
            run = sinceInk >= 4 ? 0 : run + 1;
            longestInk = std::max(longestInk, run);
        }
        QVERIFY2(longestInk < 60, qPrintable(QString::number(longestInk)));
    }

    void longTitlesAndLabelsStayInsideTheWidget() {
        SweepView view;
        view.resize(300, 240);
        const QString longTitle =
            QStringLiteral("A parameter with a very long name indeed, in some language");
        view.setAxes(axis(longTitle, 2, QStringLiteral("a long value %1")),
                     axis(longTitle, 2, QStringLiteral("long %1")));
        view.setSheet(greys(2, 2));
        const QImage shot = view.grab().toImage();
        for (int y = 0; y < shot.height(); ++y) {
            QCOMPARE(shot.pixelColor(0, y), tokens().canvas);
            QCOMPARE(shot.pixelColor(shot.width() - 1, y), tokens().canvas);
        }
        for (int x = 0; x < shot.width(); ++x) {
            QCOMPARE(shot.pixelColor(x, 0), tokens().canvas);
            QCOMPARE(shot.pixelColor(x, shot.height() - 1), tokens().canvas);
        }
    }

    void aSheetThatGrowsLeavesRoom() {
        SweepView view;
        view.resize(500, 400);
        view.setAxes(axis(QStringLiteral("Seed"), 5), axis(QStringLiteral("Truncation"), 3));
        view.setSheet(greys(5, 1));
        const QImage shot = view.grab().toImage();
        QCOMPARE(shot.pixelColor(view.cellRect(4, 2).center().toPoint()), tokens().base);
        QCOMPARE(shot.pixelColor(view.cellRect(4, 0).center().toPoint()).red(), 14);
    }

    void withoutASheetKeysDoNothing() {
        SweepView view;
        view.resize(300, 200);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.current(), QPoint(-1, -1));
        QVERIFY(!view.grab().isNull());
    }
};

QTEST_MAIN(TestSweepView)
#include "sweep_view_test.moc"
