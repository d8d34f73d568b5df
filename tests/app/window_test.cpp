// The real window on a fake studio, driven by mouse and keys.
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include "app/language.h"
#include "app/train/run_session.h"
#include "app/train/train_page.h"
#include "widgets/command_palette.h"
#include "widgets/job_bar.h"
#include "widgets/loss_plot.h"
#include "widgets/notice.h"
#include "widgets/param_form.h"
#include "widgets/sample_grid.h"
#include "widgets/theme.h"
#include "widgets/tile_view.h"
#include "widgets/time_line.h"
#include "window_driver.h"

using namespace limner;
using test::WindowDriver;

namespace {
constexpr JobId kFirst{1};
QString qs(const char* text) {
    return QString::fromLatin1(text);
}
bool isSaidSomewhere(const WindowDriver& driver, const QString& words) {
    const auto labels = driver.window->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text().contains(words);
    });
}

}  // namespace

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWindowIsThereBeforeTheCore();
    void oneButtonStartsTraining();
    void pauseStepResumeSaveByKeys();
    void anEditWhileRunningCanBeUndone();
    void undoWorksFromTheFieldThatWasEdited();
    void aDraftEditCanBeUndone();
    void aTileOpensAndEscClosesIt();
    void scrubbingShowsTheSheetOfThatStep();
    void averagedAndRawCanBeSwitched();
    void thePaletteRunsACommand();
    void theThemeSwitches();
    void aRefusedStartIsSaidAndNothingChanges();
    void aFailedRunIsSaid();
    void closingWhileTrainingAsksSavesAndOffersToResume();
    void closingCanBeDeclined();
    void aFinishedRunOpensWithItsNumbers();
    void renameDeleteAndBranch();
    void theWindowComesBackWhereItWasLeft();
    void smallWindowsGiveWayInOrder();
    void f6GoesThroughEveryArea();
    void spaceOnAButtonPressesTheButton();
    void theStepIsThatOfThePicturesShown();
    void theTimeLineShowsSamplesWithoutBeingAsked();
    void anotherRunStartsWithAnEmptyTimeLine();
    void theLibraryChoosesTheNewestRun();
    void theLibraryKnowsHowFarTheRunIsThatTrains();
    void closingAsksWithoutTheWordsOfAnError();
    void aSmallWindowCanStartARun();
    void wordsOfPagesToComeAreNotCut();
    void pluralsAreEnglishForEveryLanguageThatDoesNotShip();

private:
    static void startFirst(WindowDriver& driver, int64_t steps = 400);
};

void WindowTest::startFirst(WindowDriver& driver, int64_t steps) {
    driver.click("welcome.trainButton");
    QVERIFY(driver.wasCalled("start 1"));
    driver.studio->publishMany(kFirst, steps);
    driver.look();
}

void WindowTest::theWindowIsThereBeforeTheCore() {
    QTemporaryDir folder;
    app::Settings settings(folder.filePath(qs("s.ini")));
    bool wasPainted = false, paintedFirst = false;
    const auto studio = std::make_shared<test::FakeStudio>();
    app::MainWindow window(settings, [&](const StudioOptions&, const std::function<void()>&) {
        paintedFirst = wasPainted;
        return Result<std::shared_ptr<Studio>>(std::shared_ptr<Studio>(studio));
    });
    connect(&window, &app::MainWindow::firstPainted, this, [&] { wasPainted = true; });
    window.show();
    QVERIFY(!window.findChild<QAbstractButton*>(qs("welcome.trainButton"))->isEnabled());
    QVERIFY(WindowDriver::waitFor([&] { return window.bridge().isOpen(); }));
    QVERIFY(paintedFirst);
    QVERIFY(window.findChild<QAbstractButton*>(qs("welcome.trainButton"))->isEnabled());
}

void WindowTest::oneButtonStartsTraining() {
    WindowDriver driver;
    startFirst(driver);
    QCOMPARE(driver.window->currentPage(), qs("go.train"));
    QCOMPARE(textOf(driver.studio->lastRecipe().values, "model"), std::string("dcgan"));
    QCOMPARE(driver.find<widgets::SampleGrid>("train.samples")->sheet()->step, int64_t{380});
    QVERIFY(driver.find<QLabel>("train.step")->text().contains(qs("380")));
    QVERIFY(driver.find<widgets::JobBar>("jobBar")->job().has_value());
}

void WindowTest::pauseStepResumeSaveByKeys() {
    WindowDriver driver;
    startFirst(driver);
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

void WindowTest::anEditWhileRunningCanBeUndone() {
    WindowDriver driver;
    startFirst(driver);
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

void WindowTest::undoWorksFromTheFieldThatWasEdited() {
    WindowDriver driver;
    startFirst(driver);
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

void WindowTest::aDraftEditCanBeUndone() {
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

void WindowTest::aTileOpensAndEscClosesIt() {
    WindowDriver driver;
    startFirst(driver);
    auto* grid = driver.find<widgets::SampleGrid>("train.samples");
    auto* tile = driver.find("train.tile");
    QVERIFY(!tile->isVisible());
    QTest::mouseClick(grid, Qt::LeftButton, {}, grid->tileRect(18).center().toPoint());
    QVERIFY(tile->isVisible());
    QCOMPARE(grid->selectedTile(), 18);
    QTest::keyClick(grid, Qt::Key_Escape);
    QVERIFY(!tile->isVisible());
}

void WindowTest::scrubbingShowsTheSheetOfThatStep() {
    WindowDriver driver;
    driver.studio->fakeRuns().add(test::fakeRun("/project/runs/run-1", "garments", RunState::Unfinished));
    startFirst(driver);
    auto& session = driver.window->trainPage()->session();
    QVERIFY(WindowDriver::waitFor([&] { return !session.sampleSteps().empty(); }));
    auto* timeLine = driver.find<widgets::TimeLine>("train.timeLine");
    auto* grid = driver.find<widgets::SampleGrid>("train.samples");
    Q_EMIT timeLine->scrubbedTo(250);
    QVERIFY(WindowDriver::waitFor([&] { return grid->sheet()->step == 250; }));
    QVERIFY(driver.find<QLabel>("train.step")->text().contains(qs("250")));
    driver.studio->publish(kFirst, 500);
    driver.look();
    QCOMPARE(grid->sheet()->step, int64_t{250});
    driver.press(qs("L"));
    QCOMPARE(grid->sheet()->step, int64_t{500});
}

void WindowTest::averagedAndRawCanBeSwitched() {
    WindowDriver driver;
    startFirst(driver);
    auto* grid = driver.find<widgets::SampleGrid>("train.samples");
    QCOMPARE(grid->sheet()->step, int64_t{380});
    driver.press(qs("E"));
    QCOMPARE(grid->sheet()->step, int64_t{3380});
    driver.press(qs("E"));
    QCOMPARE(grid->sheet()->step, int64_t{380});
}

void WindowTest::thePaletteRunsACommand() {
    WindowDriver driver;
    driver.press(qs("Ctrl+Shift+P"));
    auto* palette = driver.window->findChild<widgets::CommandPalette*>();
    QVERIFY(palette->isOpen());
    QTest::keyClicks(palette->queryField(), qs("settings"));
    QTest::keyClick(palette->queryField(), Qt::Key_Return);
    QVERIFY(!palette->isOpen());
    QCOMPARE(driver.window->currentPage(), qs("go.settings"));
}

void WindowTest::theThemeSwitches() {
    WindowDriver driver;
    QCOMPARE(widgets::tone(), widgets::Tone::Dark);
    driver.press(qs("Ctrl+Shift+D"));
    QCOMPARE(widgets::tone(), widgets::Tone::Light);
    const QImage picture = driver.window->grab().toImage();
    QCOMPARE(picture.pixelColor(picture.width() / 2, 4), widgets::tokensOf(widgets::Tone::Light).base);
    driver.press(qs("Ctrl+Shift+D"));
    QCOMPARE(widgets::tone(), widgets::Tone::Dark);
}

void WindowTest::aRefusedStartIsSaidAndNothingChanges() {
    WindowDriver driver;
    driver.studio->refuseNextStart(
        {.code = ErrorCode::NotFound, .message = "The data is missing.", .hint = "Install it."});
    driver.click("welcome.trainButton");
    QVERIFY(driver.find<widgets::NoticeCard>("notice")->isOpen());
    QCOMPARE(driver.window->currentPage(), qs("go.welcome"));
    QVERIFY(driver.window->bridge().jobs().empty());
}

void WindowTest::aFailedRunIsSaid() {
    WindowDriver driver;
    startFirst(driver);
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

void WindowTest::closingWhileTrainingAsksSavesAndOffersToResume() {
    WindowDriver driver;
    startFirst(driver);
    driver.studio->stopsAtOnce = false;
    driver.window->close();
    QVERIFY(driver.window->isVisible());
    auto* notice = driver.find<widgets::NoticeCard>("notice");
    QVERIFY(notice->isOpen());
    Q_EMIT notice->chosen(qs("yes"));
    QVERIFY(driver.wasCalled("stop 1"));
    driver.look();
    QVERIFY(driver.window->isVisible());  // it waits until the checkpoint is written
    QVERIFY(isSaidSomewhere(driver, qs("Saving a checkpoint")));
    driver.studio->setState(kFirst, JobState::Cancelled);
    driver.look();
    QVERIFY(WindowDriver::waitFor([&] { return !driver.window->isVisible(); }));
    QCOMPARE(driver.settings->text("resume_run"), qs("/project/runs/run-1"));
}

void WindowTest::closingCanBeDeclined() {
    WindowDriver driver;
    startFirst(driver);
    driver.window->close();
    auto* notice = driver.find<widgets::NoticeCard>("notice");
    Q_EMIT notice->chosen(qs("no"));
    QVERIFY(driver.window->isVisible());
    QVERIFY(!driver.wasCalled("stop 1"));
}

void WindowTest::aFinishedRunOpensWithItsNumbers() {
    WindowDriver driver;
    driver.studio->fakeRuns().add(test::fakeRun("/r/a", "garments", RunState::Finished));
    driver.window->trainPage()->openRun(qs("/r/a"));
    driver.window->showPage(qs("go.train"));
    auto* grid = driver.find<widgets::SampleGrid>("train.samples");
    QVERIFY(WindowDriver::waitFor([&] { return grid->sheet() != nullptr; }));
    QCOMPARE(grid->sheet()->step, int64_t{2000});
    QCOMPARE(driver.find<QAbstractButton>("train.title")->text(), qs("garments"));
    QVERIFY(driver.find<widgets::LossPlot>("train.plot")->shownScalars().contains(qs("loss_d")));
    QVERIFY(driver.find<widgets::ParamForm>("parameters.form")->isRunning());
    QVERIFY(driver.find("train.run.resume")->isVisible());
    driver.click("train.run.resume");
    QCOMPARE(textOf(driver.studio->lastRecipe().values, "resume"), std::string("/r/a"));
}

void WindowTest::renameDeleteAndBranch() {
    WindowDriver driver;
    const QString folder = driver.folder.filePath(qs("run"));
    QDir().mkpath(folder);
    driver.studio->fakeRuns().add(test::fakeRun(folder.toStdString(), "garments", RunState::Finished));
    driver.window->showPage(qs("go.train"));
    driver.window->trainPage()->openRun(folder);
    auto& session = driver.window->trainPage()->session();
    QVERIFY(WindowDriver::waitFor([&] { return session.title() == qs("garments"); }));

    driver.window->commands().action(qs("run.rename"))->trigger();
    auto* name = driver.find<QLineEdit>("rename.field");
    name->setText(qs("better garments"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(WindowDriver::waitFor([&] { return session.title() == qs("better garments"); }));

    driver.press(qs("Ctrl+B"));
    QVERIFY(driver.window->trainPage()->showsNewRun());
    const auto* form = driver.find<widgets::ParamForm>("parameters.form");
    QCOMPARE(std::get<std::string>(form->value(qs("start_from"))), folder.toStdString());
    QCOMPARE(std::get<double>(form->value(qs("learning_rate_d"))), 4e-4);

    driver.window->trainPage()->openRun(folder);
    QVERIFY(WindowDriver::waitFor([&] { return session.title() == qs("better garments"); }));
    driver.window->commands().action(qs("run.delete"))->trigger();
    auto* notice = driver.find<widgets::NoticeCard>("notice");
    QVERIFY(notice->isOpen());
    Q_EMIT notice->chosen(qs("no"));
    QVERIFY(QDir(folder).exists());
}

void WindowTest::theWindowComesBackWhereItWasLeft() {
    WindowDriver driver;
    driver.press(qs("Ctrl+L"));
    driver.window->resize(1300, 800);
    driver.window->close();
    driver.open({1300, 800});
    QCOMPARE(driver.window->currentPage(), qs("go.library"));
}

void WindowTest::smallWindowsGiveWayInOrder() {
    WindowDriver driver;
    startFirst(driver);
    auto* rail = driver.find("rail");
    auto* inspector = driver.find("inspector");
    QCOMPARE(rail->width(), 64);
    driver.window->resize(1200, 800);
    QApplication::processEvents();
    QCOMPARE(rail->width(), 48);
    QVERIFY(inspector->isVisible());
    driver.window->resize(1024, 640);
    QApplication::processEvents();
    QCOMPARE(inspector->width(), 264);
    driver.window->resize(900, 640);
    QApplication::processEvents();
    QVERIFY(!inspector->isVisible());
    driver.press(qs("F9"));
    QVERIFY(inspector->isVisible());
    driver.press(qs("F9"));
    QVERIFY(!inspector->isVisible());
}

void WindowTest::f6GoesThroughEveryArea() {
    WindowDriver driver;
    startFirst(driver);
    driver.find("rail")->setFocus();
    QSet<QWidget*> seen;
    for (int i = 0; i < 8; ++i) {
        driver.press(qs("F6"));
        seen << driver.window->focusWidget();
    }
    QVERIFY(seen.contains(driver.find("train.samples")));
    QVERIFY(seen.contains(driver.find("train.timeLine")));
    QVERIFY(seen.contains(driver.find("rail")));
    QVERIFY(seen.size() >= 6);
}

void WindowTest::spaceOnAButtonPressesTheButton() {
    WindowDriver driver;
    startFirst(driver);
    auto* button = driver.find<QAbstractButton>("train.run.new");
    button->setFocus();
    driver.press(qs("Space"));
    QVERIFY(!driver.wasCalled("pause 1"));
    QVERIFY(driver.window->trainPage()->showsNewRun());
}

namespace {

std::vector<qint64> thumbnailSteps(const WindowDriver& driver) {
    std::vector<qint64> steps;
    for (const auto& [step, picture] : driver.find<widgets::TimeLine>("train.timeLine")->thumbnails())
        steps.push_back(step);
    return steps;
}

void writeSheet(WindowDriver& driver, int64_t step) {
    driver.studio->say({.job = kFirst, .kind = EventKind::Sampled, .state = JobState::Running, .step = step});
    driver.look();
}

}  // namespace

void WindowTest::theStepIsThatOfThePicturesShown() {
    WindowDriver driver;
    startFirst(driver);
    driver.studio->publishWithOldSamples(kFirst, 444);
    driver.look();
    QCOMPARE(driver.find<widgets::SampleGrid>("train.samples")->sheet()->step, int64_t{380});
    QCOMPARE(driver.find<QLabel>("train.step")->text(), qs("Step 380"));
}

void WindowTest::theTimeLineShowsSamplesWithoutBeingAsked() {
    WindowDriver driver;
    startFirst(driver);
    QVERIFY(driver.wasCalled("start 1"));
    writeSheet(driver, 380);  // in the newest snapshot
    QCOMPARE(thumbnailSteps(driver), std::vector<qint64>{380});
    writeSheet(driver, 200);  // training is further: only on the disk
    QVERIFY(WindowDriver::waitFor([&] { return thumbnailSteps(driver).size() == 2; }));
    QCOMPARE(thumbnailSteps(driver), (std::vector<qint64>{200, 380}));
}

void WindowTest::anotherRunStartsWithAnEmptyTimeLine() {
    WindowDriver driver;
    startFirst(driver);
    writeSheet(driver, 380);
    driver.press(qs("Ctrl+N"));
    QVERIFY(thumbnailSteps(driver).empty());
}

void WindowTest::theLibraryChoosesTheNewestRun() {
    WindowDriver driver;
    driver.studio->fakeRuns().add(test::fakeRun("/r/new", "newest", RunState::Finished));
    driver.studio->fakeRuns().add(test::fakeRun("/r/old", "older", RunState::Finished));
    driver.press(qs("Ctrl+L"));
    QVERIFY(
        WindowDriver::waitFor([&] { return driver.find<QLabel>("library.name")->text() == qs("newest"); }));
    QVERIFY(driver.find<QAbstractButton>("library.open")->isEnabled());
    auto* samples = driver.find<widgets::SampleGrid>("library.samples");
    QVERIFY(WindowDriver::waitFor([&] { return samples->sheet() != nullptr; }));
    driver.click("library.open");
    QCOMPARE(driver.window->currentPage(), qs("go.train"));
}

void WindowTest::theLibraryKnowsHowFarTheRunIsThatTrains() {
    WindowDriver driver;
    RunInfo run = test::fakeRun("/project/runs/run-1", "garments", RunState::Fresh);
    run.step = 0;
    driver.studio->fakeRuns().add(run);
    startFirst(driver);
    driver.press(qs("Ctrl+L"));
    const auto* steps = driver.find<QLabel>("library.steps");
    QVERIFY(WindowDriver::waitFor([&] { return steps->isVisible() && steps->text() == qs("380"); }));
    driver.studio->publish(kFirst, 1400);
    driver.look();
    QCOMPARE(steps->text(), qs("1,400"));
    QVERIFY(!driver.find<QAbstractButton>("library.resume")->isEnabled());
    QVERIFY(!driver.find<QAbstractButton>("library.delete")->isEnabled());
}

void WindowTest::closingAsksWithoutTheWordsOfAnError() {
    WindowDriver driver;
    startFirst(driver);
    driver.window->close();
    QVERIFY(isSaidSomewhere(driver, qs("still training")));
    QVERIFY(!isSaidSomewhere(driver, qs("What happened")));
    driver.find<QAbstractButton>("noticeCard.choice.no")->click();
    driver.studio->fail(kFirst, {.code = ErrorCode::NotFinite, .message = "The loss became infinite."});
    driver.look();
    QVERIFY(isSaidSomewhere(driver, qs("What happened")));
}

void WindowTest::aSmallWindowCanStartARun() {
    WindowDriver driver({900, 640});
    driver.press(qs("Ctrl+1"));
    QVERIFY(!driver.find("train.startButton")->isVisible());
    driver.click("train.run.start");
    QVERIFY(driver.wasCalled("start 1"));
    driver.click("train.view.inspector");
    QVERIFY(driver.find("inspector")->isVisible());
}

void WindowTest::wordsOfPagesToComeAreNotCut() {
    WindowDriver driver({1024, 640});
    for (const char* keys : {"Ctrl+2", "Ctrl+3", "Ctrl+4"}) {
        driver.press(qs(keys));
        for (const QLabel* label : driver.window->findChildren<QLabel*>()) {
            if (!label->isVisible()) continue;
            const int needed =
                label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height();
            QVERIFY2(label->height() >= needed, qPrintable(label->text()));
        }
    }
}

void WindowTest::pluralsAreEnglishForEveryLanguageThatDoesNotShip() {
    for (const char* language : {"C", "en_GB", "fr_FR"}) {
        app::installLanguage(*qApp, qs(language));
        QCOMPARE(QCoreApplication::translate("limner::app::LibraryPage", "%n run(s)", nullptr, 1),
                 qs("1 run"));
        QCOMPARE(QCoreApplication::translate("limner::app::LibraryPage", "%n run(s)", nullptr, 2),
                 qs("2 runs"));
    }
    app::installLanguage(*qApp, qs("zh_CN"));
    QVERIFY(!QCoreApplication::translate("limner::app::LibraryPage", "%n run(s)", nullptr, 2)
                 .contains(qs("run")));
    app::installLanguage(*qApp, qs("en_US"));
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("limner-test"));
    app::installLanguage(application, QStringLiteral("en_US"));
    WindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "window_test.moc"
