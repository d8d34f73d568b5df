// Stopping and going on equals never having stopped, bit for bit: files, curves and pictures.
#include <unistd.h>

#include <cmath>

#include "core/io/safe_replace.h"
#include "training_run.h"

namespace limner::testing {
namespace {

struct Case {
    std::string name;
    ParamValues values;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

class ResumeTest : public TrainingFixture, public ::testing::WithParamInterface<Case> {
protected:
    ParamValues valuesFor(const std::string& run) const {
        ParamValues values = GetParam().values;
        values.insert({{"data", "idx"},
                       {"data_folder", data.string()},
                       {"validation_share", 0.2},
                       {"batch_size", int64_t{8}},
                       {"steps", int64_t{12}},
                       {"log_every", int64_t{1}},
                       {"preview_every", int64_t{4}},
                       {"save_every", int64_t{100}},
                       {"validate_every", int64_t{3}},
                       {"seed", int64_t{7}},
                       {"device", "cpu"},
                       {"out", (folder / run).string()}});
        return values;
    }
};

std::string bytesOf(const fs::path& file) {
    const auto bytes = io::readFile(file, 1 << 28);
    EXPECT_TRUE(bytes.ok()) << file;
    return bytes.ok() ? *bytes : std::string();
}

void expectSameCheckpoint(const fs::path& a, const fs::path& b, int64_t step) {
    const auto one = io::readCheckpoint({a}, step);
    const auto other = io::readCheckpoint({b}, step);
    ASSERT_TRUE(one.ok()) << one.error().text();
    ASSERT_TRUE(other.ok()) << other.error().text();
    EXPECT_EQ(one->model.sha256, other->model.sha256);
    EXPECT_EQ(one->optimizer.sha256, other->optimizer.sha256);
    EXPECT_EQ(one->state.jobRandomState, other->state.jobRandomState);
    EXPECT_EQ(one->state.processRandomState, other->state.processRandomState);
    EXPECT_EQ(one->state.epoch, other->state.epoch);
    EXPECT_EQ(one->state.batchInEpoch, other->state.batchInEpoch);
    EXPECT_EQ(one->state.bestScore, other->state.bestScore);
    EXPECT_EQ(one->state.bestStep, other->state.bestStep);
    EXPECT_EQ(one->state.stepsWithoutGain, other->state.stepsWithoutGain);
}

void expectSameMetrics(const fs::path& a, const fs::path& b) {
    const auto one = io::readMetrics(io::RunFolder{a}.metrics());
    const auto other = io::readMetrics(io::RunFolder{b}.metrics());
    ASSERT_TRUE(one.ok() && other.ok());
    ASSERT_EQ(one->names, other->names);
    ASSERT_EQ(one->rowCount(), other->rowCount());
    ASSERT_EQ(one->rowCount(), 12u);
    EXPECT_EQ(one->blocks[0]->step, other->blocks[0]->step);
    EXPECT_EQ(one->blocks[0]->epoch, other->blocks[0]->epoch);
    for (size_t i = 0; i < one->names.size(); ++i) {
        for (size_t row = 0; row < one->rowCount(); ++row) {
            const double x = one->blocks[0]->scalars[i][row];
            const double y = other->blocks[0]->scalars[i][row];
            EXPECT_TRUE(x == y || (std::isnan(x) && std::isnan(y))) << one->names[i] << " row " << row;
        }
    }
}

void expectSameSamples(const fs::path& a, const fs::path& b) {
    const PlainHost host;
    const io::RunFolder one{a};
    const io::RunFolder other{b};
    ASSERT_EQ(one.sampleSteps(), (std::vector<int64_t>{0, 4, 8, 12}));
    ASSERT_EQ(other.sampleSteps(), one.sampleSteps());
    for (const int64_t step : one.sampleSteps()) {
        const std::string x = bytesOf(one.sample(step));
        const std::string y = bytesOf(other.sample(step));
        EXPECT_EQ(*host.decode(std::as_bytes(std::span(x))), *host.decode(std::as_bytes(std::span(y))))
            << step;
    }
}

TEST_P(ResumeTest, ResumedTrainingEqualsUnbrokenTraining) {
    const fs::path unbroken = folder / "unbroken";
    const fs::path broken = folder / "broken";
    {
        Session session(folder);
        ASSERT_TRUE(session.start(valuesFor("unbroken")).ok());
        session.step(3);
        ASSERT_TRUE(session.job->edit({"preview_every", int64_t{4}}).ok());
        ASSERT_TRUE(session.job->edit({"gradient_clip", 0.5}).ok());
        EXPECT_EQ(session.runToEnd().next, engine::StepOutcome::Next::Done);
    }
    {
        Session session(folder);
        const auto started = session.start(valuesFor("broken"));
        ASSERT_TRUE(started.ok()) << started.error().text();
        session.step(3);
        ASSERT_TRUE(session.job->edit({"gradient_clip", 0.5}).ok());
        session.step(2);  // the middle of the second epoch's first batches
        ASSERT_TRUE(session.job->stop().ok());
    }
    torch::manual_seed(99);  // whatever the next program does before it resumes
    {
        Session session(folder);
        const auto started = session.start({{"resume", broken.string()}});
        ASSERT_TRUE(started.ok()) << started.error().text();
        EXPECT_EQ(session.runToEnd().next, engine::StepOutcome::Next::Done);
    }
    expectSameCheckpoint(unbroken, broken, 12);
    expectSameMetrics(unbroken, broken);
    expectSameSamples(unbroken, broken);
    EXPECT_EQ(bytesOf(io::RunFolder{unbroken}.edits()), bytesOf(io::RunFolder{broken}.edits()));
}

TEST_P(ResumeTest, SameRecipeSameSeedSameResult) {
    for (const char* run : {"one", "two"}) {
        Session session(folder);
        ASSERT_TRUE(session.start(valuesFor(run)).ok());
        session.runToEnd();
        torch::manual_seed(5);
    }
    expectSameCheckpoint(folder / "one", folder / "two", 12);
}

INSTANTIATE_TEST_SUITE_P(
    EveryModel, ResumeTest,
    ::testing::Values(
        Case{"MlpGanClassic", {{"model", "mlp-gan"}, {"preset", "classic"}}},
        Case{"MlpGanWithDropoutFlipAverageCosine",
             {{"model", "mlp-gan"},
              {"preset", "batch-norm"},
              {"flip", true},
              {"rotate", 10.0},
              {"shift", 0.05},
              {"ema", 0.9},
              {"schedule", "cosine"},
              {"warmup_steps", int64_t{6}}}},
        Case{"MlpGanWidePenalty",
             {{"model", "mlp-gan"},
              {"preset", "wide"},
              {"gan_loss", "wasserstein-gp"},
              {"d_steps", int64_t{2}},
              {"instance_noise", 0.1}}},
        Case{"MlpGanSimultaneousRmsprop",
             {{"model", "mlp-gan"}, {"update", "simultaneous"}, {"optimizer", "rmsprop"}}},
        Case{"Dcgan",
             {{"model", "dcgan"}, {"ema", 0.5}, {"schedule", "step"}, {"schedule_every", int64_t{4}}}},
        Case{"VaeMlpEarlyStopping", {{"model", "vae"}, {"preset", "mlp"}, {"early_stopping", int64_t{50}}}},
        Case{"VaeConvGaussianSgd",
             {{"model", "vae"},
              {"preset", "conv"},
              {"likelihood", "gaussian"},
              {"optimizer", "sgd"},
              {"learning_rate", 1e-6},
              {"kl_warmup", int64_t{9}}}}),
    [](const auto& tested) { return tested.param.name; });

using AlteredCurves = TrainingFixture;

TEST_F(AlteredCurves, AreSaidWhenTheRunGoesOn) {
    const io::RunFolder run{folder / "run"};
    {
        Session session(folder);
        ASSERT_TRUE(session
                        .start({{"data", "idx"},
                                {"data_folder", data.string()},
                                {"batch_size", int64_t{8}},
                                {"steps", int64_t{100}},
                                {"log_every", int64_t{1}},
                                {"out", run.root.string()}})
                        .ok());
        session.step(5);
        ASSERT_TRUE(session.job->stop().ok());
    }
    const auto warningsOnResume = [&] {
        Session session(folder);
        EXPECT_TRUE(session.start({{"resume", run.root.string()}}).ok());
        return std::ranges::count(session.events, EventKind::Warning, &Event::kind);
    };
    EXPECT_EQ(warningsOnResume(), 0);
    const std::string whole = bytesOf(run.metrics());
    std::string flipped = whole;
    char& digit = flipped.at(flipped.rfind('.') + 1);
    digit = digit == '1' ? '2' : '1';
    const std::string cut = whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1);
    for (const std::string& altered : {flipped, cut}) {
        ASSERT_TRUE(io::safeReplace(run.metrics(), altered).ok());
        EXPECT_EQ(warningsOnResume(), 1);
    }
}

}  // namespace
}  // namespace limner::testing
