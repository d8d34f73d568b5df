// Runs of the disk in the window, on a fake studio: opening, renaming, branching, deleting, the library.
#include <QDir>
#include <QLabel>
#include <QLineEdit>

#include "app/train/run_session.h"
#include "app/train/train_page.h"
#include "widgets/loss_plot.h"
#include "widgets/notice.h"
#include "widgets/param_form.h"
#include "widgets/sample_grid.h"
#include "window_driver.h"

using namespace limner;
using test::kFirst;
using test::qs;
using test::WindowDriver;

class RunsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFinishedRunOpensWithItsNumbers();
    void aRunWithoutANameIsCalledAsItsFolderWithoutTheDate();
    void curvesThatCannotBeReadAreSaid();
    void theWindowComesBackToItsRun();
    void renameDeleteAndBranch();
    void theLibraryChoosesTheNewestRun();
    void theLibraryKnowsHowFarTheRunIsThatTrains();
};

void RunsTest::aFinishedRunOpensWithItsNumbers() {
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

void RunsTest::aRunWithoutANameIsCalledAsItsFolderWithoutTheDate() {
    WindowDriver driver;
    const std::pair<const char*, const char*> titles[] = {
        {"/r/20261122-1403-dcgan-fashion-mnist", "dcgan-fashion-mnist"}, {"/r/my faces", "my faces"}};
    for (const auto& [folder, title] : titles) {
        driver.studio->fakeRuns().add(test::fakeRun(folder, "", RunState::Finished));
        driver.window->trainPage()->openRun(qs(folder));
        driver.window->showPage(qs("go.train"));
        const auto* shown = driver.find<QAbstractButton>("train.title");
        QVERIFY2(WindowDriver::waitFor([&] { return shown->text() == qs(title); }),
                 qPrintable(shown->text()));
    }
}

void RunsTest::curvesThatCannotBeReadAreSaid() {
    WindowDriver driver;
    driver.studio->fakeRuns().add(test::fakeRun("/r/a", "garments", RunState::Finished));
    driver.studio->fakeRuns().hasDamagedMetrics = true;
    driver.window->showPage(qs("go.train"));
    driver.window->trainPage()->openRun(qs("/r/a"));
    QVERIFY(WindowDriver::waitFor([&] { return driver.isSaid(qs("Line 7 is no row. Move it away.")); }));
    const auto* grid = driver.find<widgets::SampleGrid>("train.samples");
    QVERIFY(WindowDriver::waitFor([&] { return grid->sheet() != nullptr; }));  // the rest is shown
}

void RunsTest::theWindowComesBackToItsRun() {
    WindowDriver driver;
    const QString folder = driver.folder.filePath(qs("run"));
    QDir().mkpath(folder);
    driver.studio->fakeRuns().add(test::fakeRun(folder.toStdString(), "garments", RunState::Finished));
    driver.window->showPage(qs("go.train"));
    driver.window->trainPage()->openRun(folder);
    const auto session = [&]() -> app::RunSession& { return driver.window->trainPage()->session(); };
    QVERIFY(WindowDriver::waitFor([&] { return session().title() == qs("garments"); }));
    driver.window->resize(744, 655);
    driver.settings->set("inspector_width", int64_t{400});
    driver.window->close();
    driver.window.reset();

    driver.open(QSize());
    QCOMPARE(driver.window->currentPage(), qs("go.train"));
    QVERIFY(WindowDriver::waitFor([&] { return session().title() == qs("garments"); }));
    QCOMPARE(driver.window->size(), QSize(744, 655));
    driver.window->resize(1440, 900);
    QApplication::processEvents();
    QCOMPARE(driver.find("inspector")->width(), 400);
}

void RunsTest::renameDeleteAndBranch() {
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

void RunsTest::theLibraryChoosesTheNewestRun() {
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

void RunsTest::theLibraryKnowsHowFarTheRunIsThatTrains() {
    WindowDriver driver;
    RunInfo run = test::fakeRun("/project/runs/run-1", "garments", RunState::Fresh);
    run.step = 0;
    driver.studio->fakeRuns().add(run);
    driver.startFirst();
    driver.press(qs("Ctrl+L"));
    const auto* steps = driver.find<QLabel>("library.steps");
    QVERIFY(WindowDriver::waitFor([&] { return steps->isVisible() && steps->text() == qs("380"); }));
    driver.studio->publish(kFirst, 1400);
    driver.look();
    QCOMPARE(steps->text(), qs("1,400"));
    QVERIFY(!driver.find<QAbstractButton>("library.resume")->isEnabled());
    QVERIFY(!driver.find<QAbstractButton>("library.delete")->isEnabled());
}

int main(int argc, char** argv) {
    return test::runWindowTest<RunsTest>(argc, argv);
}
#include "window_runs_test.moc"
