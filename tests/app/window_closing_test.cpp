// Closing the window while something trains, on a fake studio.
#include <csignal>

#include "app/quit_signals.h"
#include "widgets/notice.h"
#include "window_driver.h"

using namespace limner;
using test::kFirst;
using test::qs;
using test::WindowDriver;

class ClosingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closingWhileTrainingAsksSavesAndOffersToResume();
    void closingCanBeDeclined();
    void closingAsksWithoutTheWordsOfAnError();
    void closingWhileAFilmIsRenderedSpeaksOfTheFilm();
    void aSignalSavesAndClosesWithoutAQuestion();
    void aSignalClosesAtOnceWhereNothingRuns();
};

void ClosingTest::closingWhileTrainingAsksSavesAndOffersToResume() {
    WindowDriver driver;
    driver.startFirst();
    driver.studio->stopsAtOnce = false;
    driver.window->close();
    QVERIFY(driver.window->isVisible());
    auto* notice = driver.find<widgets::NoticeCard>("notice");
    QVERIFY(notice->isOpen());
    Q_EMIT notice->chosen(qs("yes"));
    QVERIFY(driver.wasCalled("stop 1"));
    driver.look();
    QVERIFY(driver.window->isVisible());  // it waits until the checkpoint is written
    QVERIFY(driver.isSaid(qs("Saving a checkpoint")));
    driver.studio->setState(kFirst, JobState::Cancelled);
    driver.look();
    QVERIFY(WindowDriver::waitFor([&] { return !driver.window->isVisible(); }));
    QCOMPARE(driver.settings->text("resume_run"), qs("/project/runs/run-1"));
}

void ClosingTest::closingCanBeDeclined() {
    WindowDriver driver;
    driver.startFirst();
    driver.window->close();
    auto* notice = driver.find<widgets::NoticeCard>("notice");
    Q_EMIT notice->chosen(qs("no"));
    QVERIFY(driver.window->isVisible());
    QVERIFY(!driver.wasCalled("stop 1"));
}

void ClosingTest::closingAsksWithoutTheWordsOfAnError() {
    WindowDriver driver;
    driver.startFirst();
    driver.window->close();
    QVERIFY(driver.isSaid(qs("still training")));
    QVERIFY(!driver.isSaid(qs("What happened")));
    driver.find<QAbstractButton>("noticeCard.choice.no")->click();
    driver.studio->fail(kFirst, {.code = ErrorCode::NotFinite, .message = "The loss became infinite."});
    driver.look();
    QVERIFY(driver.isSaid(qs("What happened")));
}

void ClosingTest::closingWhileAFilmIsRenderedSpeaksOfTheFilm() {
    WindowDriver driver;
    QVERIFY(driver.window->bridge().start({.kind = "render", .values = {}}));
    driver.window->close();
    QVERIFY(driver.isSaid(qs("goes on with the next one")));
    QVERIFY(!driver.isSaid(qs("training")));
    driver.find<QAbstractButton>("noticeCard.choice.yes")->click();
    driver.look();
    QVERIFY(WindowDriver::waitFor([&] { return !driver.window->isVisible(); }));
    QVERIFY(driver.settings->text("resume_run").isEmpty());  // only trainings are offered again
}

void ClosingTest::aSignalSavesAndClosesWithoutAQuestion() {
    WindowDriver driver;
    const app::QuitSignals quit;
    connect(&quit, &app::QuitSignals::quitAsked, driver.window.get(), &app::MainWindow::saveAndClose);
    driver.startFirst();
    driver.studio->stopsAtOnce = false;
    ::raise(SIGTERM);
    QVERIFY(WindowDriver::waitFor([&] { return driver.wasCalled("stop 1"); }));
    QVERIFY(!driver.find<widgets::NoticeCard>("notice")->isOpen());
    QVERIFY(driver.window->isVisible());  // it waits until the checkpoint is written
    driver.studio->setState(kFirst, JobState::Cancelled);
    driver.look();
    QVERIFY(WindowDriver::waitFor([&] { return !driver.window->isVisible(); }));
    QCOMPARE(driver.settings->text("resume_run"), qs("/project/runs/run-1"));
    QCOMPARE(driver.settings->text("page"), qs("train"));
}

void ClosingTest::aSignalClosesAtOnceWhereNothingRuns() {
    WindowDriver driver;
    const app::QuitSignals quit;
    connect(&quit, &app::QuitSignals::quitAsked, driver.window.get(), &app::MainWindow::saveAndClose);
    driver.press(qs("Ctrl+L"));
    ::raise(SIGHUP);
    QVERIFY(WindowDriver::waitFor([&] { return !driver.window->isVisible(); }));
    QCOMPARE(driver.settings->text("page"), qs("library"));
}

int main(int argc, char** argv) {
    return test::runWindowTest<ClosingTest>(argc, argv);
}
#include "window_closing_test.moc"
