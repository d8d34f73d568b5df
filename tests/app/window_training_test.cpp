// Starting and steering a run from the window, on a fake studio: buttons, keys, edits, undo, refusals.
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>

#include "app/train/run_session.h"
#include "app/train/train_page.h"
#include "widgets/job_bar.h"
#include "widgets/notice.h"
#include "widgets/param_form.h"
#include "widgets/sample_grid.h"
#include "window_driver.h"

using namespace limner;
using test::kFirst;
using test::qs;
using test::WindowDriver;

class TrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneButtonStartsTraining();
    void aRunShowsWhatItWasGivenBeforeItSaysMore();
    void warningsThatComeAtOnceAreReadTogether();
    void pauseStepResumeSaveByKeys();
    void anEditWhileRunningCanBeUndone();
    void undoWorksFromTheFieldThatWasEdited();
    void aDraftEditCanBeUndone();
    void aRefusedStartIsSaidAndNothingChanges();
    void aFailedRunIsSaid();
    void aTextOfOnesOwnBecomesTheDataOfANewRun();
};

void TrainingTest::oneButtonStartsTraining() {
    WindowDriver driver;
    driver.startFirst();
    QCOMPARE(driver.window->currentPage(), qs("go.train"));
    QCOMPARE(textOf(driver.studio->lastRecipe().values, "model"), std::string("dcgan"));
    QCOMPARE(driver.find<widgets::SampleGrid>("train.samples")->sheet()->step, int64_t{380});
    QVERIFY(driver.find<QLabel>("train.step")->text().contains(qs("380")));
    QVERIFY(driver.find<widgets::JobBar>("jobBar")->job().has_value());
}

void TrainingTest::aRunShowsWhatItWasGivenBeforeItSaysMore() {
    WindowDriver driver;
    driver.click("welcome.trainButton");
    driver.look();
    QVERIFY(!driver.studio->latest(kFirst));
    QCOMPARE(textOf(driver.window->trainPage()->session().values(), "model"), std::string("dcgan"));
    QCOMPARE(std::get<std::string>(driver.find<widgets::ParamForm>("parameters.form")->value(qs("model"))),
             std::string("dcgan"));
}

void TrainingTest::warningsThatComeAtOnceAreReadTogether() {
    WindowDriver driver;
    driver.startFirst();
    for (const char* text : {"2 characters are not valid.", "1 NUL byte was left out."})
        driver.studio->say({.job = kFirst, .kind = EventKind::Warning, .message = text});
    driver.look();
    QVERIFY(driver.isSaid(qs("2 characters are not valid.")));
    QVERIFY(driver.isSaid(qs("1 NUL byte was left out.")));
}

void TrainingTest::pauseStepResumeSaveByKeys() {
    WindowDriver driver;
    driver.startFirst();
    driver.press(qs("Space"));
    QVERIFY(driver.wasCalled("pause 1"));
    driver.look();
    driver.press(qs("."));
    QVERIFY(driver.wasCalled("step 1"));
    driver.press(qs("Space"));
    QVERIFY(driver.wasCalled("resume 1"));
    driver.look();
    driver.press(qs("Ctrl+S"));
    QVERIFY(driver.wasCalled("save 1"));
}

void TrainingTest::anEditWhileRunningCanBeUndone() {
    WindowDriver driver;
    driver.startFirst();
    auto* form = driver.find<widgets::ParamForm>("parameters.form");
    QVERIFY(form->isRunning());
    Q_EMIT form->valueChanged(qs("learning_rate_d"), 3e-4, false);
    Q_EMIT form->valueChanged(qs("learning_rate_d"), 4e-4, true);
    QVERIFY(driver.wasCalled("edit 1 learning_rate_d=4e-4") ||
            driver.wasCalled("edit 1 learning_rate_d=4.0e-4"));
    driver.look();
    QCOMPARE(driver.window->trainPage()->session().edits().size(), size_t{1});
    QCOMPARE(std::get<double>(form->value(qs("learning_rate_d"))), 4e-4);
    driver.press(qs("Ctrl+Z"));
    driver.look();
    QCOMPARE(std::get<double>(form->value(qs("learning_rate_d"))), 2e-4);
    driver.press(qs("Ctrl+Shift+Z"));
    driver.look();
    QCOMPARE(std::get<double>(form->value(qs("learning_rate_d"))), 4e-4);
    QCOMPARE(driver.window->trainPage()->session().edits().size(), size_t{3});
}

void TrainingTest::undoWorksFromTheFieldThatWasEdited() {
    WindowDriver driver;
    driver.startFirst();
    auto* form = driver.find<widgets::ParamForm>("parameters.form");
    auto* row = driver.find("param.learning_rate_d");
    auto* field = row->findChild<QLineEdit*>();
    field->setFocus();
    QTest::keyClicks(field, qs("4e-4"));
    QTest::keyClick(field, Qt::Key_Return);
    driver.look();
    QCOMPARE(std::get<double>(form->value(qs("learning_rate_d"))), 4e-4);
    driver.press(qs("Ctrl+Z"));
    driver.look();
    QCOMPARE(std::get<double>(form->value(qs("learning_rate_d"))), 2e-4);
    QCOMPARE(field->text(), qs("2e-4"));
}

void TrainingTest::aDraftEditCanBeUndone() {
    WindowDriver driver;
    driver.press(qs("Ctrl+1"));
    auto* form = driver.find<widgets::ParamForm>("parameters.form");
    driver.click("choice.vae");
    QCOMPARE(std::get<std::string>(form->value(qs("model"))), std::string("vae"));
    QCOMPARE(std::get<int64_t>(form->value(qs("latent_size"))), int64_t{20});
    driver.press(qs("Ctrl+Z"));
    QCOMPARE(std::get<std::string>(form->value(qs("model"))), std::string("dcgan"));
    QVERIFY(driver.find<QAbstractButton>("choice.dcgan")->isChecked());
    driver.press(qs("Ctrl+Shift+Z"));
    driver.click("train.startButton");
    QCOMPARE(textOf(driver.studio->lastRecipe().values, "model"), std::string("vae"));
}

void TrainingTest::aRefusedStartIsSaidAndNothingChanges() {
    WindowDriver driver;
    driver.studio->refuseNextStart(
        {.code = ErrorCode::NotFound, .message = "The data is missing.", .hint = "Install it."});
    driver.click("welcome.trainButton");
    QVERIFY(driver.find<widgets::NoticeCard>("notice")->isOpen());
    QCOMPARE(driver.window->currentPage(), qs("go.welcome"));
    QVERIFY(driver.window->bridge().jobs().empty());
}

void TrainingTest::aFailedRunIsSaid() {
    WindowDriver driver;
    driver.startFirst();
    driver.studio->fail(kFirst, {.code = ErrorCode::NotFinite,
                                 .message = "The loss of D became infinite.",
                                 .hint = "Lower the learning rate.",
                                 .kept = "Checkpoint 300 is whole."});
    driver.look();
    QVERIFY(driver.find<widgets::NoticeCard>("notice")->isOpen());
    bool isSaid = false;
    for (const QLabel* label : driver.window->findChildren<QLabel*>())
        isSaid |= label->isVisible() && label->text().contains(qs("became infinite"));
    QVERIFY(isSaid);
}

void TrainingTest::aTextOfOnesOwnBecomesTheDataOfANewRun() {
    WindowDriver driver;
    driver.studio->addWrite();
    driver.window.reset();
    driver.open();
    const QString path = driver.folder.filePath(qs("letters.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Dear reader,\n") > 0);
    file.close();
    driver.click("welcome.textButton");
    auto* dialog = driver.window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QCOMPARE(driver.window->currentPage(), qs("go.train"));
    driver.click("train.startButton");
    const ParamValues& values = driver.studio->lastRecipe().values;
    QCOMPARE(textOf(values, "data"), std::string("text"));
    QCOMPARE(textOf(values, "text_path"), path.toStdString());
    QCOMPARE(textOf(values, "model"), std::string("gpt"));
}

int main(int argc, char** argv) {
    return test::runWindowTest<TrainingTest>(argc, argv);
}
#include "window_training_test.moc"
