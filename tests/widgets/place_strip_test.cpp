// Bookmarks: gone to, renamed in place, rated, removed, dragged.
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>

#include "widgets/place_items.h"
#include "widgets/place_mime.h"
#include "widgets/place_strip.h"
#include "widgets/theme.h"

using namespace limner::widgets;

namespace {

std::vector<PlaceItem> fivePlaces() {
    std::vector<PlaceItem> places;
    for (const char* name : {"Fox", "Panda", "Tiger", "Frog", "Half"}) {
        QImage picture(16, 16, QImage::Format_RGB32);
        picture.fill(Qt::white);
        places.push_back({QString::fromLatin1(name).toLower(), QString::fromLatin1(name), picture});
    }
    return places;
}

QPoint cell(const PlaceStrip& strip, int row) {
    return strip.view()->visualRect(strip.view()->model()->index(row, 0)).center() - QPoint(0, 12);
}

}  // namespace

class TestPlaceStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void clickAndEnterGoThere() {
        PlaceStrip strip;
        strip.resize(368, 80);
        strip.setPlaces(fivePlaces());
        strip.show();
        QSignalSpy gone(&strip, &PlaceStrip::activated);
        QTest::mouseClick(strip.view()->viewport(), Qt::LeftButton, {}, cell(strip, 1));
        QCOMPARE(gone.back()[0].toString(), QStringLiteral("panda"));
        QTest::keyClick(strip.view(), Qt::Key_Right);
        QCOMPARE(strip.currentId(), QStringLiteral("tiger"));
        QTest::keyClick(strip.view(), Qt::Key_Return);
        QCOMPARE(gone.back()[0].toString(), QStringLiteral("tiger"));
        QCOMPARE(gone.size(), 2);
    }

    void digitsRateAndDeleteAsks() {
        PlaceStrip strip;
        strip.resize(368, 80);
        strip.setPlaces(fivePlaces());
        strip.show();
        QSignalSpy rated(&strip, &PlaceStrip::rated), removed(&strip, &PlaceStrip::removeRequested);
        QTest::keyClick(strip.view(), Qt::Key_3);
        QTest::mouseClick(strip.view()->viewport(), Qt::LeftButton, {}, cell(strip, 3));
        const qsizetype before = rated.size();
        QTest::keyClick(strip.view(), Qt::Key_5);
        QCOMPARE(rated.size(), before + 1);
        QCOMPARE(rated.back(), (QList<QVariant>{QStringLiteral("frog"), 5}));
        QTest::keyClick(strip.view(), Qt::Key_Delete);
        QCOMPARE(removed.back()[0].toString(), QStringLiteral("frog"));
        QCOMPARE(strip.places().size(), size_t{5});  // the page decides
    }

    void aNameIsTypedInPlace() {
        PlaceStrip strip;
        strip.resize(368, 80);
        strip.setPlaces(fivePlaces());
        strip.show();
        QVERIFY(QTest::qWaitForWindowActive(&strip));
        QSignalSpy renamed(&strip, &PlaceStrip::renamed);
        QTest::mouseDClick(strip.view()->viewport(), Qt::LeftButton, {}, cell(strip, 4) + QPoint(-10, 40));
        auto* editor = strip.findChild<QLineEdit*>(QStringLiteral("placeStrip.nameEditor"));
        QVERIFY(editor != nullptr);
        QVERIFY(strip.view()->viewport()->rect().contains(editor->geometry()));
        QTest::keyClicks(editor, QStringLiteral("Midway"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0], (QList<QVariant>{QStringLiteral("half"), QStringLiteral("Midway")}));
    }

    void typingFindsAName() {
        PlaceStrip strip;
        strip.resize(368, 80);
        strip.setPlaces(fivePlaces());
        strip.show();
        QTest::keyClick(strip.view(), Qt::Key_T);
        QCOMPARE(strip.currentId(), QStringLiteral("tiger"));
    }

    void whatIsDraggedIsThePlace() {
        PlaceModel model;
        model.setPlaces(fivePlaces());
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(2)}));
        QCOMPARE(placeIdOf(*data), QStringLiteral("tiger"));
        QVERIFY(model.flags(model.index(2)) & Qt::ItemIsDragEnabled);
    }

    void theCurrentOneStaysWhenPlacesAreSetAgain() {
        PlaceStrip strip;
        strip.resize(368, 80);
        strip.setPlaces(fivePlaces());
        strip.show();
        QTest::mouseClick(strip.view()->viewport(), Qt::LeftButton, {}, cell(strip, 3));
        auto places = fivePlaces();
        places.erase(places.begin());
        strip.setPlaces(places);
        QCOMPARE(strip.currentId(), QStringLiteral("frog"));
        strip.setPlaces({});
        QVERIFY(strip.currentId().isEmpty());
        QVERIFY(!strip.view()->isVisible());
    }

    void aRatingIsSeen() {
        PlaceStrip strip;
        strip.resize(368, 80);
        auto places = fivePlaces();
        strip.setPlaces(places);
        const QImage before = strip.grab().toImage();
        places[0].rating = 4;
        strip.setPlaces(places);
        QVERIFY(strip.grab().toImage() != before);
    }
};

QTEST_MAIN(TestPlaceStrip)
#include "place_strip_test.moc"
