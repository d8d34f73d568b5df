// The bridge turns what the core says into signals; the reader keeps the disk off the main thread.
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "app/run_reader.h"
#include "app/studio_bridge.h"
#include "fake_studio.h"

using namespace limner;
using app::RunReader;
using app::StudioBridge;

class BridgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOffTheMainThread();
    void aFailedOpeningIsSaid();
    void aSnapshotIsAnnouncedOnce();
    void eventsKeepTheirOrder();
    void manyWakesMakeOneLook();
    void anAnswerArrivesWithoutATick();
    void onlyTheNewestSheetIsRead();
    void aRunOpensWithMetricsAndEdits();
    void aMissingRunFailsWithItsName();

private:
    std::shared_ptr<test::FakeStudio> m_studio = std::make_shared<test::FakeStudio>();
};

void BridgeTest::opensOffTheMainThread() {
    StudioBridge bridge;
    QThread* openedOn = nullptr;
    QSignalSpy opened(&bridge, &StudioBridge::opened);
    bridge.open(
        [&](const StudioOptions&, const std::function<void()>&) -> Result<std::shared_ptr<Studio>> {
            openedOn = QThread::currentThread();
            return std::shared_ptr<Studio>(m_studio);
        },
        {});
    QVERIFY(!bridge.isOpen());
    QVERIFY(opened.wait());
    QVERIFY(bridge.isOpen());
    QVERIFY(openedOn != QThread::currentThread());
}

void BridgeTest::aFailedOpeningIsSaid() {
    StudioBridge bridge;
    QSignalSpy failed(&bridge, &StudioBridge::openFailed);
    bridge.open(
        [](const StudioOptions&, const std::function<void()>&) -> Result<std::shared_ptr<Studio>> {
            return Error{.code = ErrorCode::NotFound, .message = "no library"};
        },
        {});
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Error>().message.text(), std::string("no library"));
    QVERIFY(!bridge.isOpen());
}

void BridgeTest::aSnapshotIsAnnouncedOnce() {
    StudioBridge bridge;
    bridge.setStudio(m_studio);
    const JobId job = bridge.start({.kind = "train"}).value();
    QSignalSpy changed(&bridge, &StudioBridge::snapshotChanged);
    m_studio->publish(job, 10);
    bridge.look();
    bridge.look();
    QCOMPARE(changed.count(), 1);
    m_studio->publish(job, 11);
    m_studio->publish(job, 12);
    bridge.look();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(bridge.latest(job)->step, int64_t{12});
}

void BridgeTest::eventsKeepTheirOrder() {
    StudioBridge bridge;
    bridge.setStudio(m_studio);
    std::vector<EventKind> kinds;
    connect(&bridge, &StudioBridge::eventArrived, this,
            [&](const Event& event) { kinds.push_back(event.kind); });
    m_studio->drainEvents();
    for (const EventKind kind : {EventKind::Saved, EventKind::Warning, EventKind::Failed})
        m_studio->say({.kind = kind});
    bridge.look();
    QCOMPARE(kinds, (std::vector{EventKind::Saved, EventKind::Warning, EventKind::Failed}));
}

void BridgeTest::manyWakesMakeOneLook() {
    StudioBridge bridge;
    bridge.setStudio(m_studio);
    const JobId job = bridge.start({.kind = "train"}).value();
    int looks = 0;
    connect(&bridge, &StudioBridge::snapshotChanged, this, [&] { m_studio->publish(job, ++looks + 100); });
    m_studio->publish(job, 100);
    for (int i = 0; i < 1000; ++i) bridge.wake();
    QCoreApplication::sendPostedEvents(&bridge, QEvent::MetaCall);
    QCOMPARE(looks, 1);
}

void BridgeTest::anAnswerArrivesWithoutATick() {
    StudioBridge bridge;
    bridge.setStudio(m_studio);
    QSignalSpy answered(&bridge, &StudioBridge::answered);
    const RequesterId me = StudioBridge::newRequester();
    bridge.ask({.requester = me, .what = "preview-data"});
    bridge.wake();
    QCoreApplication::sendPostedEvents(&bridge, QEvent::MetaCall);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered[0][0].value<RequesterId>(), me);
}

void BridgeTest::onlyTheNewestSheetIsRead() {
    m_studio->fakeRuns().add(test::fakeRun("/r/a", "a", RunState::Finished));
    RunReader reader;
    reader.setStudio(m_studio);
    QSignalSpy read(&reader, &RunReader::samplesRead);
    for (int64_t step = 0; step <= 2000; step += 10) reader.readSamples("/r/a", step);
    while (read.isEmpty() || read.last()[1].value<std::shared_ptr<const SampleSheet>>()->step != 2000)
        QVERIFY(read.wait());
    QVERIFY(m_studio->fakeRuns().readSampleSteps().size() < 200);
}

void BridgeTest::aRunOpensWithMetricsAndEdits() {
    m_studio->fakeRuns().add(test::fakeRun("/r/b", "b", RunState::Finished));
    RunReader reader;
    reader.setStudio(m_studio);
    QSignalSpy opened(&reader, &RunReader::opened);
    reader.open("/r/b");
    QVERIFY(opened.wait());
    const auto contents = opened[0][0].value<app::RunContents>();
    QCOMPARE(contents.info.name, std::string("b"));
    QCOMPARE(contents.metrics->rowCount(), size_t{201});
    QCOMPARE(contents.edits.size(), size_t{1});
}

void BridgeTest::aMissingRunFailsWithItsName() {
    RunReader reader;
    reader.setStudio(m_studio);
    QSignalSpy failed(&reader, &RunReader::openingFailed);
    reader.open("/nowhere");
    QVERIFY(failed.wait());
    QVERIFY(failed[0][1].value<Error>().message.text().find("/nowhere") != std::string::npos);
}

QTEST_GUILESS_MAIN(BridgeTest)
#include "bridge_test.moc"
