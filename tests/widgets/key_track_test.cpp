// The key track: scrubbed, keys dragged on frames between their neighbours, eases chosen, all by keys as
// well.
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

#include "pointer.h"
#include "widgets/key_track.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

Timeline fiveKeys() {
    Timeline timeline;
    timeline.keys = {
        {0, Ease::InOut}, {2.6, Ease::Linear}, {4.8, Ease::Out}, {6.8, Ease::InOut}, {8.6, Ease::Linear}};
    timeline.isLoop = true;
    return timeline;
}

QPoint onTrack(const KeyTrack& track, double second) {
    return {static_cast<int>(std::lround(track.xOf(second))),
            static_cast<int>(track.keyRect(0).center().y())};
}
QPoint onFilm(const KeyTrack& track, double second) {
    return onTrack(track, second) - QPoint(0, 40);
}

void fill(KeyTrack& track) {
    track.resize(936, 96);
    track.setTimeline(fiveKeys());
}

}  // namespace

class TestKeyTrack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void aDragScrubsAndEndsOnce() {
        KeyTrack track;
        fill(track);
        QSignalSpy scrubbed(&track, &KeyTrack::scrubbed);
        QTest::mousePress(&track, Qt::LeftButton, {}, onFilm(track, 1));
        pointer::move(track, onFilm(track, 3.5), Qt::LeftButton);
        QVERIFY(std::abs(track.second() - 3.5) < 0.01);
        QVERIFY(!scrubbed.back()[1].toBool());
        pointer::move(track, QPoint(5000, 40), Qt::LeftButton);
        QCOMPARE(track.second(), 10.0);
        QTest::mouseRelease(&track, Qt::LeftButton, {}, QPoint(5000, 40));
        QVERIFY(scrubbed.back()[1].toBool());
        track.setSecond(2);  // from outside: no signal
        QCOMPARE(scrubbed.back()[0].toDouble(), 10.0);
    }

    void thePlayheadSnapsToAKeyAndChoosesIt() {
        KeyTrack track;
        fill(track);
        QTest::mouseClick(&track, Qt::LeftButton, {}, onFilm(track, 2.6) + QPoint(2, 0));
        QCOMPARE(track.second(), 2.6);
        QCOMPARE(track.currentKey(), 1);
        QTest::mouseClick(&track, Qt::LeftButton, {}, onFilm(track, 3.5));
        QCOMPARE(track.currentKey(), -1);
    }

    void aDiamondMovesOnFramesBetweenItsNeighbours() {
        KeyTrack track;
        fill(track);
        QSignalSpy moved(&track, &KeyTrack::keyMoved);
        QTest::mousePress(&track, Qt::LeftButton, {}, onTrack(track, 2.6));
        QCOMPARE(track.currentKey(), 1);
        pointer::move(track, onTrack(track, 3.345), Qt::LeftButton);
        const double frames = track.timeline().keys[1].second * 30;
        QVERIFY(std::abs(frames - std::round(frames)) < 1e-9);
        QVERIFY(std::abs(track.timeline().keys[1].second - 3.345) <= 1.0 / 60 + 0.01);
        pointer::move(track, onTrack(track, 9), Qt::LeftButton);
        QVERIFY(std::abs(track.timeline().keys[1].second - (4.8 - 1.0 / 30)) < 1e-9);
        pointer::move(track, onTrack(track, 3), Qt::LeftButton);
        QTest::mouseRelease(&track, Qt::LeftButton, {}, onTrack(track, 3));
        QCOMPARE(moved.back()[0].toInt(), 1);
        QVERIFY(std::abs(moved.back()[1].toDouble() - 3) < 0.02);
        QVERIFY(moved.back()[2].toBool());
    }

    void escapeTakesADragBack() {
        KeyTrack track;
        fill(track);
        QSignalSpy moved(&track, &KeyTrack::keyMoved);
        QTest::mousePress(&track, Qt::LeftButton, {}, onTrack(track, 2.6));
        pointer::move(track, onTrack(track, 4), Qt::LeftButton);
        QTest::keyClick(&track, Qt::Key_Escape);
        QCOMPARE(track.timeline().keys[1].second, 2.6);
        QCOMPARE(moved.back(), (QList<QVariant>{1, 2.6, true}));
    }

    void aClickOnADiamondGoesThere() {
        KeyTrack track;
        fill(track);
        QSignalSpy scrubbed(&track, &KeyTrack::scrubbed), moved(&track, &KeyTrack::keyMoved);
        QTest::mouseClick(&track, Qt::LeftButton, {}, onTrack(track, 4.8));
        QCOMPARE(scrubbed.back(), (QList<QVariant>{4.8, true}));
        QCOMPARE(moved.size(), 0);
    }

    void keysWalkAndStep() {
        KeyTrack track;
        fill(track);
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&track, key, modifiers);
            return track.second();
        };
        QCOMPARE(press(Qt::Key_Right), 2.6);
        QCOMPARE(press(Qt::Key_Right), 4.8);
        QCOMPARE(press(Qt::Key_Left), 2.6);
        QCOMPARE(press(Qt::Key_End), 8.6);
        QCOMPARE(press(Qt::Key_Right), 8.6);
        QCOMPARE(press(Qt::Key_Home), 0.0);
        QVERIFY(std::abs(press(Qt::Key_Right, Qt::ShiftModifier) - 1.0 / 30) < 1e-9);
        QCOMPARE(track.currentKey(), -1);
        press(Qt::Key_Right);
        QSignalSpy moved(&track, &KeyTrack::keyMoved);
        QVERIFY(std::abs(press(Qt::Key_Left, Qt::AltModifier) - (2.6 - 1.0 / 30)) < 1e-9);
        QVERIFY(moved.back()[2].toBool());
    }

    void whatThePageMustDoIsAskedFor() {
        KeyTrack track;
        fill(track);
        QSignalSpy removed(&track, &KeyTrack::removeRequested), copied(&track, &KeyTrack::copyRequested),
            pasted(&track, &KeyTrack::pasteRequested), doubled(&track, &KeyTrack::duplicateRequested),
            added(&track, &KeyTrack::addRequested);
        QTest::keyClick(&track, Qt::Key_Delete);
        QCOMPARE(removed.size(), 0);  // no key is chosen
        track.setCurrentKey(1);
        QTest::keyClick(&track, Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(&track, Qt::Key_D, Qt::ControlModifier);
        QTest::keyClick(&track, Qt::Key_Delete);
        track.setSecond(5.5);
        QTest::keyClick(&track, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(copied.back()[0].toInt(), 1);
        QCOMPARE(removed.back()[0].toInt(), 1);
        QCOMPARE(pasted.back()[0].toDouble(), 5.5);
        QVERIFY(std::abs(doubled.back()[1].toDouble() - 3.7) < 1e-9);  // midway from 2.6 to 4.8
        QTest::mouseDClick(&track, Qt::LeftButton, {}, onTrack(track, 7.2) + QPoint(0, -40));
        QVERIFY(std::abs(added.back()[0].toDouble() - 7.2) < 0.03);
        QTest::mouseDClick(&track, Qt::LeftButton, {}, onTrack(track, 6.8));
        QCOMPARE(added.size(), 1);  // there is a key already
        QCOMPARE(track.timeline().keys.size(), size_t{5});
    }

    void theWordBetweenTwoKeysOffersOtherWays() {
        KeyTrack track;
        fill(track);
        track.show();
        QSignalSpy chosen(&track, &KeyTrack::easeChosen);
        QTest::mouseClick(&track, Qt::LeftButton, {}, track.easeRect(1).center().toPoint());
        auto* menu = track.findChild<QMenu*>(QStringLiteral("keyTrack.easeMenu"));
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().size(), 5);
        QVERIFY(menu->actions()[0]->isChecked());
        menu->actions()[4]->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 1);
        QCOMPARE(chosen[0][1].value<Ease>(), Ease::Hold);
        QCOMPARE(track.timeline().keys[1].ease, Ease::Hold);
        menu->close();
    }

    void theLastKeyLeadsBackOnlyInALoop() {
        KeyTrack track;
        fill(track);
        QVERIFY(!track.easeRect(4).isEmpty());
        Timeline straight = fiveKeys();
        straight.isLoop = false;
        track.setTimeline(straight);
        QVERIFY(track.easeRect(4).isEmpty());
    }

    void zoomKeepsTheMomentUnderThePointer() {
        KeyTrack track;
        fill(track);
        const double before = track.secondAt(700);
        for (int turn = 0; turn < 6; ++turn) pointer::wheel(track, {700, 40}, 120, Qt::ControlModifier);
        QVERIFY(std::abs(track.secondAt(700) - before) < 1e-6);
        const double span = track.secondAt(900) - track.secondAt(100);
        QVERIFY(span < 3);
        pointer::wheel(track, {700, 40}, -120);
        QVERIFY(track.secondAt(700) > before);
        for (int turn = 0; turn < 20; ++turn) pointer::wheel(track, {700, 40}, -120, Qt::ControlModifier);
        QVERIFY(std::abs(track.xOf(0) - KeyTrack().xOf(0)) < 1e-6);
    }

    void withoutKeysItStillScrubsAndPaints() {
        KeyTrack track;
        track.resize(600, 96);
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Delete, Qt::Key_Home})
            QTest::keyClick(&track, key);
        QTest::keyClick(&track, Qt::Key_End);
        QCOMPARE(track.second(), 10.0);
        Timeline broken;
        broken.seconds = std::nan("");
        broken.rateHz = 0;
        track.setTimeline(broken);
        QVERIFY(!track.grab().isNull());
    }

    void momentsAreMinutesSecondsAndHundredths() {
        QCOMPARE(momentText(2.6), QStringLiteral("0:02.60"));
        QCOMPARE(momentText(75.049), QStringLiteral("1:15.05"));
    }
};

QTEST_MAIN(TestKeyTrack)
#include "key_track_test.moc"
