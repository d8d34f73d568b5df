// Which pictures the Train page shows, on a fake studio: tiles, scrubbing, weights, thumbnails.
#include <QLabel>

#include "app/train/run_session.h"
#include "app/train/train_page.h"
#include "widgets/sample_grid.h"
#include "widgets/time_line.h"
#include "window_driver.h"

using namespace limner;
using test::kFirst;
using test::qs;
using test::WindowDriver;

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

class SamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTileOpensAndEscClosesIt();
    void scrubbingShowsTheSheetOfThatStep();
    void averagedAndRawCanBeSwitched();
    void theStepIsThatOfThePicturesShown();
    void theTimeLineShowsSamplesWithoutBeingAsked();
    void anotherRunStartsWithAnEmptyTimeLine();
};

void SamplesTest::aTileOpensAndEscClosesIt() {
    WindowDriver driver;
    driver.startFirst();
    auto* grid = driver.find<widgets::SampleGrid>("train.samples");
    auto* tile = driver.find("train.tile");
    QVERIFY(!tile->isVisible());
    QTest::mouseClick(grid, Qt::LeftButton, {}, grid->tileRect(18).center().toPoint());
    QVERIFY(tile->isVisible());
    QCOMPARE(grid->selectedTile(), 18);
    QTest::keyClick(grid, Qt::Key_Escape);
    QVERIFY(!tile->isVisible());
}

void SamplesTest::scrubbingShowsTheSheetOfThatStep() {
    WindowDriver driver;
    driver.studio->fakeRuns().add(test::fakeRun("/project/runs/run-1", "garments", RunState::Unfinished));
    driver.startFirst();
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

void SamplesTest::averagedAndRawCanBeSwitched() {
    WindowDriver driver;
    driver.startFirst();
    auto* grid = driver.find<widgets::SampleGrid>("train.samples");
    QCOMPARE(grid->sheet()->step, int64_t{380});
    driver.press(qs("E"));
    QCOMPARE(grid->sheet()->step, int64_t{3380});
    driver.press(qs("E"));
    QCOMPARE(grid->sheet()->step, int64_t{380});
}

void SamplesTest::theStepIsThatOfThePicturesShown() {
    WindowDriver driver;
    driver.startFirst();
    driver.studio->publishWithOldSamples(kFirst, 444);
    driver.look();
    QCOMPARE(driver.find<widgets::SampleGrid>("train.samples")->sheet()->step, int64_t{380});
    QCOMPARE(driver.find<QLabel>("train.step")->text(), qs("Step 380"));
}

void SamplesTest::theTimeLineShowsSamplesWithoutBeingAsked() {
    WindowDriver driver;
    driver.startFirst();
    QVERIFY(driver.wasCalled("start 1"));
    writeSheet(driver, 380);  // in the newest snapshot
    QCOMPARE(thumbnailSteps(driver), std::vector<qint64>{380});
    writeSheet(driver, 200);  // training is further: only on the disk
    QVERIFY(WindowDriver::waitFor([&] { return thumbnailSteps(driver).size() == 2; }));
    QCOMPARE(thumbnailSteps(driver), (std::vector<qint64>{200, 380}));
}

void SamplesTest::anotherRunStartsWithAnEmptyTimeLine() {
    WindowDriver driver;
    driver.startFirst();
    writeSheet(driver, 380);
    driver.press(qs("Ctrl+N"));
    QVERIFY(thumbnailSteps(driver).empty());
}

int main(int argc, char** argv) {
    return test::runWindowTest<SamplesTest>(argc, argv);
}
#include "window_samples_test.moc"
