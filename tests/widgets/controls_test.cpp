// Sliders, number fields, segments, chips and the focus ring: mouse, keys, and what they look like.
#include <QApplication>
#include <QFocusFrame>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "widgets/accessible.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/choice_combo.h"
#include "widgets/number_field.h"
#include "widgets/number_scale.h"
#include "widgets/param_slider.h"
#include "widgets/segment.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

ParamSpec learningRate() {
    return {.id = "learning_rate",
            .label = "Learning rate",
            .kind = ParamKind::Real,
            .standard = 2e-4,
            .range = {1e-6, 1, Scale::Log}};
}

ParamSpec wholeNumber(double low, double high, Scale scale = Scale::Linear) {
    return {.id = "n",
            .label = "N",
            .kind = ParamKind::Integer,
            .standard = int64_t{1},
            .range = {low, high, scale}};
}

ParamSpec real(double low, double high) {
    return {.id = "x", .label = "X", .kind = ParamKind::Real, .standard = 0.0, .range = {low, high}};
}

bool hasColour(const QWidget& widget, const QColor& colour) {
    const QImage picture = const_cast<QWidget&>(widget).grab().toImage();
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelColor(x, y).rgb() == colour.rgb()) return true;
    return false;
}

void turnWheel(QWidget& widget, int notches) {
    const QPointF middle(widget.width() / 2.0, widget.height() / 2.0);
    QWheelEvent event(middle, widget.mapToGlobal(middle), {}, QPoint(0, 120 * notches), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

/// A window with the widget under test and another one that can take the focus.
struct Page {
    template <typename Widget>
    explicit Page(Widget* widget) {
        auto* row = new QHBoxLayout(&window);
        row->addWidget(widget);
        row->addWidget(other = new Button(QStringLiteral("Other")));
        window.resize(320, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other->setFocus();
    }
    QWidget window;
    Button* other = nullptr;
};

}  // namespace

class ControlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Tone::Dark, 1.0); }

    void logScalePutsDecadesAtEqualDistances() {
        const ParamSpec spec = learningRate();
        QCOMPARE(positionOf(spec, 1e-6), 0.0);
        QCOMPARE(positionOf(spec, 1e-3), 0.5);
        QCOMPARE(positionOf(spec, 1.0), 1.0);
        QCOMPARE(valueAt(spec, 0.5), 1e-3);
        for (const double value : {2e-4, 5e-5, 0.13}) QCOMPARE(valueAt(spec, positionOf(spec, value)), value);
    }

    void logScaleFromZeroKeepsZeroReachable() {
        const ParamSpec spec{
            .id = "r1", .kind = ParamKind::Real, .standard = 0.0, .range = {0, 100, Scale::Log}};
        QCOMPARE(valueAt(spec, 0), 0.0);
        QVERIFY(valueAt(spec, 0.1) > 0);
        QVERIFY(positionOf(spec, 1) > 0.5);
        QCOMPARE(valueAt(spec, 1), 100.0);
    }

    void wholeNumbersStayWhole() {
        const ParamSpec spec = wholeNumber(1, 4096, Scale::Log);
        for (double p = 0; p <= 1; p += 0.01) QCOMPARE(valueAt(spec, p), std::round(valueAt(spec, p)));
    }

    void arrowStepsOfALogRangeMoveTheSecondDigit() {
        QCOMPARE(stepped(learningRate(), 2e-4, 1), 2.1e-4);
        QCOMPARE(stepped(learningRate(), 2e-4, 10), 3e-4);
        QCOMPARE(stepped(learningRate(), 2e-4, 0.1), 2.01e-4);
        QCOMPARE(stepped(learningRate(), 1e-4, -1), 9.9e-5);
        QCOMPARE(stepped(learningRate(), 9.9e-5, 1), 1e-4);
    }

    void arrowStepsStopAtTheLimits() {
        QCOMPARE(stepped(wholeNumber(1, 5), 5, 10), 5.0);
        QCOMPARE(stepped(wholeNumber(1, 5), 1, -1), 1.0);
        QCOMPARE(stepped(real(0, 1), 0.5, 1), 0.51);
        QCOMPARE(stepped(real(0, 1), 0.3, -1), 0.29);
    }

    void sliderDragEmitsFinalOnlyAtTheEnd() {
        auto* slider = new ParamSlider;
        slider->setSpec(real(0, 1));
        Page page(slider);
        QSignalSpy spy(slider, &ParamSlider::valueChanged);
        const int y = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, y));
        QTest::mouseMove(slider, QPoint(slider->width() * 3 / 4, y));
        QVERIFY(spy.size() >= 2);
        for (const auto& emitted : spy) QCOMPARE(emitted.at(1).toBool(), false);
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() * 3 / 4, y));
        QCOMPARE(spy.last().at(1).toBool(), true);
        QVERIFY(std::abs(slider->value() - 0.75) < 0.03);
    }

    void sliderPressOnTheKnobChangesNothing() {
        auto* slider = new ParamSlider;
        slider->setSpec(real(0, 1));
        slider->setValue(0.37);
        Page page(slider);
        QSignalSpy spy(slider, &ParamSlider::valueChanged);
        const int x = qRound(6 + 0.37 * (slider->width() - 12));
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(x + 2, slider->height() / 2));
        QCOMPARE(slider->value(), 0.37);
        QCOMPARE(spy.size(), 0);
    }

    void sliderDoubleClickAsksForTheDefault() {
        ParamSlider slider;
        slider.setSpec(real(0, 1));
        QSignalSpy spy(&slider, &ParamSlider::resetRequested);
        QTest::mouseDClick(&slider, Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
    }

    void sliderTurnsWithTheWheelOnlyWhenFocused() {
        auto* slider = new ParamSlider;
        slider->setSpec(real(0, 1));
        slider->setValue(0.5);
        Page page(slider);
        turnWheel(*slider, 1);
        QCOMPARE(slider->value(), 0.5);
        slider->setFocus();
        turnWheel(*slider, 1);
        QCOMPARE(slider->value(), 0.51);
    }

    void theWheelPassesAChoiceBy() {
        auto* combo = new ChoiceCombo;
        combo->setChoices({{.id = "a", .label = "A"}, {.id = "b", .label = "B"}});
        Page page(combo);
        combo->setFocus();
        QWheelEvent turned({5, 5}, combo->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                           Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(combo, &turned);
        QCOMPARE(combo->currentId(), QStringLiteral("a"));
        QVERIFY2(!turned.isAccepted(), "what the combo stands in does not scroll");
    }

    void sliderObeysTheKeyboard() {
        ParamSlider slider;
        slider.setSpec(wholeNumber(0, 100));
        slider.setValue(50);
        QTest::keyClick(&slider, Qt::Key_Right);
        QCOMPARE(slider.value(), 51.0);
        QTest::keyClick(&slider, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(slider.value(), 41.0);
        QTest::keyClick(&slider, Qt::Key_Home);
        QCOMPARE(slider.value(), 0.0);
        QTest::keyClick(&slider, Qt::Key_End);
        QCOMPARE(slider.value(), 100.0);
    }

    void sliderIsGreyAtItsDefaultAndAccentWhenChanged() {
        ParamSlider slider;
        slider.setSpec(real(0, 1));
        slider.setValue(0.5);
        slider.resize(120, 28);
        QVERIFY(!hasColour(slider, tokens().accent));
        slider.setChanged(true);
        QVERIFY(hasColour(slider, tokens().accent));
    }

    void fieldReadsWhatPeopleType_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");
        QTest::newRow("scientific") << QStringLiteral("2e-4") << 2e-4;
        QTest::newRow("fraction") << QStringLiteral("1/5000") << 2e-4;
        QTest::newRow("plain") << QStringLiteral("0.01") << 0.01;
        QTest::newRow("spaces") << QStringLiteral(" 0.5 ") << 0.5;
    }

    void fieldReadsWhatPeopleType() {
        QFETCH(QString, typed);
        QFETCH(double, value);
        auto* field = new NumberField;
        field->setSpec(learningRate());
        field->setValue(1e-3);
        Page page(field);
        QSignalSpy spy(field, &NumberField::valueChanged);
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, typed);
        QCOMPARE(spy.size(), 0);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(field->value(), value);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().at(1).toBool(), true);
    }

    void fieldRefusesWhatIsOutOfRange() {
        auto* field = new NumberField;
        field->setSpec(learningRate());
        field->setValue(4e-4);
        Page page(field);
        QSignalSpy changed(field, &NumberField::valueChanged);
        QSignalSpy refused(field, &NumberField::refused);
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, QStringLiteral("12"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(field->value(), 4e-4);
        QVERIFY(field->isRefused());
        QCOMPARE(refused.last().at(0).toString(), QStringLiteral("12 is above the range, 1e-6 to 1."));
        QVERIFY(hasColour(*field, tokens().error));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isRefused());
        QCOMPARE(refused.last().at(0).toString(), QString());
        QCOMPARE(field->text(), QStringLiteral("4e-4"));
    }

    void fieldLeftWithAWrongTextShowsTheOldValueAndTheReason() {
        auto* field = new NumberField;
        field->setSpec(wholeNumber(1, 10));
        field->setValue(3);
        Page page(field);
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, QStringLiteral("abc"));
        page.other->setFocus();
        QCOMPARE(field->text(), QStringLiteral("3"));
        QVERIFY(field->isRefused());
    }

    void fieldAppliesWhenLeft() {
        auto* field = new NumberField;
        field->setSpec(wholeNumber(1, 100));
        field->setValue(3);
        Page page(field);
        QSignalSpy spy(field, &NumberField::valueChanged);
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, QStringLiteral("64"));
        page.other->setFocus();
        QCOMPARE(field->value(), 64.0);
        QCOMPARE(spy.size(), 1);
    }

    void fieldStepsWithArrows() {
        auto* field = new NumberField;
        field->setSpec(wholeNumber(0, 100));
        field->setValue(50);
        Page page(field);
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(field->value(), 51.0);
        QTest::keyClick(field, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(field->value(), 41.0);
    }

    void fieldDragScrubsAndTypesNothing() {
        auto* field = new NumberField;
        field->setSpec(real(0, 1));
        field->setValue(0.5);
        Page page(field);
        QSignalSpy spy(field, &NumberField::valueChanged);
        QTest::mousePress(field, Qt::LeftButton, {}, QPoint(20, 12));
        QTest::mouseMove(field, QPoint(60, 12));
        QVERIFY(!spy.isEmpty());
        QCOMPARE(spy.last().at(1).toBool(), false);
        QTest::mouseRelease(field, Qt::LeftButton, {}, QPoint(60, 12));
        QCOMPARE(spy.last().at(1).toBool(), true);
        QVERIFY(field->value() > 0.55);
        QVERIFY(!field->hasFocus());
    }

    void fieldShowsTheUnitUntilItIsTyped() {
        ParamSpec every = wholeNumber(1, 1000000, Scale::Log);
        every.unit = "steps";
        NumberField field;
        field.setSpec(every);
        field.setValue(500);
        const int narrow = field.wantedWidth();
        field.setValue(1000000);
        QVERIFY(field.wantedWidth() > narrow);
        QCOMPARE(field.text(), QStringLiteral("1000000"));
    }

    void aWordInPlaceOfANumberIsShownWhole() {
        ParamSpec width = wholeNumber(0, 8192);
        width.zeroText = "as the style";
        NumberField field;
        field.setSpec(width);
        field.setValue(0);
        field.resize(field.sizeHint());
        constexpr int kBorders = 12;  // of the text, left and right
        QVERIFY(field.width() >=
                field.fontMetrics().horizontalAdvance(QStringLiteral("as the style")) + kBorders);
    }

    void aFieldWithoutAValueShowsADashUntilOneIsTyped() {
        auto* field = new NumberField;
        field->setSpec(wholeNumber(0, 100));
        field->setValue(1);
        Page page(field);
        QSignalSpy changed(field, &NumberField::valueChanged);
        field->setNone();
        QCOMPARE(field->text(), QString());
        QCOMPARE(field->placeholderText(), QStringLiteral("–"));
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isNone() && changed.isEmpty() && !field->isRefused());
        QTest::keyClicks(field, QStringLiteral("1"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);  // though the value before was 1 as well
        QCOMPARE(changed.last().at(0).toDouble(), 1.0);
        QVERIFY(!field->isNone());
        field->setNone();
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(field->text(), QStringLiteral("1"));
    }

    void typedTextSurvivesAValueFromOutside() {
        auto* field = new NumberField;
        field->setSpec(wholeNumber(1, 100));
        field->setValue(3);
        Page page(field);
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, QStringLiteral("77"));
        field->setValue(5);
        QCOMPARE(field->text(), QStringLiteral("77"));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QStringLiteral("5"));
    }

    void segmentChoosesByMouseAndKeys() {
        Segment segment;
        segment.setItems({{QStringLiteral("a"), QStringLiteral("Both")},
                          {QStringLiteral("b"), QStringLiteral("D"), {}, {}, false},
                          {QStringLiteral("c"), QStringLiteral("G")}});
        segment.resize(segment.sizeHint());
        QSignalSpy spy(&segment, &Segment::chosen);
        QTest::mouseClick(&segment, Qt::LeftButton, {}, QPoint(segment.width() - 8, segment.height() / 2));
        QCOMPARE(segment.currentId(), QStringLiteral("c"));
        QTest::keyClick(&segment, Qt::Key_Left);  // over the one that cannot be chosen
        QCOMPARE(segment.currentId(), QStringLiteral("a"));
        QCOMPARE(spy.size(), 2);
        segment.setCurrentId(QStringLiteral("c"));
        QCOMPARE(spy.size(), 2);
    }

    void chipIsClickedOnlyWhenItMayBe() {
        Chip chip(QStringLiteral("2 changed"), Chip::Look::Accent);
        QSignalSpy spy(&chip, &Chip::clicked);
        QTest::mouseClick(&chip, Qt::LeftButton);
        QCOMPARE(spy.size(), 0);
        chip.setClickable(true);
        QTest::mouseClick(&chip, Qt::LeftButton);
        QTest::keyClick(&chip, Qt::Key_Space);
        QCOMPARE(spy.size(), 2);
    }

    void focusRingComesWithTheKeyboardAndGoesWithTheMouse() {
        auto* first = new Button(QStringLiteral("First"));
        Page page(first);
        QTest::mouseClick(&page.window, Qt::LeftButton);
        QVERIFY(page.window.findChild<QFocusFrame*>() == nullptr);
        QTest::keyClick(page.other, Qt::Key_Tab);
        const auto* ring = page.window.findChild<QFocusFrame*>();
        QVERIFY(ring != nullptr);
        QCOMPARE(ring->widget(), QApplication::focusWidget());
        QTest::mouseClick(&page.window, Qt::LeftButton);
        QVERIFY(page.window.findChild<QFocusFrame*>() == nullptr);
    }

    void buttonsShowTheirRole() {
        Button primary(QStringLiteral("Apply"), {}, QStringLiteral("primary"));
        QVERIFY(hasColour(primary, tokens().accent));
        Button danger(QStringLiteral("Remove"), QStringLiteral("trash"), QStringLiteral("danger"));
        QVERIFY(hasColour(danger, tokens().errorDim));
        QCOMPARE(primary.sizeHint().height(), 28);
        primary.setRole(QStringLiteral("primary big"));
        QCOMPARE(primary.sizeHint().height(), 40);
    }

    void controlsGrowWithTheScale() {
        Button button(QStringLiteral("Apply"));
        Segment segment;
        segment.setItems({{QStringLiteral("a"), QStringLiteral("Both")}});
        applyTheme(*qApp, Tone::Dark, 2.0);
        QCOMPARE(button.sizeHint().height(), 56);
        QCOMPARE(segment.sizeHint().height(), 56);
        applyTheme(*qApp, Tone::Dark, 1.0);
        QCOMPARE(button.sizeHint().height(), 28);
    }

    void screenReadersGetRoleNameAndValue() {
        ParamSlider slider;
        slider.setSpec(real(0, 1));
        slider.setAccessibleName(QStringLiteral("Brightness"));
        slider.setValue(0.25);
        QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(&slider);
        QVERIFY(seen != nullptr);
        QCOMPARE(seen->role(), QAccessible::Slider);
        QCOMPARE(seen->text(QAccessible::Name), QStringLiteral("Brightness"));
        QVERIFY(seen->valueInterface() != nullptr);
        QCOMPARE(seen->valueInterface()->currentValue().toDouble(), 0.25);
        QCOMPARE(seen->valueInterface()->maximumValue().toDouble(), 1.0);
    }
};

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
