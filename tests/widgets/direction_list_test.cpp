// Sliders along directions: by hand, by typing, locked, renamed, and a thousand of them.
#include <QAbstractButton>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include "pointer.h"
#include "widgets/direction_item.h"
#include "widgets/direction_list.h"
#include "widgets/number_field.h"
#include "widgets/param_slider.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

std::vector<DirectionRow> sixRows() {
    return {{QStringLiteral("Fox to panda"), 0.31, -1.21}, {QStringLiteral("Fur to frog"), 0.22, -1.58},
            {QStringLiteral("Brightness"), 0.11},          {QStringLiteral("Roundness"), 0.08, 0.94, true},
            {QStringLiteral("Ear height"), 0.06},          {QStringLiteral("Direction 6"), 0.04}};
}

std::vector<DirectionRow> dimensions(int count) {
    std::vector<DirectionRow> rows;
    for (int i = 1; i <= count; ++i) rows.push_back({QStringLiteral("Dimension %1").arg(i)});
    return rows;
}

template <typename Part>
Part* part(const DirectionList& list, int row, const char* name) {
    auto* item = list.findChild<QWidget*>(QStringLiteral("direction.%1").arg(row));
    return item == nullptr ? nullptr : item->findChild<Part*>(QString::fromLatin1(name));
}

}  // namespace

class TestDirectionList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void aSliderMovesItsRowAndEndsWithOneFinalValue() {
        DirectionList list;
        list.resize(292, 168);
        list.setRows(sixRows());
        list.show();
        QSignalSpy changed(&list, &DirectionList::valueChanged);
        auto* slider = part<ParamSlider>(list, 2, "direction.slider");
        QTest::mousePress(slider, Qt::LeftButton, {}, {slider->width() - 6, 14});
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() - 6, 14});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[1], (QList<QVariant>{2, 4.0, true}));
        QVERIFY(!changed[0][2].toBool());
        QCOMPARE(list.rows()[2].value, 4.0);
        QCOMPARE(part<NumberField>(list, 2, "direction.field")->value(), 4.0);
        QVERIFY(part<QAbstractButton>(list, 2, "direction.reset")->isVisible());
    }

    void aTypedNumberMovesTheSliderAndABadOneDoesNot() {
        DirectionList list;
        list.resize(292, 168);
        list.setRows(sixRows());
        list.show();
        QSignalSpy changed(&list, &DirectionList::valueChanged);
        auto* field = part<NumberField>(list, 0, "direction.field");
        const auto type = [&](const QString& text) {
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, text);
            QTest::keyClick(field, Qt::Key_Return);
        };
        type(QStringLiteral("1.5"));
        QCOMPARE(changed.back(), (QList<QVariant>{0, 1.5, true}));
        QCOMPARE(part<ParamSlider>(list, 0, "direction.slider")->value(), 1.5);
        const qsizetype told = changed.size();
        type(QStringLiteral("9"));
        QCOMPARE(changed.size(), told);
        QCOMPARE(list.rows()[0].value, 1.5);
    }

    void resetAndDoubleClickGoBackToZero() {
        DirectionList list;
        list.resize(292, 168);
        list.setRows(sixRows());
        list.show();
        QSignalSpy changed(&list, &DirectionList::valueChanged);
        part<QAbstractButton>(list, 0, "direction.reset")->click();
        QCOMPARE(changed.back(), (QList<QVariant>{0, 0.0, true}));
        QTest::mouseDClick(part<ParamSlider>(list, 1, "direction.slider"), Qt::LeftButton);
        QCOMPARE(changed.back(), (QList<QVariant>{1, 0.0, true}));
        QVERIFY(!part<QAbstractButton>(list, 0, "direction.reset")->isVisible());
    }

    void aLockIsToldAndKept() {
        DirectionList list;
        list.resize(292, 168);
        list.setRows(sixRows());
        list.show();
        QSignalSpy locked(&list, &DirectionList::lockChanged);
        QVERIFY(part<QAbstractButton>(list, 3, "direction.lock")->isChecked());
        part<QAbstractButton>(list, 3, "direction.lock")->click();
        part<QAbstractButton>(list, 4, "direction.lock")->click();
        QCOMPARE(locked[0], (QList<QVariant>{3, false}));
        QCOMPARE(locked[1], (QList<QVariant>{4, true}));
        QVERIFY(list.rows()[4].isLocked && !list.rows()[3].isLocked);
    }

    void aNameIsTypedInPlaceAndEscapeLeavesIt() {
        DirectionList list;
        list.resize(292, 168);
        list.setRows(sixRows());
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        QSignalSpy renamed(&list, &DirectionList::renamed);
        auto* row = list.findChild<QWidget*>(QStringLiteral("direction.5"));
        QTest::mouseDClick(row, Qt::LeftButton, {}, {60, 14});
        auto* editor = part<QLineEdit>(list, 5, "direction.name");
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("Whiskers"));
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0], (QList<QVariant>{5, QStringLiteral("Whiskers")}));
        QCOMPARE(list.rows()[5].name, QStringLiteral("Whiskers"));
        QTest::keyClick(part<ParamSlider>(list, 4, "direction.slider"), Qt::Key_F2);
        editor = part<QLineEdit>(list, 4, "direction.name");
        QTest::keyClicks(editor, QStringLiteral("Nonsense"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(list.rows()[4].name, QStringLiteral("Ear height"));
    }

    void aThousandRowsCostNoMoreThanThoseThatShow() {
        DirectionList list;
        list.resize(292, 10 * 28);
        list.setFilterShown(true);
        list.setRows(dimensions(1024));
        list.show();
        const auto made = [&] { return list.findChildren<DirectionItem*>().size(); };
        QVERIFY(made() <= 14);
        auto* bar = list.findChild<QScrollArea*>()->verticalScrollBar();
        bar->setValue(bar->maximum());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(made() <= 14);
        QVERIFY(part<ParamSlider>(list, 1023, "direction.slider") != nullptr);
        QSignalSpy changed(&list, &DirectionList::valueChanged);
        QTest::keyClick(part<ParamSlider>(list, 1023, "direction.slider"), Qt::Key_End);
        QCOMPARE(changed.back(), (QList<QVariant>{1023, 4.0, true}));
    }

    void whatHasTheKeyboardSurvivesScrolling() {
        DirectionList list;
        list.resize(292, 10 * 28);
        list.setRows(dimensions(1024));
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        auto* slider = part<ParamSlider>(list, 1, "direction.slider");
        slider->setFocus();
        auto* bar = list.findChild<QScrollArea*>()->verticalScrollBar();
        bar->setValue(500 * 28);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(part<ParamSlider>(list, 1, "direction.slider"), slider);
        QVERIFY(slider->hasFocus());
    }

    void tabWalksDownTheScreenAndScrolls() {
        DirectionList list;
        list.resize(292, 4 * 28);
        list.setRows(dimensions(40));
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        part<ParamSlider>(list, 0, "direction.slider")->setFocus();
        auto* bar = list.findChild<QScrollArea*>()->verticalScrollBar();
        for (int turn = 0; turn < 3 * 12; ++turn) QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->parentWidget()->objectName(), QStringLiteral("direction.12"));
        QVERIFY(bar->value() > 8 * 28);
    }

    void theFilterLeavesWhatHasItsWords() {
        DirectionList list;
        list.resize(292, 10 * 28);
        list.setFilterShown(true);
        list.setRows(dimensions(1024));
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        auto* filter = list.findChild<QLineEdit*>(QStringLiteral("directionList.filter"));
        QTest::keyClicks(filter, QStringLiteral("n 99"));
        QCOMPARE(list.shownCount(), 11);  // 99 and 990 to 999
        QCOMPARE(part<ParamSlider>(list, 98, "direction.slider")->accessibleName(),
                 QStringLiteral("Dimension 99"));
        list.setFilter(QStringLiteral("nothing like it"));
        QCOMPARE(list.shownCount(), 0);
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(list.shownCount(), 1024);
    }

    void valuesFromOutsideAreShownSilently() {
        DirectionList list;
        list.resize(292, 168);
        list.setRows(sixRows());
        list.show();
        QSignalSpy changed(&list, &DirectionList::valueChanged);
        list.setValue(4, 2.5);
        list.setValue(17, 1);
        QCOMPARE(part<NumberField>(list, 4, "direction.field")->value(), 2.5);
        list.setValues({1, 2, 3, 4, 5, 6});
        QCOMPARE(part<ParamSlider>(list, 5, "direction.slider")->value(), 6.0);
        QCOMPARE(changed.size(), 0);
    }

    void inANarrowPanelTheSliderFoldsIntoItsField() {
        DirectionList list;
        list.setRows(sixRows());
        list.resize(300, 168);
        list.show();
        QVERIFY(part<ParamSlider>(list, 0, "direction.slider")->isVisible());
        list.resize(236, 168);
        QCoreApplication::processEvents();
        QVERIFY(!part<ParamSlider>(list, 0, "direction.slider")->isVisible());
        QVERIFY(part<NumberField>(list, 0, "direction.field")->isVisible());
    }
};

QTEST_MAIN(TestDirectionList)
#include "direction_list_test.moc"
