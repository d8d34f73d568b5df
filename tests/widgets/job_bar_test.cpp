// The job bar: words, buttons, what drops in a narrow window, the queue; and the pipeline beside it.
#include <QListWidget>
#include <QSignalSpy>
#include <QtTest>

#include "widgets/button.h"
#include "widgets/job_bar.h"
#include "widgets/job_queue.h"
#include "widgets/job_readout.h"
#include "widgets/job_text.h"
#include "widgets/pipeline_bar.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

constexpr auto kJob = static_cast<JobId>(7);

JobInfo jobIn(JobState state, JobId id = kJob) {
    return {.id = id, .kind = "train", .title = "dcgan-fashion-mnist", .state = state, .folder = {}};
}

Progress someProgress() {
    return {.done = 8214,
            .total = 16860,
            .ratePerSecond = 5.6,
            .secondsLeft = 1544,
            .unit = "steps",
            .place = "epoch 9.74 of 20",
            .innerRate = "358 pictures/s"};
}

Progress progressOf(double done, double total) {
    Progress progress;
    progress.done = done;
    progress.total = total;
    return progress;
}

Button* buttonOf(JobBar& bar, const char* name) {
    return bar.findChild<Button*>(QLatin1StringView(name));
}

int pixelsOf(const QImage& shot, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < shot.height(); ++y) {
        for (int x = 0; x < shot.width(); ++x) count += shot.pixelColor(x, y) == colour;
    }
    return count;
}

}  // namespace

class TestJobBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0);
    }

    void durationsAreWords() {
        QCOMPARE(durationText(0), QStringLiteral("0 s"));
        QCOMPARE(durationText(59.6), QStringLiteral("1 min 0 s"));
        QCOMPARE(durationText(1544), QStringLiteral("25 min 44 s"));
        QCOMPARE(durationText(7500), QStringLiteral("2 h 5 min"));
        QCOMPARE(durationText(3 * 86400 + 4 * 3600), QStringLiteral("3 d 4 h"));
    }

    void aHundredPerCentIsSaidOnlyAtTheEnd() {
        QCOMPARE(percentText(progressOf(9999, 10000)), QStringLiteral("99.9 %"));
        QCOMPARE(percentText(progressOf(10000, 10000)), QStringLiteral("100.0 %"));
        QCOMPARE(percentText(progressOf(5, 0)), QString());
    }

    void aWideBarSaysEverything() {
        JobBar bar;
        bar.resize(1440, 48);
        bar.setJob(jobIn(JobState::Running), someProgress(), QStringLiteral("Train"));
        const QStringList expected{QStringLiteral("Train"),
                                   QStringLiteral("dcgan-fashion-mnist"),
                                   QStringLiteral("48.7 %"),
                                   QStringLiteral("8,214 of 16,860 steps"),
                                   QStringLiteral("epoch 9.74 of 20"),
                                   QStringLiteral("5.6 steps/s"),
                                   QStringLiteral("358 pictures/s"),
                                   QStringLiteral("25 min 44 s left")};
        bar.show();
        QApplication::processEvents();
        QCOMPARE(bar.shownTexts(), expected);
    }

    void aNarrowBarDropsTheLeastImportantAndClipsNothing() {
        JobBar bar;
        bar.setJob(jobIn(JobState::Running), someProgress(), QStringLiteral("Train"));
        bar.show();
        qsizetype before = 100;
        for (const int width : {1440, 1200, 1024, 800, 600, 480}) {
            bar.resize(width, 48);
            QApplication::processEvents();
            const QStringList texts = bar.shownTexts();
            QVERIFY2(texts.size() <= before, qPrintable(QString::number(width)));
            before = texts.size();
            QVERIFY(texts.contains(QStringLiteral("48.7 %")));
            const auto* readout = bar.findChild<JobReadout*>();
            QVERIFY2(readout->width() >= readout->minimumSizeHint().width(),
                     qPrintable(QString::number(width)));
        }
        QVERIFY(!bar.shownTexts().contains(QStringLiteral("dcgan-fashion-mnist")));
    }

    void buttonsSayWhatTheyAreAbout() {
        JobBar bar;
        bar.resize(1440, 48);
        bar.show();
        QSignalSpy paused(&bar, &JobBar::pauseClicked), resumed(&bar, &JobBar::resumeClicked);
        QSignalSpy stepped(&bar, &JobBar::stepClicked), stopped(&bar, &JobBar::stopClicked);
        QSignalSpy saved(&bar, &JobBar::saveClicked);
        bar.setJob(jobIn(JobState::Running), someProgress(), QStringLiteral("Train"));
        QVERIFY(!buttonOf(bar, "jobBar.step")->isEnabled());
        QTest::mouseClick(buttonOf(bar, "jobBar.pause"), Qt::LeftButton);
        QCOMPARE(paused.size(), 1);
        QCOMPARE(paused[0][0].value<JobId>(), kJob);
        bar.setJob(jobIn(JobState::Paused), someProgress(), QStringLiteral("Train"));
        QTest::mouseClick(buttonOf(bar, "jobBar.pause"), Qt::LeftButton);
        QTest::mouseClick(buttonOf(bar, "jobBar.step"), Qt::LeftButton);
        QTest::mouseClick(buttonOf(bar, "jobBar.stop"), Qt::LeftButton);
        QTest::mouseClick(buttonOf(bar, "jobBar.save"), Qt::LeftButton);
        for (QSignalSpy* spy : {&resumed, &stepped, &stopped, &saved}) QCOMPARE(spy->size(), 1);
        bar.setSaveEnabled(false);
        QVERIFY(!buttonOf(bar, "jobBar.save")->isEnabled());
        bar.setJob(jobIn(JobState::Finished), someProgress(), QStringLiteral("Train"));
        QVERIFY(!buttonOf(bar, "jobBar.pause")->isVisible());
    }

    void idleSaysSoAndShowsTheHint() {
        JobBar bar;
        bar.resize(1200, 48);
        bar.setIdleText(QStringLiteral("Nothing running"), QStringLiteral("Ready on CPU, 2 threads"));
        bar.setHint(QStringLiteral("Every command:"), QKeySequence(QStringLiteral("Ctrl+Shift+P")));
        bar.show();
        QApplication::processEvents();
        QCOMPARE(bar.shownTexts().first(), QStringLiteral("Nothing running"));
        QCOMPARE(bar.shownTexts().last(), QStringLiteral("P"));
        QVERIFY(!buttonOf(bar, "jobBar.pause")->isVisible());
    }

    void theBarTakesTheColourOfTheState() {
        JobBar bar;
        bar.resize(1440, 48);
        const std::pair<JobState, QColor> looks[] = {{JobState::Running, tokens().accent},
                                                     {JobState::Paused, tokens().warn},
                                                     {JobState::Failed, tokens().error}};
        for (const auto& [state, colour] : looks) {
            bar.setJob(jobIn(state), someProgress(), QStringLiteral("Train"));
            const int filled = pixelsOf(bar.grab().toImage(), colour);
            // 48.7 % of 180 × 4 pixels, less the round ends, and some of icon and word.
            QVERIFY2(filled > 300 && filled < 500, qPrintable(QString::number(filled)));
        }
    }

    void waitingJobsMoveAndGo() {
        JobBar bar;
        bar.resize(1440, 48);
        bar.show();
        const auto id = [](int n) { return static_cast<JobId>(n); };
        QSignalSpy reordered(&bar, &JobBar::reordered), removed(&bar, &JobBar::removed);
        bar.setQueue({jobIn(JobState::Waiting, id(1)), jobIn(JobState::Waiting, id(2)),
                      jobIn(JobState::Waiting, id(3))});
        auto* chip = bar.findChild<QueueChip*>();
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->text(), QStringLiteral("3 waiting"));
        QTest::mouseClick(chip, Qt::LeftButton);
        QueueList* list = chip->list();
        QVERIFY(list->isVisible());
        list->setCurrentRow(2);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(reordered.size(), 1);
        QCOMPARE(reordered[0][0].value<JobId>(), id(3));
        QCOMPARE(reordered[0][1].toInt(), 1);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][0].value<JobId>(), id(3));
        QCOMPARE(list->count(), 2);
        bar.setQueue({});
        QVERIFY(!chip->isVisible());
    }

    void pipelineChipsAreChosenByMouseAndKeys() {
        PipelineBar bar;
        std::vector<Stage> stages = PipelineBar::trainStages(QStringLiteral("train"));
        QVERIFY(stages[1].state == StageState::Done);
        QVERIFY(stages[2].state == StageState::Now);
        QVERIFY(stages[3].state == StageState::ToDo);
        stages[4].isEnabled = false;
        bar.setStages(stages);
        bar.resize(bar.sizeHint());
        QSignalSpy clicked(&bar, &PipelineBar::stageClicked);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.stageRect(0).center());
        QCOMPARE(clicked.back()[0].toString(), QStringLiteral("data"));
        QTest::keyClick(&bar, Qt::Key_Right);
        QTest::keyClick(&bar, Qt::Key_Return);
        QCOMPARE(clicked.back()[0].toString(), QStringLiteral("evaluate"));
        QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.stageRect(4).center());
        QCOMPARE(clicked.size(), 2);
        const int wide = bar.sizeHint().width();
        bar.setCompact(true);
        QVERIFY(bar.sizeHint().width() < wide / 2);
    }
};

QTEST_MAIN(TestJobBar)
#include "job_bar_test.moc"
