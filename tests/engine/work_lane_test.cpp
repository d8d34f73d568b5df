// The life of a job on the work lane, with a fake job that counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>

#include "core/engine/work_lane.h"

using namespace limner;
using namespace limner::engine;
using namespace std::chrono_literals;
using testing::Contains;
using testing::Not;

namespace {

/// What happened, and a way to wait for it.
class Witness {
public:
    EventSink sink() {
        return [this](Event event) {
            const std::scoped_lock lock(m_mutex);
            m_events.push_back(std::move(event));
            m_changed.notify_all();
        };
    }
    template <typename Predicate>
    [[nodiscard]] bool waitFor(Predicate happened) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 20s,
                                  [&] { return std::any_of(m_events.begin(), m_events.end(), happened); });
    }
    [[nodiscard]] bool waitForState(JobId id, JobState state) {
        return waitFor([=](const Event& e) {
            return e.job == id && e.kind == EventKind::StateChanged && e.state == state;
        });
    }
    std::vector<EventKind> kinds() {
        const std::scoped_lock lock(m_mutex);
        std::vector<EventKind> kinds;
        for (const Event& event : m_events) kinds.push_back(event.kind);
        return kinds;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Event> m_events;
};

/// What a test can see of a fake job, and how it is to behave.
struct Script {
    std::atomic<int64_t> steps = 0;
    std::atomic<int64_t> saves = 0;
    std::atomic<int> alive = 0;
    int64_t lastStep = 1'000'000'000;
    int64_t throwAt = -1;
    int64_t pauseAt = -1;
    int64_t cannotShowUntil = -1;
    std::atomic<bool> isDiskFull = false;
    std::atomic<double> rate = 0;
};

const Error kDiskFull{.code = ErrorCode::NoSpace, .message = "The disk is full."};

class FakeJob : public Job {
public:
    explicit FakeJob(Script& script) : m_script(script) { ++m_script.alive; }
    ~FakeJob() override { --m_script.alive; }
    StepOutcome step() override {
        const int64_t done = ++m_script.steps;
        if (done == m_script.throwAt) throw std::runtime_error("tensor shapes differ");
        if (done == m_script.pauseAt) return StepOutcome::pause(kDiskFull);
        return done >= m_script.lastStep ? StepOutcome::done() : StepOutcome::proceed();
    }
    Result<void> edit(const ParamEdit& edit) override {
        m_script.rate = std::get<double>(edit.value);
        return {};
    }
    Progress progress() const override {
        return {.done = static_cast<double>(m_script.steps.load()), .unit = "steps"};
    }
    std::shared_ptr<Snapshot> snapshot() override {
        if (m_script.steps < m_script.cannotShowUntil) throw std::bad_alloc();
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = m_script.steps;
        return snapshot;
    }
    Result<std::string> save() override {
        if (m_script.isDiskFull) return kDiskFull;
        ++m_script.saves;
        return std::string("checkpoints/000001");
    }

private:
    Script& m_script;
};

JobFactory makes(Script& script) {
    return [&script](JobId, const Announce&) -> Result<std::unique_ptr<Job>> {
        return std::unique_ptr<Job>(std::make_unique<FakeJob>(script));
    };
}

JobState stateOf(const WorkLane& lane, JobId id) {
    for (const JobInfo& info : lane.jobs())
        if (info.id == id) return info.state;
    return JobState::Failed;
}

}  // namespace

TEST(WorkLane, RunsAJobToItsEndAndKeepsItsLastSnapshot) {
    Witness witness;
    Script script{.lastStep = 10};
    WorkLane lane(witness.sink());
    const JobId id = lane.start({.kind = "fake", .title = "ten steps"}, makes(script));
    ASSERT_TRUE(witness.waitForState(id, JobState::Finished));
    EXPECT_EQ(script.steps, 10);
    ASSERT_NE(lane.latest(id), nullptr);
    EXPECT_EQ(lane.latest(id)->step, 10);
    EXPECT_EQ(script.alive, 0) << "a finished job gives its memory back";
}

TEST(WorkLane, APausedJobTakesNoStepUntilItIsAskedTo) {
    Witness witness;
    Script script;
    WorkLane lane(witness.sink());
    const JobId id = lane.start({.kind = "fake", .title = "endless"}, makes(script));
    ASSERT_TRUE(witness.waitForState(id, JobState::Running));
    lane.pause(id);
    ASSERT_TRUE(witness.waitForState(id, JobState::Paused));
    const int64_t steps = script.steps;
    EXPECT_EQ(lane.latest(id)->step, steps) << "whoever sees the pause sees the last step";
    lane.stepOnce(id);
    lane.save(id);  // served after the step, so its event says that the step is over
    ASSERT_TRUE(witness.waitFor([](const Event& e) { return e.kind == EventKind::Saved; }));
    EXPECT_EQ(script.steps, steps + 1);
    EXPECT_EQ(stateOf(lane, id), JobState::Paused);
}

TEST(WorkLane, EverySingleStepIsShownHoweverQuicklyTheyFollow) {
    Witness witness;
    Script script;
    WorkLane lane(witness.sink());
    const JobId id = lane.start({.kind = "fake", .title = "endless"}, makes(script));
    ASSERT_TRUE(witness.waitForState(id, JobState::Running));
    lane.pause(id);
    ASSERT_TRUE(witness.waitForState(id, JobState::Paused));
    for (int step = 0; step < 3; ++step) {
        const uint64_t shown = lane.latest(id)->version;
        lane.stepOnce(id);
        const auto limit = std::chrono::steady_clock::now() + 20s;
        while (lane.latest(id)->version == shown && std::chrono::steady_clock::now() < limit)
            std::this_thread::yield();
        EXPECT_EQ(lane.latest(id)->step, script.steps);
        EXPECT_NE(lane.latest(id)->version, shown);
    }
}

TEST(WorkLane, StopSavesAndEndsTheJob) {
    Witness witness;
    Script script;
    WorkLane lane(witness.sink());
    const JobId id = lane.start({.kind = "fake", .title = "endless"}, makes(script));
    ASSERT_TRUE(witness.waitForState(id, JobState::Running));
    lane.stop(id);
    ASSERT_TRUE(witness.waitForState(id, JobState::Cancelled));
    EXPECT_EQ(script.saves, 1);
    EXPECT_EQ(script.alive, 0);
}

TEST(WorkLane, AStopThatCannotSaveKeepsTheJobUntilAskedAgain) {
    Witness witness;
    Script script;
    script.isDiskFull = true;
    WorkLane lane(witness.sink());
    const JobId id = lane.start({.kind = "fake", .title = "endless"}, makes(script));
    ASSERT_TRUE(witness.waitForState(id, JobState::Running));
    lane.stop(id);
    ASSERT_TRUE(witness.waitFor([](const Event& e) { return e.error.code == ErrorCode::NoSpace; }));
    EXPECT_EQ(stateOf(lane, id), JobState::Paused);
    EXPECT_EQ(script.alive, 1);
    lane.stop(id);
    EXPECT_TRUE(witness.waitForState(id, JobState::Cancelled));
}

TEST(WorkLane, AnExceptionFailsTheJobAndTheLaneSurvives) {
    Witness witness;
    Script broken{.throwAt = 3};
    Script sound{.lastStep = 5};
    WorkLane lane(witness.sink());
    const JobId first = lane.start({.kind = "fake", .title = "broken"}, makes(broken));
    const JobId second = lane.start({.kind = "fake", .title = "sound"}, makes(sound));
    ASSERT_TRUE(witness.waitForState(first, JobState::Failed));
    ASSERT_TRUE(witness.waitFor([](const Event& e) { return e.error.details == "tensor shapes differ"; }));
    EXPECT_TRUE(witness.waitForState(second, JobState::Finished));
}

TEST(WorkLane, AJobThatCannotBeShownGoesOnAndItIsSaidOnce) {
    Witness witness;
    Script script{.lastStep = 6, .pauseAt = 3, .cannotShowUntil = 5};
    WorkLane lane(witness.sink());
    const JobId id = lane.start({.kind = "fake", .title = "large"}, makes(script));
    ASSERT_TRUE(witness.waitForState(id, JobState::Paused));  // the first step and the pause were to be shown
    lane.resume(id);
    ASSERT_TRUE(witness.waitForState(id, JobState::Finished));
    EXPECT_EQ(lane.latest(id)->step, 6);
    const auto kinds = witness.kinds();
    EXPECT_EQ(std::count(kinds.begin(), kinds.end(), EventKind::Warning), 1);
}

TEST(WorkLane, AJobThatCannotGoOnPausesAndCanBeResumed) {
    Witness witness;
    Script script{.lastStep = 10, .pauseAt = 4};
    WorkLane lane(witness.sink());
    const JobId id = lane.start({.kind = "fake", .title = "disk full at 4"}, makes(script));
    ASSERT_TRUE(witness.waitForState(id, JobState::Paused));
    EXPECT_EQ(script.steps, 4);
    lane.resume(id);
    EXPECT_TRUE(witness.waitForState(id, JobState::Finished));
    EXPECT_EQ(script.steps, 10);
}

TEST(WorkLane, AFactoryThatFailsFailsTheJobWithItsReason) {
    Witness witness;
    WorkLane lane(witness.sink());
    const JobId id = lane.start(
        {.kind = "fake", .title = "impossible"}, [](JobId, const Announce&) -> Result<std::unique_ptr<Job>> {
            return Error{.code = ErrorCode::NotFound, .message = "There are no pictures."};
        });
    ASSERT_TRUE(witness.waitForState(id, JobState::Failed));
    EXPECT_TRUE(
        witness.waitFor([](const Event& e) { return e.error.message.text() == "There are no pictures."; }));
}

TEST(WorkLane, AStopReachesAJobThatIsStillBeingMade) {
    Witness witness;
    std::atomic<bool> isBeingMade = false;
    WorkLane lane(witness.sink());
    const JobFactory readsForever = [&](JobId id, const Announce&) -> Result<std::unique_ptr<Job>> {
        isBeingMade = true;
        isBeingMade.notify_all();
        while (!lane.isStopAsked(id)) std::this_thread::yield();
        return Error{.message = "not read to the end"};
    };
    const JobId id = lane.start({.kind = "train", .title = "run"}, readsForever);
    isBeingMade.wait(false);
    lane.stop(id);
    EXPECT_TRUE(witness.waitForState(id, JobState::Cancelled));
    EXPECT_THAT(witness.kinds(), Not(Contains(EventKind::Failed)));

    isBeingMade = false;
    lane.start({.kind = "train", .title = "closes"}, readsForever);
    isBeingMade.wait(false);  // and the end of the lane does not wait for it
}

TEST(WorkLane, AnEditReachesTheRunningJob) {
    Witness witness;
    Script script;
    WorkLane lane(witness.sink());
    const JobId id = lane.start({.kind = "fake", .title = "endless"}, makes(script));
    lane.edit(id, {"rate", 0.25});
    lane.save(id);
    ASSERT_TRUE(witness.waitForState(id, JobState::Running));
    lane.save(id);
    ASSERT_TRUE(witness.waitFor([](const Event& e) { return e.kind == EventKind::Saved; }));
    EXPECT_EQ(script.rate, 0.25);
}

TEST(WorkLane, StoppingAWaitingJobNeverMakesIt) {
    Witness witness;
    Script endless, waiting;
    WorkLane lane(witness.sink());
    const JobId first = lane.start({.kind = "fake", .title = "endless"}, makes(endless));
    ASSERT_TRUE(witness.waitForState(first, JobState::Running));
    const JobId second = lane.start({.kind = "fake", .title = "waiting"}, makes(waiting));
    lane.stop(second);
    ASSERT_TRUE(witness.waitForState(second, JobState::Cancelled));
    EXPECT_EQ(waiting.steps, 0);
    EXPECT_THAT(witness.kinds(), Not(Contains(EventKind::Saved)));
}

TEST(WorkLane, ClosingTheLaneSavesWhatIsUnderWay) {
    Witness witness;
    Script script;
    {
        WorkLane lane(witness.sink());
        const JobId id = lane.start({.kind = "fake", .title = "endless"}, makes(script));
        ASSERT_TRUE(witness.waitForState(id, JobState::Running));
        lane.save(id);
        ASSERT_TRUE(witness.waitFor([](const Event& e) { return e.kind == EventKind::Saved; }));
    }
    EXPECT_EQ(script.saves, 2);
    EXPECT_EQ(script.alive, 0);
}
