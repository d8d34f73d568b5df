// The time line and the enlarged tile: going back in time, and one sample close up.
#include <QSignalSpy>
#include <QtTest>

#include "canvas_fixture.h"
#include "widgets/button.h"
#include "widgets/film_strip.h"
#include "widgets/loss_plot.h"
#include "widgets/picture_view.h"
#include "widgets/plot_canvas.h"
#include "widgets/theme.h"
#include "widgets/tile_view.h"
#include "widgets/time_line.h"

using namespace limner;
using namespace limner::widgets;

namespace {

void fill(TimeLine& line) {
    std::vector<TimeMark> marks;
    for (int step = 0; step <= 1000; step += 100)
        marks.push_back({step, step % 500 == 0, step == 500, false});
    line.setMarks(marks);
    line.setRange(0, 1100);
    line.setLiveStep(1100);
    line.resize(900, line.sizeHint().height());
}

}  // namespace

class TestTimeLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void itSharesTheScaleOfThePlot() {
        LossPlot plot;
        TimeLine line;
        connect(&plot, &LossPlot::axisEndsChanged, &line, &TimeLine::setAxisEnds);
        connect(&plot, &LossPlot::rangeChanged, &line, &TimeLine::setRange);
        plot.resize(900, 240);
        line.resize(900, 92);
        plot.show();
        plot.setTable(fixture::ganTable(8214, 13));
        plot.canvas()->flush();
        for (const double step : {0.0, 3000.0, 8203.0}) {
            QVERIFY(std::abs(line.xOf(step) - plot.canvas()->xAxis->coordToPixel(step)) <= 1.0);
        }
        QVERIFY(std::abs(line.stepAt(line.xOf(4321)) - 4321) < 1e-6);
    }

    void dragGoesToTheNearestMarkAndPastTheEndToLive() {
        TimeLine line;
        fill(line);
        QSignalSpy scrubbed(&line, &TimeLine::scrubbedTo), live(&line, &TimeLine::liveRequested);
        const int y = line.height() - 20;
        const auto at = [&](double step) { return QPoint(static_cast<int>(line.xOf(step)), y); };
        QTest::mousePress(&line, Qt::LeftButton, {}, at(310));
        QCOMPARE(scrubbed.back()[0].toLongLong(), 300);
        QTest::mouseMove(&line, at(320));
        QCOMPARE(scrubbed.size(), 1);
        QTest::mouseMove(&line, at(680));
        QCOMPARE(scrubbed.back()[0].toLongLong(), 700);
        QTest::mouseMove(&line, at(1099));
        QCOMPARE(live.size(), 1);
        QVERIFY(!line.position());
        QTest::mouseRelease(&line, Qt::LeftButton, {}, at(1099));
    }

    void keysWalkFromMarkToMark() {
        TimeLine line;
        fill(line);
        QSignalSpy scrubbed(&line, &TimeLine::scrubbedTo), live(&line, &TimeLine::liveRequested);
        QTest::keyClick(&line, Qt::Key_Left);
        QCOMPARE(line.position().value(), 1000);
        QTest::keyClick(&line, Qt::Key_Left);
        QCOMPARE(line.position().value(), 900);
        QTest::keyClick(&line, Qt::Key_Home);
        QCOMPARE(line.position().value(), 0);
        QTest::keyClick(&line, Qt::Key_Right);
        QCOMPARE(line.position().value(), 100);
        QTest::keyClick(&line, Qt::Key_Escape);
        QVERIFY(!line.position());
        QCOMPARE(scrubbed.size(), 4);
        QCOMPARE(live.size(), 1);
        line.setPosition(400);  // from outside: no signal
        QCOMPARE(scrubbed.size(), 4);
    }

    void playingRunsThroughAllMarksAndEndsLive() {
        TimeLine line;
        fill(line);
        QSignalSpy scrubbed(&line, &TimeLine::scrubbedTo), live(&line, &TimeLine::liveRequested);
        line.setPosition(800);
        QTest::keyClick(&line, Qt::Key_Space);
        QVERIFY(line.isPlaying());
        QTRY_COMPARE(live.size(), 1);
        QCOMPARE(scrubbed.size(), 2);
        QVERIFY(!line.isPlaying());
    }

    void withoutMarksNothingHappens() {
        TimeLine line;
        line.resize(900, 92);
        QSignalSpy scrubbed(&line, &TimeLine::scrubbedTo);
        QTest::mouseClick(&line, Qt::LeftButton, {}, {400, 60});
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_Space})
            QTest::keyClick(&line, key);
        QCOMPARE(scrubbed.size(), 0);
        QVERIFY(!line.grab().isNull());
    }

    void thumbnailsMakeItTaller() {
        TimeLine line;
        const int tall = line.sizeHint().height();
        line.setThumbnailsShown(false);
        QVERIFY(line.sizeHint().height() < tall / 2);
    }

    void checkpointsAreTallerThanSheets() {
        TimeLine line;
        fill(line);
        const QImage shot = line.grab().toImage();
        const auto tickHeight = [&](int step) {
            const int x = static_cast<int>(line.xOf(step));
            int count = 0;
            for (int y = 60; y < 75; ++y) {
                const QColor c = shot.pixelColor(x, y);
                count += c == tokens().text2 || c == tokens().edge;
            }
            return count;
        };
        QCOMPARE(tickHeight(500), 8);
        QCOMPARE(tickHeight(300), 4);
    }

    void aTileIsShownPixelByPixelAndCanBeTakenAway() {
        TileView view;
        view.resize(400, 500);
        Image tile(4, 4, 1);
        *tile.at(1, 0) = 200;
        view.setTile(tile, QStringLiteral("Sample 19, seed 7"));
        view.show();
        QApplication::processEvents();
        const QRectF shown = view.pictureView()->pictureRect();
        QCOMPARE(view.pictureView()->zoom(), std::floor(view.pictureView()->zoom()));
        const double cell = shown.width() / 4;
        const QImage shot = view.pictureView()->grab().toImage();
        QCOMPARE(qGray(shot.pixel(static_cast<int>(shown.left() + cell), 0)), 200);
        QCOMPARE(qGray(shot.pixel(static_cast<int>(shown.left() + cell) - 1, 0)), 0);
        QSignalSpy copied(&view, &TileView::copyRequested), saved(&view, &TileView::saveRequested);
        QSignalSpy closed(&view, &TileView::closeRequested);
        QTest::mouseClick(view.findChild<Button*>(QStringLiteral("tileView.copy")), Qt::LeftButton);
        QTest::mouseClick(view.findChild<Button*>(QStringLiteral("tileView.save")), Qt::LeftButton);
        QTest::keyClick(view.pictureView(), Qt::Key_Escape);
        QCOMPARE(copied.size(), 1);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(closed.size(), 1);
    }

    void theWheelZoomsToThePointer() {
        PictureView view;
        view.resize(200, 200);
        view.setPicture(QImage(20, 20, QImage::Format_RGB32));
        QCOMPARE(view.zoom(), 10.0);
        const QPointF place(50, 50);
        QWheelEvent wheel(place, place, {}, {0, 240}, {}, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &wheel);
        QCOMPARE(view.zoom(), 15.625);
        // The pixel under the pointer (5, 5) is still there, to the device pixel.
        QVERIFY(std::abs(view.pictureRect().left() + 5 * 15.625 - 50) <= 1);
        QTest::keyClick(&view, Qt::Key_0);
        QVERIFY(view.isFitted());
    }

    void theFilmShowsTheFirstTheLastAndEvenlyBetween() {
        FilmStrip strip;
        strip.resize(5 * 58, strip.sizeHint().height());
        FilmStrip::Frames frames;
        for (int i = 0; i <= 20; ++i) frames.emplace_back(100 * i, QImage(4, 4, QImage::Format_Grayscale8));
        strip.setFrames(frames);
        QCOMPARE(strip.shownSteps(), (std::vector<int64_t>{0, 500, 1000, 1500, 2000}));
        QSignalSpy clicked(&strip, &FilmStrip::stepClicked);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, {3 + 58 + 20, 20});
        QCOMPARE(clicked.back()[0].toLongLong(), 500);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(clicked.back()[0].toLongLong(), 1000);
    }
};

QTEST_MAIN(TestTimeLine)
#include "time_line_test.moc"
