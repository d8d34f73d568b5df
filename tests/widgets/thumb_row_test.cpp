// A group of small pictures: dropped into, clicked out of, as high as its lines.
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>
#include <memory>

#include "widgets/place_mime.h"
#include "widgets/theme.h"
#include "widgets/thumb_row.h"

using namespace limner::widgets;

namespace {

std::vector<ThumbRow::Thumb> whites(int count) {
    QImage picture(16, 16, QImage::Format_RGB32);
    picture.fill(Qt::white);
    std::vector<ThumbRow::Thumb> thumbs;
    for (int i = 0; i < count; ++i) thumbs.push_back({QStringLiteral("Seed %1").arg(i), picture});
    return thumbs;
}

}  // namespace

class TestThumbRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void aClickTakesOut() {
        ThumbRow row(QStringLiteral("A"));
        row.setThumbs(whites(3));
        row.resize(264, row.heightForWidth(264));
        row.show();
        QSignalSpy removed(&row, &ThumbRow::removeRequested);
        QTest::mouseClick(&row, Qt::LeftButton, {}, row.thumbRect(1).center());
        QCOMPARE(removed.back()[0].toInt(), 1);
        QTest::mouseClick(&row, Qt::LeftButton, {}, QPoint(4, 4));
        QTest::mouseClick(&row, Qt::RightButton, {}, row.thumbRect(1).center());
        QCOMPARE(removed.size(), 1);
    }

    void theKeyboardDoesTheSame() {
        ThumbRow row(QStringLiteral("A"));
        row.setThumbs(whites(3));
        row.resize(264, 40);
        row.show();
        QSignalSpy removed(&row, &ThumbRow::removeRequested);
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Delete})
            QTest::keyClick(&row, key);
        QCOMPARE(removed.back()[0].toInt(), 2);
        row.setThumbs(whites(2));
        QTest::keyClick(&row, Qt::Key_Backspace);
        QCOMPARE(removed.back()[0].toInt(), 1);
        row.setThumbs({});
        QTest::keyClick(&row, Qt::Key_Delete);
        QCOMPARE(removed.size(), 2);
    }

    void aPlaceIsDroppedIntoIt() {
        ThumbRow row(QStringLiteral("B"));
        row.resize(264, 40);
        QSignalSpy dropped(&row, &ThumbRow::placeDropped);
        const std::unique_ptr<QMimeData> place(placeMimeData(QStringLiteral("history:3")));
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, place.get(), Qt::LeftButton, {});
        QApplication::sendEvent(&row, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({10, 10}, Qt::CopyAction, place.get(), Qt::LeftButton, {});
        QApplication::sendEvent(&row, &event);
        QCOMPARE(dropped.back()[0].toString(), QStringLiteral("history:3"));
    }

    void manyPicturesTakeMoreLinesAndAllAreSeen() {
        ThumbRow row(QStringLiteral("A"));
        row.setThumbs(whites(20));
        const int height = row.heightForWidth(264);
        row.resize(264, height);
        QVERIFY(height > 3 * 32);
        const QImage grabbed = row.grab().toImage();
        for (int i = 0; i < 20; ++i) {
            QVERIFY(row.rect().contains(row.thumbRect(i)));
            QCOMPARE(grabbed.pixelColor(row.thumbRect(i).center()), QColor(Qt::white));
        }
    }

    void aLongHintIsNotCut() {
        ThumbRow row(QStringLiteral("A"));
        const int one = row.heightForWidth(264);
        row.setEmptyText(QStringLiteral("a long sentence that says what to do here ").repeated(5));
        QVERIFY(row.heightForWidth(264) > one);
    }
};

QTEST_MAIN(TestThumbRow)
#include "thumb_row_test.moc"
