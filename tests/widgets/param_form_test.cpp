// The form of a table: what it shows, what it emits, and what it gives back.
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include "sample_table.h"
#include "widgets/choice_combo.h"
#include "widgets/number_field.h"
#include "widgets/param_form.h"
#include "widgets/param_row.h"
#include "widgets/param_slider.h"
#include "widgets/segment.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

QString id(const char* name) {
    return QString::fromLatin1(name);
}

/// A part of a row by name: part<NumberField>(form, "batch_size", "field").
template <typename Widget>
Widget* part(const QWidget& form, const char* row, const char* name) {
    return form.findChild<Widget*>(QStringLiteral("param.%1.%2").arg(id(row), id(name)));
}

ParamRow* rowOf(const QWidget& form, const char* name) {
    return form.findChild<ParamRow*>(QStringLiteral("param.") + id(name));
}

struct ShownForm {
    explicit ShownForm(const ParamValues& given = {}, int width = 320) {
        form.setTable(tests::rowsOfEveryKind(), given);
        form.resize(width, 800);
        form.show();
        (void)QTest::qWaitForWindowActive(&form);
    }
    ParamForm form;
};

}  // namespace

class ParamFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Tone::Dark, 1.0); }

    void everyActiveRowIsShownOnce() {
        const ShownForm shown;
        QCOMPARE(shown.form.findChildren<ParamRow*>().size(), 13);  // twelve of the table, one of Adam
        for (const char* name : {"data", "flip", "learning_rate", "seed", "beta1", "out"})
            QVERIFY2(rowOf(shown.form, name) != nullptr, name);
        QVERIFY(rowOf(shown.form, "momentum") == nullptr);
    }

    void shortChoicesAreSegmentsAndLongOnesCombos() {
        const ShownForm shown;
        QVERIFY(part<Segment>(shown.form, "networks", "segment") != nullptr);
        QVERIFY(part<ChoiceCombo>(shown.form, "data", "combo") != nullptr);
        QVERIFY(part<QCheckBox>(shown.form, "flip", "check") != nullptr);
    }

    void aChangeIsEmittedCountedAndGivenBack() {
        ShownForm shown;
        QSignalSpy changed(&shown.form, &ParamForm::valueChanged);
        QSignalSpy counted(&shown.form, &ParamForm::changedCountChanged);
        auto* field = part<NumberField>(shown.form, "learning_rate", "field");
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, QStringLiteral("4e-4"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toString(), id("learning_rate"));
        QCOMPARE(std::get<double>(changed.first().at(1).value<ParamValue>()), 4e-4);
        QCOMPARE(changed.first().at(2).toBool(), true);
        QCOMPARE(counted.last().at(0).toInt(), 1);
        QCOMPARE(shown.form.given(), (ParamValues{{"learning_rate", 4e-4}}));
        QCOMPARE(part<ParamSlider>(shown.form, "learning_rate", "slider")->value(), 4e-4);
        QCOMPARE(shown.form.complete().size(), size_t{13});
    }

    void backAtTheStandardNothingIsGiven() {
        ShownForm shown({{"learning_rate", 4e-4}});
        QCOMPARE(shown.form.changedCount(), 1);
        auto* dot = part<QAbstractButton>(shown.form, "learning_rate", "reset");
        QVERIFY(dot->isVisible());
        QTest::mouseClick(dot, Qt::LeftButton);
        QCOMPARE(shown.form.changedCount(), 0);
        QVERIFY(shown.form.given().empty());
        QVERIFY(!dot->isVisible());
        QCOMPARE(part<NumberField>(shown.form, "learning_rate", "field")->value(), 2e-4);
    }

    void draggingIsNotFinal() {
        ShownForm shown;
        QSignalSpy changed(&shown.form, &ParamForm::valueChanged);
        auto* slider = part<ParamSlider>(shown.form, "brightness", "slider");
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() - 2, 14));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 2, 14));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.at(0).at(2).toBool(), false);
        QCOMPARE(changed.at(1).at(2).toBool(), true);
        QCOMPARE(changed.at(0).at(1), changed.at(1).at(1));
    }

    void aChoiceBringsItsRowsAndStandards() {
        ShownForm shown({{"batch_size", int64_t{128}}});
        shown.form.setValue(id("optimizer"), std::string("sgd"));
        QVERIFY(rowOf(shown.form, "momentum") != nullptr);
        QVERIFY(rowOf(shown.form, "beta1") == nullptr);
        QCOMPARE(std::get<int64_t>(shown.form.value(id("batch_size"))), int64_t{128});
        shown.form.setValue(id("batch_size"), int64_t{32});  // what sgd makes the standard
        QVERIFY(!shown.form.given().contains("batch_size"));
    }

    void valuesOfHiddenRowsComeBack() {
        ShownForm shown;
        shown.form.setValue(id("beta1"), 0.9);
        shown.form.setValue(id("optimizer"), std::string("sgd"));
        QVERIFY(!shown.form.given().contains("beta1"));
        shown.form.setValue(id("optimizer"), std::string("adam"));
        QCOMPARE(std::get<double>(shown.form.given().at("beta1")), 0.9);
    }

    void choosingInTheComboKeepsItAliveAndFocused() {
        ShownForm shown;
        auto* combo = part<ChoiceCombo>(shown.form, "optimizer", "combo");
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(std::get<std::string>(shown.form.value(id("optimizer"))), std::string("sgd"));
        QCOMPARE(part<ChoiceCombo>(shown.form, "optimizer", "combo"), combo);
        QVERIFY(combo->hasFocus());
    }

    void anUnavailableChoiceIsGreyWithItsReason() {
        const ShownForm shown;
        auto* combo = part<ChoiceCombo>(shown.form, "data", "combo");
        const auto* rows = qobject_cast<QStandardItemModel*>(combo->model());
        const int cifar = combo->findText(QStringLiteral("CIFAR-10"));
        QVERIFY(!rows->item(cifar)->isEnabled());
        QVERIFY(rows->item(cifar)->data(Qt::UserRole + 1).toString().contains(QStringLiteral("not found")));
        const int before = combo->currentIndex();
        QTest::keyClick(combo, Qt::Key_End);
        QVERIFY(combo->currentIndex() != cifar);
        combo->setCurrentIndex(before);
    }

    void whileRunningFixedRowsAreLocked() {
        ShownForm shown;
        shown.form.setRunning(true);
        QVERIFY(!part<NumberField>(shown.form, "batch_size", "field")->isVisible());
        QVERIFY(part<NumberField>(shown.form, "learning_rate", "field")->isVisible());
        QVERIFY(part<NumberField>(shown.form, "save_every", "field")->isVisible());
        shown.form.setRunning(false);
        QVERIFY(part<NumberField>(shown.form, "batch_size", "field")->isVisible());
    }

    void aLongLockedPathStaysInItsRow() {
        const auto table = std::make_shared<const ParamTable>(tests::rowsOfEveryKind());
        const auto spec =
            std::find_if(table->begin(), table->end(), [](const auto& r) { return r.id == "out"; });
        ParamRow row(table, *spec, nullptr);
        row.setValue(
            std::string("/home/somebody/Documents/Limner/inputs/a-folder-with-a-rather-long-name/pictures"),
            std::string());
        row.setMark(ParamRow::Mark::Locked);
        row.resize(320, row.heightForWidth(320));
        const QImage picture = row.grab().toImage();
        QVERIFY(row.height() > 40);                 // two lines
        for (int y = 0; y < picture.height(); ++y)  // the padding at the left
            for (int x = 0; x < 8; ++x) QCOMPARE(picture.pixel(x, y), picture.pixel(0, 0));
    }

    void aRefusedValueGrowsTheRowBySentence() {
        ShownForm shown;
        ParamRow* row = rowOf(shown.form, "batch_size");
        const int before = row->heightForWidth(320);
        auto* field = part<NumberField>(shown.form, "batch_size", "field");
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, QStringLiteral("9999"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(row->heightForWidth(320) >= before + 16);
        QCOMPARE(row->accessibleDescription(), QStringLiteral("9999 is above the range, 1 to 4096."));
        QCOMPARE(std::get<int64_t>(shown.form.value(id("batch_size"))), int64_t{64});
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(row->heightForWidth(320), before);
    }

    void filterShowsOnlyWhatMatches() {
        ShownForm shown;
        shown.form.setFilter(QStringLiteral("learning"));
        QVERIFY(rowOf(shown.form, "learning_rate")->isVisible());
        QVERIFY(!rowOf(shown.form, "batch_size")->isVisible());
        shown.form.setFilter({});
        QVERIFY(rowOf(shown.form, "batch_size")->isVisible());
    }

    void groupsFoldAndRemember() {
        ShownForm shown;
        QSignalSpy spy(&shown.form, &ParamForm::foldedGroupsChanged);
        auto* head = shown.form.findChild<QAbstractButton*>(QStringLiteral("group.Training.head"));
        QTest::keyClick(head, Qt::Key_Left);
        QVERIFY(!rowOf(shown.form, "batch_size")->isVisible());
        QCOMPARE(spy.last().at(0).toStringList(), QStringList{QStringLiteral("Training")});
        shown.form.setTable(tests::rowsOfEveryKind(), {});
        QVERIFY(!rowOf(shown.form, "batch_size")->isVisible());
        QVERIFY(shown.form.showRow(id("batch_size")));
        QVERIFY(rowOf(shown.form, "batch_size")->isVisible());
    }

    void f1AsksForHelpOfTheRow() {
        ShownForm shown;
        QSignalSpy spy(&shown.form, &ParamForm::helpRequested);
        QTest::keyClick(part<NumberField>(shown.form, "batch_size", "field"), Qt::Key_F1);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().at(0).toString(), id("batch_size"));
    }

    void theDiceGiveAnotherSeed() {
        ShownForm shown;
        QSignalSpy changed(&shown.form, &ParamForm::valueChanged);
        auto* dice = part<QAbstractButton>(shown.form, "seed", "dice");
        for (int i = 0; i < 3; ++i) QTest::mouseClick(dice, Qt::LeftButton);
        QCOMPARE(changed.size(), 3);
        QVERIFY(changed.at(0).at(1) != changed.at(1).at(1) || changed.at(1).at(1) != changed.at(2).at(1));
    }

    void aRowWithoutAValueStaysSoUntilItHasOne() {
        ShownForm shown;
        const auto* field = part<NumberField>(shown.form, "seed", "field");
        const ParamValue before = shown.form.value(id("seed"));
        shown.form.setNone(id("seed"));
        QVERIFY(field->isNone());
        shown.form.setValue(id("batch_size"), int64_t{32});
        QVERIFY2(field->isNone(), "another row changed");
        shown.form.setValue(id("seed"), before);
        QVERIFY(!field->isNone());
    }

    void resetAllGivesEveryStandardBack() {
        ShownForm shown(tests::changedValues());
        QSignalSpy changed(&shown.form, &ParamForm::valueChanged);
        shown.form.resetAll();
        QCOMPARE(changed.size(), 2);
        QVERIFY(shown.form.given().empty());
    }

    void compactFoldsTheSliderIntoTheField() {
        ShownForm shown({}, 264);
        shown.form.setCompact(true);
        QVERIFY(!part<ParamSlider>(shown.form, "learning_rate", "slider")->isVisible());
        QVERIFY(part<NumberField>(shown.form, "learning_rate", "field")->isVisible());
    }

    void aLongLabelPutsTheRowOnTwoLines() {
        ParamTable table = tests::rowsOfEveryKind();
        table[2].label = "Lernrate des unterscheidenden Netzes";
        ParamForm form;
        form.setTable(table, {});
        form.resize(320, 800);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        ParamRow* row = rowOf(form, "learning_rate");
        QCOMPARE(row->height(), 50);
        QCOMPARE(rowOf(form, "brightness")->height(), 28);
        const auto* field = part<NumberField>(form, "learning_rate", "field");
        QVERIFY(field->mapTo(row, QPoint(0, 0)).y() > 20);
    }

    void nothingIsCutAtTwiceTheSize() {
        applyTheme(*qApp, Tone::Light, 2.0);
        {
            ShownForm shown(tests::changedValues(), 640);
            for (const NumberField* field : shown.form.findChildren<NumberField*>())
                QVERIFY2(field->width() >= field->wantedWidth(), qPrintable(field->objectName()));
            for (const ParamRow* row : shown.form.findChildren<ParamRow*>())
                QVERIFY2(row->height() >= row->heightForWidth(row->width()), qPrintable(row->objectName()));
        }
        applyTheme(*qApp, Tone::Dark, 1.0);
    }

    void tabGoesDownTheForm() {
        ShownForm shown;
        auto* slider = part<ParamSlider>(shown.form, "learning_rate", "slider");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), part<NumberField>(shown.form, "learning_rate", "field"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), part<ParamSlider>(shown.form, "brightness", "slider"));
    }

    void everyEditorHasANameForTestsAndScreenReaders() {
        const ShownForm shown;
        for (const QWidget* widget : shown.form.findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() != nullptr) continue;
            if (widget->window() != &shown.form) continue;  // the list of a combo
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(ParamFormTest)
#include "param_form_test.moc"
