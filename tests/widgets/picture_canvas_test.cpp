// The large picture: crisp or smooth, zoomed at the pointer, pulled out, and honest when there is none.
#include <QSignalSpy>
#include <QtTest>

#include "pointer.h"
#include "widgets/picture_canvas.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

QImage checks(int edge) {
    QImage picture(edge, edge, QImage::Format_RGB32);
    for (int y = 0; y < edge; ++y) {
        for (int x = 0; x < edge; ++x) picture.setPixel(x, y, (x + y) % 2 ? 0xFFFFFFFF : 0xFF000000);
    }
    return picture;
}

int greys(const QImage& shot, const QRect& where) {
    int count = 0;
    for (int x = where.left(); x <= where.right(); ++x) {
        const int level = qGray(shot.pixel(x, where.center().y()));
        count += level > 10 && level < 245;
    }
    return count;
}

}  // namespace

class TestPictureCanvas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void aFittedPictureIsWholePixelsInTheMiddle() {
        PictureCanvas canvas;
        canvas.resize(500, 400);
        canvas.setPicture(checks(64));
        QCOMPARE(canvas.zoom(), 6.0);
        QCOMPARE(canvas.pictureRect(), QRectF(58, 8, 384, 384));
        QCOMPARE(greys(canvas.grab().toImage(), canvas.pictureRect().toRect()), 0);
    }

    void smoothFillsTheRoomAndBlends() {
        PictureCanvas canvas;
        canvas.resize(500, 400);
        canvas.setPicture(checks(64));
        canvas.setScaling(PictureView::Scaling::Smooth);
        QCOMPARE(canvas.zoom(), 6.25);
        QVERIFY(greys(canvas.grab().toImage(), canvas.pictureRect().toRect()) > 100);
    }

    void theWheelKeepsWhatIsUnderThePointer() {
        PictureCanvas canvas;
        canvas.resize(512, 512);
        canvas.setPicture(checks(64));
        const QPointF place(400, 130);
        const auto pixelUnder = [&] { return (place - canvas.pictureRect().topLeft()) / canvas.zoom(); };
        const QPointF before = pixelUnder();
        for (int turn = 0; turn < 4; ++turn) pointer::wheel(canvas, place, 120);
        QVERIFY(canvas.zoom() > 16);
        QVERIFY((pixelUnder() - before).manhattanLength() < 0.2);
        QTest::keyClick(&canvas, Qt::Key_0);
        QVERIFY(canvas.isFitted());
    }

    void aFittedPictureIsPulledOutAZoomedOneIsPanned() {
        PictureCanvas canvas;
        canvas.resize(512, 512);
        canvas.setPicture(checks(64));
        QSignalSpy pulled(&canvas, &PictureCanvas::dragRequested);
        const auto drag = [&](Qt::KeyboardModifiers keys) {
            QTest::mousePress(&canvas, Qt::LeftButton, keys, {200, 200});
            for (const QPoint at : {QPoint(204, 203), QPoint(260, 240), QPoint(300, 260)}) {
                pointer::move(canvas, at, Qt::LeftButton, keys);
            }
            QTest::mouseRelease(&canvas, Qt::LeftButton, keys, {300, 260});
        };
        drag({});
        QCOMPARE(pulled.size(), 1);
        canvas.setZoom(16);
        const QPointF before = canvas.pictureRect().topLeft();
        drag({});
        QCOMPARE(pulled.size(), 1);
        QCOMPARE(canvas.pictureRect().topLeft() - before, QPointF(100, 60));
        drag(Qt::ControlModifier);
        QCOMPARE(pulled.size(), 2);
    }

    void withoutAPictureItSaysWhyAndOffersNothing() {
        PictureCanvas canvas;
        canvas.resize(400, 300);
        QSignalSpy pulled(&canvas, &PictureCanvas::dragRequested),
            copied(&canvas, &PictureCanvas::copyRequested);
        const QImage first = canvas.grab().toImage();
        canvas.setEmptyText(QStringLiteral("Choose a model"));
        QVERIFY(canvas.grab().toImage() != first);
        QTest::keyClick(&canvas, Qt::Key_C, Qt::ControlModifier);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, {200, 150});
        pointer::move(canvas, {300, 250}, Qt::LeftButton);
        QCOMPARE(copied.size() + pulled.size(), 0);
        canvas.setPicture(checks(8));
        QTest::keyClick(&canvas, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.size(), 1);
    }

    void anErrorStandsOverThePictureAndGoesAway() {
        PictureCanvas canvas;
        canvas.resize(400, 400);
        canvas.setPicture(checks(64));
        const QImage clean = canvas.grab().toImage();
        canvas.setErrorText(QStringLiteral("This point decodes to NaN."));
        const QImage shot = canvas.grab().toImage();
        int red = 0;
        for (int y = 0; y < 400; ++y) {
            for (int x = 0; x < 400; ++x) red += shot.pixelColor(x, y) == tokens().errorDim;
        }
        QVERIFY(red > 1000);
        QCOMPARE(shot.copy(0, 0, 400, 300), clean.copy(0, 0, 400, 300));
        QCOMPARE(canvas.accessibleDescription(), QStringLiteral("This point decodes to NaN."));
        canvas.setErrorText({});
        QCOMPARE(canvas.grab().toImage(), clean);
    }

    void transparentPartsShowAChecker() {
        PictureCanvas canvas;
        canvas.resize(128, 128);
        QImage clear(16, 16, QImage::Format_RGBA8888);
        clear.fill(Qt::transparent);
        canvas.setPicture(clear);
        const QImage shot = canvas.grab().toImage();
        QCOMPARE(shot.pixelColor(4, 4), tokens().hover);
        QCOMPARE(shot.pixelColor(12, 4), tokens().field);
    }
};

QTEST_MAIN(TestPictureCanvas)
#include "picture_canvas_test.moc"
