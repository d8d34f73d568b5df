// The widgets of Stylize: before and after, wells for pictures, styles with weights, methods, results, the
// brush.
#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>

#include "pointer.h"
#include "widgets/compare_view.h"
#include "widgets/mask_canvas.h"
#include "widgets/method_list.h"
#include "widgets/number_field.h"
#include "widgets/picture_well.h"
#include "widgets/result_strip.h"
#include "widgets/style_list.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

QImage plain(QSize size, const QColor& colour) {
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(colour);
    return picture;
}

/// Red before, blue after, 400 × 200 in a room of that size.
void setUp(CompareView& view) {
    view.resize(400, 200);
    view.setBefore(plain({800, 400}, Qt::red));
    view.setAfter(plain({200, 100}, Qt::blue));
}

QColor shotAt(QWidget& widget, QPoint place) {
    return widget.grab().toImage().pixelColor(place);
}

std::vector<Choice> methods() {
    return {{.id = "patches", .label = "Patches", .help = "No weights needed"},
            {.id = "fast", .label = "Fast style", .unavailable = "Import a network in the library first."},
            {.id = "dream", .label = "Dream", .help = "SqueezeNet 1.1"}};
}

void dropFile(QWidget& widget, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint middle = widget.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &enter);
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    if (enter.isAccepted()) QApplication::sendEvent(&widget, &drop);
}

}  // namespace

class TestStyleWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void theDividerPartsBeforeFromAfter() {
        CompareView view;
        setUp(view);
        QCOMPARE(shotAt(view, {100, 50}), QColor(Qt::red));
        QCOMPARE(shotAt(view, {300, 50}), QColor(Qt::blue));
        QCOMPARE(shotAt(view, {200, 20}), QColor(Qt::white));
    }

    void aViewAtRestIsNotPaintedAgain() {
        struct PaintCount : QObject {
            int paints = 0;
            bool eventFilter(QObject* object, QEvent* event) override {
                if (event->type() == QEvent::Paint) ++paints;
                return QObject::eventFilter(object, event);
            }
        } count;
        CompareView view;
        setUp(view);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (int i = 0; i < 10; ++i) QApplication::processEvents();
        view.installEventFilter(&count);
        for (int i = 0; i < 10; ++i) QApplication::processEvents();
        QCOMPARE(count.paints, 0);
        view.update();
        QTRY_VERIFY(count.paints > 0);
    }

    void aDragAtTheLineMovesTheDivider() {
        CompareView view;
        setUp(view);
        QSignalSpy moved(&view, &CompareView::dividerMoved), pulled(&view, &PictureCanvas::dragRequested);
        QTest::mousePress(&view, Qt::LeftButton, {}, {203, 50});
        pointer::move(view, {100, 60}, Qt::LeftButton);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {100, 60});
        QCOMPARE(view.divider(), 0.25);
        QVERIFY(!moved.isEmpty());
        QVERIFY(pulled.isEmpty());
        pointer::move(view, {300, 60}, Qt::LeftButton);
        QCOMPARE(view.divider(), 0.25);
    }

    void arrowsMoveTheDividerAndStopAtTheEdges() {
        CompareView view;
        setUp(view);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.divider(), 0.51);
        QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(view.divider(), 0.41);
        QTest::keyClick(&view, Qt::Key_End);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.divider(), 1.0);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.divider(), 0.0);
    }

    void holdingOShowsTheOriginalAlone() {
        CompareView view;
        setUp(view);
        QTest::keyPress(&view, Qt::Key_O);
        QCOMPARE(shotAt(view, {300, 50}), QColor(Qt::red));
        QVERIFY(!view.hasDivider());
        QTest::keyRelease(&view, Qt::Key_O);
        QCOMPARE(shotAt(view, {300, 50}), QColor(Qt::blue));
    }

    void sideBySideShowsBothWhole() {
        CompareView view;
        setUp(view);
        view.setMode(CompareView::Mode::SideBySide);
        QCOMPARE(shotAt(view, {100, 100}), QColor(Qt::red));
        QCOMPARE(shotAt(view, {300, 100}), QColor(Qt::blue));
        QVERIFY(!view.hasDivider());
        view.setMode(CompareView::Mode::Result);
        QCOMPARE(shotAt(view, {100, 50}), QColor(Qt::blue));
    }

    void withoutAResultTheContentIsShown() {
        CompareView view;
        view.resize(400, 200);
        view.setBefore(plain({800, 400}, Qt::red));
        QCOMPARE(shotAt(view, {300, 50}), QColor(Qt::red));
        QVERIFY(!view.hasDivider());
    }

    void theDividerFollowsAZoomedPicture() {
        CompareView view;
        setUp(view);
        view.setZoom(4);  // twice the fitting zoom, about the middle
        QCOMPARE(shotAt(view, {190, 20}), QColor(Qt::red));
        QCOMPARE(shotAt(view, {210, 20}), QColor(Qt::blue));
        view.setDivider(0.25);
        QCOMPARE(shotAt(view, {10, 20}), QColor(Qt::blue));
    }

    void aWellTakesAPictureFileAndNothingElse() {
        PictureWell well;
        well.resize(200, 100);
        QSignalSpy dropped(&well, &PictureWell::fileDropped);
        dropFile(well, QStringLiteral("/tmp/notes.txt"));
        QVERIFY(dropped.isEmpty());
        dropFile(well, QStringLiteral("/tmp/lake.png"));
        QCOMPARE(dropped.value(0).value(0).toString(), QStringLiteral("/tmp/lake.png"));
    }

    void aWellIsPressedByMouseAndKeysAndCleared() {
        PictureWell well;
        well.resize(200, 100);
        QSignalSpy asked(&well, &PictureWell::browseRequested), cleared(&well, &PictureWell::clearRequested);
        QTest::mouseClick(&well, Qt::LeftButton);
        QTest::keyClick(&well, Qt::Key_Space);
        QTest::keyClick(&well, Qt::Key_Return);
        QCOMPARE(asked.size(), 3);
        QTest::keyClick(&well, Qt::Key_Delete);
        QVERIFY(cleared.isEmpty());
        well.setPicture(plain({40, 20}, Qt::green));
        QCOMPARE(shotAt(well, {100, 50}), QColor(Qt::green));
        QTest::keyClick(&well, Qt::Key_Delete);
        QCOMPARE(cleared.size(), 1);
    }

    void weightsAreShownFromTheSecondStyleOn() {
        StyleList list;
        list.resize(220, 400);
        list.setStyles({{QStringLiteral("swirl.png"), 1}});
        QVERIFY(list.row(0)->findChild<NumberField*>()->isHidden());
        list.setStyles({{QStringLiteral("swirl.png"), 0.8}, {QStringLiteral("ember.png"), 0.2}});
        QVERIFY(!list.row(1)->findChild<NumberField*>()->isHidden());
        QCOMPARE(list.row(1)->weight(), 0.2);
        QSignalSpy changed(&list, &StyleList::weightChanged);
        auto* field = list.row(1)->findChild<NumberField*>();
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(changed.last().value(0).toInt(), 1);
        QCOMPARE(changed.last().value(1).toDouble(), 0.25);
    }

    void theFifthStyleHasNoPlace() {
        StyleList list;
        std::vector<StyleItem> items(4, StyleItem{QStringLiteral("a.png"), 1});
        list.setStyles({items.begin(), items.begin() + 3});
        QVERIFY(!list.next()->isHidden());
        QSignalSpy dropped(&list, &StyleList::fileDropped);
        list.next()->resize(200, 44);
        dropFile(*list.next(), QStringLiteral("/tmp/b.jpg"));
        QCOMPARE(dropped.value(0).value(0).toInt(), 3);
        list.setStyles(items);
        QVERIFY(list.next()->isHidden());
    }

    void aMethodThatIsMissingSaysWhyAndIsNotChosen() {
        MethodList list;
        list.resize(220, 200);
        list.setChoices(methods());
        list.setCurrentId(QStringLiteral("patches"));
        QSignalSpy chosen(&list, &MethodList::chosen), refused(&list, &MethodList::unavailableClicked);
        QTest::mouseClick(&list, Qt::LeftButton, {}, list.rowRect(1).center());
        QVERIFY(chosen.isEmpty());
        QCOMPARE(refused.size(), 1);
        QTest::keyClick(&list, Qt::Key_Down);
        QCOMPARE(list.currentId(), QStringLiteral("dream"));
        QTest::mouseClick(&list, Qt::LeftButton, {}, list.rowRect(0).center());
        QCOMPARE(chosen.last().value(0).toString(), QStringLiteral("patches"));
    }

    void resultsAreShownRemovedAndPulled() {
        ResultStrip strip;
        strip.resize(500, 104);
        strip.setResults({{3, QStringLiteral("Strength 0.9"), plain({60, 40}, Qt::red)},
                          {2, QStringLiteral("Seed 4"), plain({40, 60}, Qt::green)},
                          {1, QStringLiteral("Patches"), {}}});
        QSignalSpy shown(&strip, &ResultStrip::activated), gone(&strip, &ResultStrip::removeRequested),
            pulled(&strip, &ResultStrip::dragRequested);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.pictureRect(2).center().toPoint());
        QCOMPARE(shown.last().value(0).toLongLong(), 2);
        QTest::keyClick(&strip, Qt::Key_End);
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(shown.last().value(0).toLongLong(), 1);
        QTest::keyClick(&strip, Qt::Key_Left);
        QTest::keyClick(&strip, Qt::Key_Delete);
        QCOMPARE(gone.last().value(0).toLongLong(), 2);
        const QPointF from = strip.pictureRect(3).center();
        QTest::mousePress(&strip, Qt::LeftButton, {}, from.toPoint());
        pointer::move(strip, from + QPointF(40, 0), Qt::LeftButton);
        QCOMPARE(pulled.size(), 1);
        QCOMPARE(shotAt(strip, from.toPoint()), QColor(Qt::red));
    }

    void aBrushPaintsAndErasesInThePicturesOwnPixels() {
        MaskCanvas canvas;
        canvas.resize(400, 200);
        canvas.setPicture(plain({200, 100}, Qt::gray));  // shown at twice its size
        canvas.setBrushSize(40);
        QSignalSpy changed(&canvas, &MaskCanvas::maskChanged);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, {100, 100});
        pointer::move(canvas, {200, 100}, Qt::LeftButton);
        QCOMPARE(changed.size(), 0);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {200, 100});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(canvas.mask().size(), QSize(200, 100));
        QCOMPARE(qGray(canvas.mask().pixel(75, 50)), 255);
        QCOMPARE(qGray(canvas.mask().pixel(75, 57)), 255);
        QCOMPARE(qGray(canvas.mask().pixel(75, 63)), 0);  // the brush reaches 10 of these pixels
        QTest::mouseClick(&canvas, Qt::RightButton, {}, {150, 100});
        QCOMPARE(qGray(canvas.mask().pixel(75, 50)), 0);
        canvas.invert();
        QCOMPARE(qGray(canvas.mask().pixel(5, 5)), 255);
        canvas.clear();
        QVERIFY(canvas.mask().isNull());
        QCOMPARE(changed.size(), 4);
    }

    void theBrushWorksFromTheKeyboard() {
        MaskCanvas canvas;
        canvas.resize(400, 200);
        canvas.setPicture(plain({200, 100}, Qt::gray));
        QSignalSpy left(&canvas, &MaskCanvas::closeRequested);
        const int before = canvas.brushSize();
        QTest::keyClick(&canvas, Qt::Key_BracketRight);
        QVERIFY(canvas.brushSize() > before);
        QTest::keyClick(&canvas, Qt::Key_Right);
        QTest::keyClick(&canvas, Qt::Key_Space);
        QCOMPARE(qGray(canvas.mask().pixel(104, 50)), 255);
        QTest::keyClick(&canvas, Qt::Key_E);
        QTest::keyClick(&canvas, Qt::Key_Space);
        QCOMPARE(qGray(canvas.mask().pixel(104, 50)), 0);
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void aMaskOfAnotherSizeIsFittedToThePicture() {
        MaskCanvas canvas;
        canvas.resize(400, 200);
        canvas.setPicture(plain({200, 100}, Qt::gray));
        QSignalSpy changed(&canvas, &MaskCanvas::maskChanged);
        canvas.setMask(plain({20, 10}, Qt::white));
        QCOMPARE(canvas.mask().size(), QSize(200, 100));
        QCOMPARE(qGray(canvas.mask().pixel(100, 50)), 255);
        QVERIFY(changed.isEmpty());
    }
};

QTEST_MAIN(TestStyleWidgets)
#include "style_widgets_test.moc"
