// Whose turn it is: the queue's rules without threads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/engine/job_queue.h"

using namespace limner;
using namespace limner::engine;
using testing::ElementsAre;

namespace {

constexpr JobId kA{1}, kB{2}, kC{3}, kD{4}, kE{5};

JobQueue queueOfThree() {
    JobQueue queue;
    for (const JobId id : {kA, kB, kC}) queue.add({.id = id, .kind = "fake", .title = "job"}, {});
    return queue;
}

std::vector<JobId> order(const JobQueue& queue) {
    std::vector<JobId> ids;
    for (const JobInfo& info : queue.infos()) ids.push_back(info.id);
    return ids;
}

JobId nextStep(JobQueue& queue) {
    const auto turn = queue.takeTurn();
    return turn && turn->step ? turn->id : JobId::None;
}

}  // namespace

TEST(JobQueue, RunsJobsInTheOrderInWhichTheyCame) {
    JobQueue queue = queueOfThree();
    EXPECT_EQ(nextStep(queue), kA);
    EXPECT_EQ(nextStep(queue), kA);
    queue.setState(kA, JobState::Finished);
    EXPECT_EQ(nextStep(queue), kB);
}

TEST(JobQueue, APausedJobHoldsTheLane) {
    JobQueue queue = queueOfThree();
    nextStep(queue);
    queue.setState(kA, JobState::Paused);
    EXPECT_FALSE(queue.takeTurn().has_value());
}

TEST(JobQueue, AWaitingJobMayBeToldToGoAheadOfAPausedOne) {
    JobQueue queue = queueOfThree();
    nextStep(queue);
    queue.setState(kA, JobState::Paused);
    EXPECT_TRUE(queue.resume(kC));
    EXPECT_EQ(nextStep(queue), kC);
    queue.setState(kC, JobState::Finished);
    EXPECT_FALSE(queue.takeTurn().has_value()) << "B must not start while A is still paused";
}

TEST(JobQueue, AResumedJobGoesBeforeThoseThatWait) {
    JobQueue queue = queueOfThree();
    nextStep(queue);
    queue.setState(kA, JobState::Paused);
    EXPECT_TRUE(queue.resume(kA));
    const auto turn = queue.takeTurn();
    ASSERT_TRUE(turn.has_value());
    EXPECT_EQ(turn->id, kA);
    EXPECT_TRUE(turn->begins);
}

TEST(JobQueue, ABriefJobGoesBetweenTheStepsOfTheOneThatRuns) {
    JobQueue queue = queueOfThree();
    nextStep(queue);
    for (const JobId id : {kD, kE}) queue.add({.id = id, .kind = "brief", .isBrief = true}, {});
    const auto turn = queue.takeTurn();
    ASSERT_TRUE(turn.has_value());
    EXPECT_EQ(turn->id, kD);
    EXPECT_TRUE(turn->begins);
    EXPECT_EQ(nextStep(queue), kD);
    queue.setState(kD, JobState::Finished);
    EXPECT_EQ(nextStep(queue), kE) << "brief jobs go one after the other";
    EXPECT_THAT(order(queue), ElementsAre(kA, kE, kB, kC, kD)) << "what was there first is shown first";
    queue.setState(kE, JobState::Finished);
    EXPECT_EQ(nextStep(queue), kA);
}

TEST(JobQueue, APausedJobHoldsNoBriefOneAndAPausedBriefOneHoldsNothing) {
    JobQueue queue = queueOfThree();
    nextStep(queue);
    queue.setState(kA, JobState::Paused);
    queue.add({.id = kD, .kind = "brief", .isBrief = true}, {});
    EXPECT_EQ(nextStep(queue), kD);
    queue.setState(kD, JobState::Paused);
    EXPECT_FALSE(queue.takeTurn().has_value()) << "A still holds the others";
    EXPECT_TRUE(queue.resume(kA));
    EXPECT_EQ(nextStep(queue), kA);
    EXPECT_TRUE(queue.resume(kD));
    EXPECT_EQ(nextStep(queue), kD);
}

TEST(JobQueue, RequestsComeBeforeTheNextStep) {
    JobQueue queue = queueOfThree();
    nextStep(queue);
    EXPECT_TRUE(queue.save(kA));
    EXPECT_TRUE(queue.stop(kB));
    EXPECT_TRUE(queue.takeTurn()->save);
    const auto turn = queue.takeTurn();
    EXPECT_EQ(turn->id, kB);
    EXPECT_TRUE(turn->stop);
    EXPECT_EQ(nextStep(queue), kA);
}

TEST(JobQueue, OnlyTheNewestValueOfAnEditCounts) {
    JobQueue queue = queueOfThree();
    nextStep(queue);
    queue.edit(kA, {"rate", 1.0});
    queue.edit(kA, {"clip", 5.0});
    queue.edit(kA, {"rate", 2.0});
    const auto turn = queue.takeTurn();
    ASSERT_EQ(turn->edits.size(), 2u);
    EXPECT_EQ(turn->edits[1].id, "rate");
    EXPECT_EQ(std::get<double>(turn->edits[1].value), 2.0);
}

TEST(JobQueue, EditsOfAWaitingJobWaitForItsFirstTurn) {
    JobQueue queue = queueOfThree();
    nextStep(queue);
    queue.edit(kB, {"rate", 1.0});
    EXPECT_EQ(nextStep(queue), kA);
    queue.setState(kA, JobState::Finished);
    const auto turn = queue.takeTurn();
    EXPECT_EQ(turn->id, kB);
    EXPECT_EQ(turn->edits.size(), 1u);
}

TEST(JobQueue, ReorderMovesWaitingJobsOnly) {
    JobQueue queue = queueOfThree();
    nextStep(queue);
    EXPECT_FALSE(queue.reorder(kA, 1));
    EXPECT_TRUE(queue.reorder(kC, 0));
    EXPECT_THAT(order(queue), ElementsAre(kA, kC, kB));
    EXPECT_TRUE(queue.reorder(kC, 99));
    EXPECT_THAT(order(queue), ElementsAre(kA, kB, kC));
}

TEST(JobQueue, WhatIsOverTakesNoRequests) {
    JobQueue queue = queueOfThree();
    queue.setState(kA, JobState::Failed);
    EXPECT_FALSE(queue.stop(kA));
    EXPECT_FALSE(queue.resume(kA));
    EXPECT_FALSE(queue.save(kA));
    EXPECT_FALSE(queue.edit(kA, {"rate", 1.0}));
    EXPECT_FALSE(queue.pause(JobId{99}));
}
