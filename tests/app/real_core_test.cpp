// The real window through the real core: what the README promises a person who sits down in front of it.
#include <QFile>
#include <QFileInfo>
#include <numeric>

#include "app/core_loader.h"
#include "app/core_text.h"
#include "app/language.h"
#include "app/train/parameter_panel.h"
#include "real_window.h"
#include "tests/core/idx_set.h"
#include "widgets/loss_plot.h"
#include "widgets/notice.h"
#include "widgets/param_form.h"
#include "widgets/sample_grid.h"
#include "widgets/toast.h"

using namespace limner;
using test::RealWindow;

namespace {

QImage look(QWidget* widget) {
    return widget->grab().toImage();
}

/// Long enough that nobody sees its end; each preview is a few steps away.
ParamValues tinyTraining(const QString& pictures) {
    return {{"data", std::string("idx")},      {"data_folder", app::toUtf8(pictures)},
            {"model", std::string("mlp-gan")}, {"batch_size", int64_t{16}},
            {"steps", int64_t{1'000'000}},     {"preview_every", int64_t{5}},
            {"log_every", int64_t{1}}};
}

std::vector<int64_t> stepsOf(const MetricTable& table) {
    std::vector<int64_t> steps;
    for (const auto& block : table.blocks) steps.insert(steps.end(), block->step.begin(), block->step.end());
    return steps;
}

}  // namespace

class RealCoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPersonTrainsPausesClosesAndGoesOn();
    void whatCannotBeginIsPreparedAgain();

private:
    void trainUntilPicturesAndCurvesMoved();
    void pauseAndTakeOneStep();
    void closeAndReopen();
    void resumeAndGoOn();
    void stopForGood();

    std::unique_ptr<RealWindow> m_real;
    std::string m_run;        ///< its folder
    int64_t m_stoppedAt = 0;  ///< step
};

void RealCoreTest::aPersonTrainsPausesClosesAndGoesOn() {
    m_real = std::make_unique<RealWindow>();
    QVERIFY(m_real->open());
    trainUntilPicturesAndCurvesMoved();
    if (!QTest::currentTestFailed()) pauseAndTakeOneStep();
    if (!QTest::currentTestFailed()) closeAndReopen();
    if (!QTest::currentTestFailed()) resumeAndGoOn();
    if (!QTest::currentTestFailed()) stopForGood();
    m_real.reset();
}

void RealCoreTest::whatCannotBeginIsPreparedAgain() {
    RealWindow real;
    QVERIFY(real.open());
    const QString path = real.folder.filePath(QStringLiteral("short.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
    file.close();
    app::TrainPage* page = real.window->trainPage();
    real.press(Qt::Key_1, Qt::ControlModifier);
    page->showNewRun(ParamValues{{"data", std::string("text")},
                                 {"text_path", app::toUtf8(path)},
                                 {"model", std::string("lstm")},
                                 {"batch_size", int64_t{7}}});
    QVERIFY(real.click("train.startButton"));
    QVERIFY(RealWindow::waitFor([&] { return page->showsNewRun(); }));
    QCOMPARE(intOf(page->panel()->form()->given(), "batch_size"), int64_t{7});
    QVERIFY(real.find<widgets::NoticeCard>("notice")->isOpen());
}

void RealCoreTest::trainUntilPicturesAndCurvesMoved() {
    const QString pictures = m_real->folder.filePath(QStringLiteral("bars"));
    testing::writeIdxSet(app::toUtf8(pictures), 64, 8);
    m_real->press(Qt::Key_1, Qt::ControlModifier);
    m_real->window->trainPage()->showNewRun(tinyTraining(pictures));
    QVERIFY(m_real->click("train.startButton"));

    auto* grid = m_real->find<widgets::SampleGrid>("train.samples");
    auto* plot = m_real->find<widgets::LossPlot>("train.plot");
    QVERIFY(RealWindow::waitFor([&] { return grid->sheet() != nullptr && plot->range().second >= 5; }));
    const int64_t firstStep = grid->sheet()->step;
    const QImage firstPictures = look(grid), firstCurves = look(plot);
    QVERIFY(RealWindow::waitFor([&] { return grid->sheet()->step >= firstStep + 20; }));
    QVERIFY(look(grid) != firstPictures);
    QVERIFY(look(plot) != firstCurves);
    QCOMPARE(plot->shownScalars().contains(QStringLiteral("loss_d")), true);
    QVERIFY(m_real->isInState(JobState::Running));
    m_run = m_real->session().folder();
}

void RealCoreTest::pauseAndTakeOneStep() {
    m_real->press(Qt::Key_Space);
    QVERIFY(RealWindow::waitFor([&] { return m_real->isInState(JobState::Paused); }));
    const auto job = m_real->session().job();
    const auto step = [&] { return m_real->bridge().latest(job)->step; };
    const int64_t pausedAt = step();
    m_real->press(Qt::Key_Period);
    QVERIFY(RealWindow::waitFor([&] { return step() == pausedAt + 1; }));
    QVERIFY(RealWindow::waitFor([&] { return m_real->isInState(JobState::Paused); }));
    QVERIFY(RealWindow::waitFor([&] { return m_real->session().liveStep() == pausedAt + 1; }));
    m_stoppedAt = pausedAt + 1;
}

void RealCoreTest::closeAndReopen() {
    m_real->window->close();
    QVERIFY(m_real->window->isVisible());  // it asks first
    QVERIFY(m_real->click("noticeCard.choice.yes"));
    QVERIFY(RealWindow::waitFor([&] { return !m_real->window->isVisible(); }));
    m_real->window.reset();

    QVERIFY(m_real->open());
    QCOMPARE(m_real->window->currentPage(), QStringLiteral("go.train"));
    QVERIFY(RealWindow::waitFor([&] { return m_real->session().liveStep() == m_stoppedAt; }));
    QCOMPARE(m_real->session().folder(), m_run);
    QVERIFY(!m_real->session().isTraining());
    QCOMPARE(m_real->session().info().checkpoints.back(), m_stoppedAt);
    auto* grid = m_real->find<widgets::SampleGrid>("train.samples");
    QVERIFY(RealWindow::waitFor([&] { return grid->sheet() != nullptr; }));
    QVERIFY(
        m_real->find<widgets::Toast>("toast")->text().contains(QStringLiteral("saved when Limner closed")));
}

void RealCoreTest::resumeAndGoOn() {
    QVERIFY(m_real->click("toast.action"));
    QVERIFY(RealWindow::waitFor([&] { return m_real->isInState(JobState::Running); }));
    QVERIFY(RealWindow::waitFor([&] { return m_real->session().liveStep() > m_stoppedAt + 10; }));
    QCOMPARE(m_real->session().folder(), m_run);
    const std::vector<int64_t> steps = stepsOf(*m_real->session().metrics());
    std::vector<int64_t> everyStep(steps.size());
    std::iota(everyStep.begin(), everyStep.end(), int64_t{1});
    QVERIFY(static_cast<int64_t>(steps.size()) > m_stoppedAt + 10);
    QCOMPARE(steps, everyStep);  // none is missing, none was trained twice
}

void RealCoreTest::stopForGood() {
    QVERIFY(m_real->click("jobBar.stop"));
    QVERIFY(RealWindow::waitFor([&] { return !m_real->session().isTraining(); }));
    const auto checks = m_real->bridge().studio()->runs().verify(m_run);
    QVERIFY(checks.ok());
    for (const FileCheck& check : *checks) QVERIFY2(check.isGood, check.path.c_str());
    m_real->window->close();
    QVERIFY(!m_real->window->isVisible());  // nothing to ask about
}

int main(int argc, char** argv) {
    setRuntimeEnvironment(2);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("limner-test"));
    app::installLanguage(application, QStringLiteral("en_US"));
    RealCoreTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "real_core_test.moc"
