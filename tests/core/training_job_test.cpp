// What a person notices of a training run: where it stops, what it keeps, what it says.
#include <unistd.h>

#include <cmath>

#include "core/io/safe_replace.h"
#include "full_disk.h"
#include "training_run.h"

namespace limner::testing {
namespace {

using Next = engine::StepOutcome::Next;

class TrainingJobTest : public TrainingFixture {
protected:
    ParamValues values(const ParamValues& more = {}) const {
        ParamValues values = more;
        values.insert({{"data", "idx"},
                       {"data_folder", data.string()},
                       {"validation_share", 0.2},
                       {"model", "vae"},
                       {"batch_size", int64_t{8}},
                       {"steps", int64_t{6}},
                       {"log_every", int64_t{2}},
                       {"save_every", int64_t{2}},
                       {"device", "cpu"},
                       {"out", (folder / "run").string()}});
        return values;
    }
    io::RunFolder run() const { return {folder / "run"}; }
};

TEST_F(TrainingJobTest, LeavesACompleteRunBehind) {
    Session session(folder);
    const auto started = session.start(values({{"preview_every", int64_t{3}}}));
    ASSERT_TRUE(started.ok()) << started.error().text();
    EXPECT_EQ(session.runToEnd().next, Next::Done);

    EXPECT_TRUE(io::readRecipe(run().recipe()).ok());
    EXPECT_EQ(run().sampleSteps(), (std::vector<int64_t>{0, 3, 6}));
    EXPECT_EQ(run().checkpointSteps(), (std::vector<int64_t>{2, 4, 6}));
    const auto metrics = io::readMetrics(run().metrics());
    ASSERT_TRUE(metrics.ok());
    EXPECT_EQ(metrics->names, (std::vector<std::string>{"loss", "reconstruction", "kl", "learning_rate",
                                                        "validation_loss", "validation_negative_elbo",
                                                        "validation_reconstruction", "validation_kl"}));
    EXPECT_EQ(metrics->rowCount(), 3u);
    EXPECT_TRUE(std::isnan(metrics->blocks[0]->scalars[4][0]));
    EXPECT_FALSE(std::isnan(metrics->blocks[0]->scalars[4][2])) << "the last step is validated";

    const auto summary = io::readSummary(run().summary());
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->state, "finished");
    EXPECT_EQ(summary->reason, "steps done");
    EXPECT_EQ(summary->steps, 6);
    EXPECT_GT(summary->test.at("test_negative_elbo"), 0);
    EXPECT_NEAR(summary->test.at("test_negative_elbo"),
                summary->test.at("test_reconstruction") + summary->test.at("test_kl"), 1e-3);
    EXPECT_GT(summary->unitsPerSecond, 0);
    EXPECT_EQ(summary->scoredWeights, "raw");
    EXPECT_EQ(summary->notScored, "");
}

TEST_F(TrainingJobTest, AStopDoesNotWaitForTheTestPicturesAndSaysSo) {
    Session session(folder);
    ASSERT_TRUE(session.start(values()).ok());
    session.step(3);
    ASSERT_TRUE(session.job->stop().ok());
    const auto summary = io::readSummary(run().summary());
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->state, "stopped");
    EXPECT_TRUE(summary->test.empty());
    EXPECT_EQ(summary->notScored, "the run was stopped");
    EXPECT_EQ(summary->scoredWeights, "");
}

TEST_F(TrainingJobTest, AStopWhileTheTestPicturesAreScoredEndsAFinishedRun) {
    {
        Session session(folder);
        ASSERT_TRUE(session.start(values()).ok());
        EXPECT_EQ(session.step(6).next, Next::Continue) << "scoring is a step of its own";
        EXPECT_EQ(session.job->progress().place.source, "scoring what was kept for the test: %1 of %2");
        ASSERT_TRUE(session.job->stop().ok());
    }
    const auto stopped = io::readSummary(run().summary());
    EXPECT_EQ(stopped->state, "finished");
    EXPECT_TRUE(stopped->test.empty());
    EXPECT_FALSE(stopped->notScored.empty());

    Session again(folder);
    ASSERT_TRUE(again.start({{"resume", run().root.string()}}).ok());
    EXPECT_EQ(again.runToEnd().next, Next::Done);
    EXPECT_TRUE(io::readSummary(run().summary())->test.contains("test_negative_elbo"));
}

TEST_F(TrainingJobTest, TwoTrainingsNeverShareARun) {
    Session first(folder);
    ASSERT_TRUE(first.start(values()).ok());
    first.step(2);
    const auto second = Session(folder).start({{"resume", run().root.string()}});
    ASSERT_FALSE(second.ok());
    EXPECT_NE(second.error().text().find("is being trained right now"), std::string::npos)
        << second.error().text();
    EXPECT_EQ(first.runToEnd().next, Next::Done);
    first.job.reset();
    EXPECT_TRUE(Session(folder).start({{"resume", run().root.string()}}).ok());
}

TEST_F(TrainingJobTest, ABatchLargerThanTheDataIsSaid) {
    Session session(folder);
    ASSERT_TRUE(session.start(values({{"batch_size", int64_t{4096}}, {"preview_every", int64_t{100}}})).ok());
    const bool isSaid = std::ranges::any_of(session.events, [](const Event& event) {
        return event.kind == EventKind::Warning &&
               event.message.text() == "A batch holds all 34 pictures that there are to train on.";
    });
    EXPECT_TRUE(isSaid);
}

TEST_F(TrainingJobTest, AStartThatFailsLeavesNothingBehind) {
    const test::FullDisk full(100);  // not even the recipe fits
    const auto started = Session(folder).start(values());
    ASSERT_FALSE(started.ok());
    EXPECT_EQ(started.error().code, ErrorCode::NoSpace);
    EXPECT_FALSE(fs::exists(run().root));
}

TEST_F(TrainingJobTest, AFileIsNoRunFolder) {
    std::ofstream(folder / "run") << "mine";
    const auto started = Session(folder).start(values());
    ASSERT_FALSE(started.ok());
    EXPECT_FALSE(started.error().hint.isEmpty());
    EXPECT_TRUE(fs::is_regular_file(folder / "run"));
}

TEST_F(TrainingJobTest, AnotherModelCannotTakeOverARun) {
    {
        Session first(folder);
        ASSERT_TRUE(first.start(values()).ok());
        first.step(3);
        ASSERT_TRUE(first.job->stop().ok());
    }
    const auto refused = Session(folder).start({{"resume", run().root.string()}, {"model", "mlp-gan"}});
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().text().starts_with("“Model” cannot change when a run goes on."))
        << refused.error().text();
}

TEST_F(TrainingJobTest, ReadingThePicturesEndsWhenAStopIsAsked) {
    Session session(folder);
    int asked = 0;
    session.context.isStopAsked = [&asked](JobId) { return ++asked > 5; };
    EXPECT_FALSE(session.start(values()).ok());
    EXPECT_LT(asked, 43) << "not all of the pictures are read";
    EXPECT_FALSE(fs::exists(run().root));
}

TEST_F(TrainingJobTest, SamplesCarryTheirRecipe) {
    Session session(folder);
    ASSERT_TRUE(session.start(values()).ok());
    session.step();
    const auto file = io::readFile(run().sample(0), 1 << 24);
    ASSERT_TRUE(file.ok());
    const TextFields fields = session.host.textFields(std::as_bytes(std::span(*file)));
    ASSERT_EQ(fields.size(), 3u);
    EXPECT_EQ(fields[0].first, "limner:recipe");
    EXPECT_EQ(fields[2].first, "limner:sheet");
    const auto recipe = io::recipeFromJson(fields[0].second);
    ASSERT_TRUE(recipe.ok());
    EXPECT_EQ(recipe->values.at("model"), ParamValue("vae"));
    EXPECT_EQ(fields[1].first, "parameters");
    EXPECT_NE(fields[1].second.find("model: vae"), std::string::npos);
}

TEST_F(TrainingJobTest, ALearningRateOfTenToTheThirtyStopsAtTheLastGoodWeights) {
    Session session(folder);
    ASSERT_TRUE(session.start(values({{"steps", int64_t{50}}, {"optimizer", "sgd"}})).ok());
    session.step(2);
    const auto before = io::readCheckpoint(run(), 2);
    ASSERT_TRUE(before.ok());
    ASSERT_TRUE(session.job->edit({"learning_rate", 1e30}).ok());
    ASSERT_TRUE(session.job->edit({"save_every", int64_t{1000}}).ok());
    const auto outcome = session.runToEnd();
    ASSERT_EQ(outcome.next, Next::Fail);
    EXPECT_EQ(outcome.error->code, ErrorCode::NotFinite);
    EXPECT_NE(outcome.error->text().find("is no longer a number"), std::string::npos)
        << outcome.error->text();
    EXPECT_EQ(outcome.error->kept.text(), "The checkpoint of step 2 is untouched.");
    const auto after = io::readCheckpoint(run(), 2);
    ASSERT_TRUE(after.ok());
    EXPECT_EQ(after->model.sha256, before->model.sha256);
    const auto summary = io::readSummary(run().summary());
    EXPECT_EQ(summary->state, "failed");
    EXPECT_EQ(summary->notScored, "the run failed");
}

TEST_F(TrainingJobTest, AFailureBeforeTheFirstCheckpointDoesNotSendOneToIt) {
    Session session(folder);
    ASSERT_TRUE(session
                    .start(values({{"steps", int64_t{50}},
                                   {"optimizer", "sgd"},
                                   {"learning_rate", 1.0},
                                   {"save_every", int64_t{1000}}}))
                    .ok());
    ASSERT_TRUE(session.job->edit({"learning_rate", 1e30}).ok());
    const auto outcome = session.runToEnd();
    ASSERT_EQ(outcome.next, Next::Fail);
    EXPECT_TRUE(run().checkpointSteps().empty());
    EXPECT_TRUE(outcome.error->hint.text().starts_with("Start again")) << outcome.error->text();
}

TEST_F(TrainingJobTest, APausedDiskErrorIsTriedAgainAndLosesNothing) {
    Session session(folder);
    ASSERT_TRUE(session.start(values({{"preview_every", int64_t{100}}})).ok());
    session.step(1);
    const fs::path inTheWay = run().root / "checkpoints";
    std::ofstream(inTheWay) << "a file where the folder should be";
    const auto paused = session.step(1);
    ASSERT_EQ(paused.next, Next::Pause);
    EXPECT_FALSE(paused.error->text().empty());
    EXPECT_NE(session.job->snapshot(), nullptr);
    EXPECT_EQ(session.step(1).next, Next::Pause) << "the step that failed to save is not trained again";
    EXPECT_EQ(session.job->progress().done, 2);
    fs::remove(inTheWay);
    EXPECT_EQ(session.runToEnd().next, Next::Done);
    EXPECT_EQ(run().checkpointSteps(), (std::vector<int64_t>{2, 4, 6}));
}

TEST_F(TrainingJobTest, EarlyStoppingEndsTheRunAndKeepsTheBest) {
    Session session(folder);
    ASSERT_TRUE(session
                    .start(values({{"steps", int64_t{500}},
                                   {"validate_every", int64_t{1}},
                                   {"keep_last", int64_t{1}},
                                   {"early_stopping", int64_t{3}},
                                   {"optimizer", "sgd"},
                                   {"learning_rate", 1e-7},
                                   {"save_every", int64_t{1000}}}))
                    .ok());
    session.step(3);
    ASSERT_TRUE(session.job->edit({"learning_rate", 1e-4}).ok());
    EXPECT_EQ(session.runToEnd().next, Next::Done);
    const auto summary = io::readSummary(run().summary());
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->reason, "early stopping");
    EXPECT_LT(summary->steps, 500);
    EXPECT_EQ(run().checkpointSteps(), (std::vector<int64_t>{summary->steps - 3, summary->steps}));
}

TEST_F(TrainingJobTest, FrozenNetworksStayAsTheyCameFromTheOtherRun) {
    {
        Session first(folder);
        ASSERT_TRUE(first.start(values({{"model", "mlp-gan"}})).ok());
        first.runToEnd();
    }
    Session second(folder);
    const auto started = second.start(values({{"model", "mlp-gan"},
                                              {"out", (folder / "next").string()},
                                              {"start_from", run().root.string()},
                                              {"freeze", "generator"}}));
    ASSERT_TRUE(started.ok()) << started.error().text();
    second.runToEnd();
    const auto before = io::readNewestCheckpoint(run());
    const auto after = io::readNewestCheckpoint({folder / "next"});
    ASSERT_TRUE(before.ok() && after.ok());
    for (const auto& [name, tensor] : before->model.tensors) {
        EXPECT_EQ(torch::equal(tensor, after->model.tensors.at(name)), name.starts_with("generator."))
            << name;
    }
    EXPECT_EQ(io::readRecipe(io::RunFolder{folder / "next"}.recipe())->origin.modelHash,
              before->model.sha256);
}

TEST_F(TrainingJobTest, AnotherArchitectureIsRefusedAndLeavesNoFolder) {
    {
        Session first(folder);
        ASSERT_TRUE(first.start(values({{"model", "mlp-gan"}})).ok());
        first.runToEnd();
    }
    Session second(folder);
    const auto started = second.start(values({{"model", "mlp-gan"},
                                              {"preset", "wide"},
                                              {"out", (folder / "next").string()},
                                              {"start_from", run().root.string()}}));
    ASSERT_FALSE(started.ok());
    EXPECT_EQ(started.error().code, ErrorCode::Mismatch);
    EXPECT_FALSE(fs::exists(folder / "next"));
}

TEST_F(TrainingJobTest, AFolderInUseIsRefused) {
    {
        Session first(folder);
        ASSERT_TRUE(first.start(values()).ok());
    }
    const auto again = Session(folder).start(values());
    ASSERT_FALSE(again.ok());
    EXPECT_NE(again.error().text().find("already holds a run"), std::string::npos);
    std::ofstream(data / "notes.txt") << "mine";
    EXPECT_FALSE(Session(folder).start(values({{"out", data.string()}})).ok());
}

TEST_F(TrainingJobTest, MisspeltNetworksToFreezeAreNamed) {
    const auto started = Session(folder).start(values({{"freeze", "decoder, encodr"}}));
    ASSERT_FALSE(started.ok());
    EXPECT_EQ(started.error().text(),
              "The model has no network named “encodr” to freeze. Its networks are: encoder, decoder.");
}

TEST_F(TrainingJobTest, OnlyWhatMayChangeWhileRunningMayChangeOnResume) {
    {
        Session first(folder);
        ASSERT_TRUE(first.start(values()).ok());
        first.step(3);
        ASSERT_TRUE(first.job->stop().ok());
    }
    const auto refused =
        Session(folder).start({{"resume", run().root.string()}, {"batch_size", int64_t{16}}});
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().text().find("cannot change when a run goes on"), std::string::npos);
    Session second(folder);
    ASSERT_TRUE(second.start({{"resume", run().root.string()}, {"steps", int64_t{9}}}).ok());
    second.runToEnd();
    EXPECT_EQ(io::readSummary(run().summary())->steps, 9);
}

TEST_F(TrainingJobTest, ADamagedCheckpointIsNamedAndAnOlderOneGoesOn) {
    {
        Session first(folder);
        ASSERT_TRUE(first.start(values()).ok());
        first.step(4);
        ASSERT_TRUE(first.job->stop().ok());
    }
    const fs::path weights = io::CheckpointFolder{run().checkpoint(4)}.model();
    {
        std::fstream file(weights, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(-1, std::ios::end);
        file.put('\x7F');
    }
    const auto refused = Session(folder).start({{"resume", run().root.string()}});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Damaged);
    EXPECT_NE(refused.error().text().find("model.safetensors"), std::string::npos);
    Session second(folder);
    const auto started = second.start({{"resume", run().root.string()}, {"checkpoint", int64_t{2}}});
    ASSERT_TRUE(started.ok()) << started.error().text();
    EXPECT_EQ(second.job->progress().done, 2);
    EXPECT_EQ(second.runToEnd().next, Next::Done);
    EXPECT_TRUE(fs::exists(run().root / "checkpoints" / "000004.set-aside"));
}

TEST_F(TrainingJobTest, PreviewsDoNotDisturbTraining) {
    std::string hashes[2];
    for (const int64_t every : {1, 1000}) {
        Session session(folder);
        const fs::path out = folder / ("every" + std::to_string(every));
        ASSERT_TRUE(session
                        .start(values({{"model", "mlp-gan"},
                                       {"preset", "batch-norm"},
                                       {"ema", 0.9},
                                       {"preview_every", every},
                                       {"out", out.string()}}))
                        .ok());
        session.step(5);
        session.context.weights.newest(JobId{1});
        session.job->snapshot();  // publishes weights for the live lane
        session.runToEnd();
        hashes[every == 1 ? 0 : 1] = io::readNewestCheckpoint({out})->model.sha256;
    }
    EXPECT_EQ(hashes[0], hashes[1]);
}

TEST_F(TrainingJobTest, ShowsBothGridsWhileWeightsAreAveraged) {
    Session session(folder);
    ASSERT_TRUE(session.start(values({{"preview_every", int64_t{1}}})).ok());
    session.step(2);
    EXPECT_EQ(session.job->snapshot()->samplesRaw, nullptr);
    ASSERT_TRUE(session.job->edit({"ema", 0.9}).ok());
    session.step(2);
    const auto snapshot = session.job->snapshot();
    ASSERT_NE(snapshot->samplesRaw, nullptr);
    EXPECT_NE(snapshot->samplesRaw->sheet, snapshot->samples->sheet);
    EXPECT_EQ(snapshot->samples->count, 64);
    EXPECT_EQ(snapshot->values.at("ema"), ParamValue(0.9));
}

TEST_F(TrainingJobTest, SaysHowFarItIs) {
    Session session(folder);
    ASSERT_TRUE(session.start(values({{"steps", int64_t{0}}, {"epochs", int64_t{2}}})).ok());
    session.step(3);
    const Progress progress = session.job->progress();
    EXPECT_EQ(progress.done, 3);
    EXPECT_EQ(progress.total, 10);  // 35 of 43 pictures train: 5 batches of 8 an epoch
    EXPECT_EQ(progress.unit, "steps");
    EXPECT_EQ(progress.place.text(), "epoch 0.60 of 2");
    EXPECT_GT(progress.ratePerSecond, 0);
    EXPECT_GE(progress.secondsLeft, 0);
}

}  // namespace
}  // namespace limner::testing
