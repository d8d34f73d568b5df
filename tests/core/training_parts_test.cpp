// The small parts of training, each against numbers worked out by hand.
#include <torch/nn/modules.h>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

#include "core/internal/random.h"
#include "core/internal/sheet.h"
#include "core/training/batches.h"
#include "core/training/early_stopping.h"
#include "core/training/ema.h"
#include "core/training/finite.h"
#include "core/training/pace.h"
#include "core/training/schedule.h"
#include "core/training/summary.h"
#include "core/training/weights.h"

namespace limner::training {
namespace {

std::vector<int64_t> listOf(const torch::Tensor& tensor) {
    return {tensor.const_data_ptr<int64_t>(), tensor.const_data_ptr<int64_t>() + tensor.numel()};
}

std::vector<int64_t> epochOf(BatchOrder& order, int64_t epoch) {
    std::vector<int64_t> all;
    for (int64_t batch = 0; batch < order.batchesPerEpoch(); ++batch) {
        for (const int64_t row : listOf(order.at({epoch, batch}).contiguous())) all.push_back(row);
    }
    return all;
}

TEST(BatchOrderTest, AnEpochShowsEveryPictureOnceInAnOrderOfItsOwn) {
    BatchOrder order(torch::arange(100, 110), 4, 3);
    EXPECT_EQ(order.batchesPerEpoch(), 3);
    const auto first = epochOf(order, 0);
    const auto second = epochOf(order, 1);
    EXPECT_EQ(std::set<int64_t>(first.begin(), first.end()).size(), 10u);
    EXPECT_EQ(std::set<int64_t>(second.begin(), second.end()).size(), 10u);
    EXPECT_NE(first, second);
    EXPECT_GE(*std::ranges::min_element(first), 100);
}

TEST(BatchOrderTest, TheSamePositionShowsTheSamePicturesWhateverCameBefore) {
    BatchOrder inOrder(torch::arange(50), 8, 3);
    epochOf(inOrder, 0);
    BatchOrder jumped(torch::arange(50), 8, 3);
    EXPECT_EQ(listOf(inOrder.at({1, 2})), listOf(jumped.at({1, 2})));
    BatchOrder otherSeed(torch::arange(50), 8, 4);
    EXPECT_NE(listOf(otherSeed.at({1, 2})), listOf(jumped.at({1, 2})));
}

TEST(BatchOrderTest, NoBatchHoldsOneSinglePicture) {
    BatchOrder nine(torch::arange(9), 4, 1);
    EXPECT_EQ(nine.batchesPerEpoch(), 2);
    BatchOrder ten(torch::arange(10), 4, 1);
    EXPECT_EQ(ten.at({0, 2}).size(0), 2);
    BatchOrder few(torch::arange(3), 64, 1);
    EXPECT_EQ(few.at({0, 0}).size(0), 3);
    EXPECT_THROW(BatchOrder(torch::arange(1), 4, 1), std::invalid_argument);
}

TEST(BatchOrderTest, PositionsCountOn) {
    EXPECT_EQ(after({0, 1}, 3), (BatchPosition{0, 2}));
    EXPECT_EQ(after({0, 2}, 3), (BatchPosition{1, 0}));
    EXPECT_DOUBLE_EQ(epochsAt({2, 1}, 3), 2 + 1.0 / 3);
}

TEST(BatchMakerTest, ScalesBytesToTheRangeOfTheModel) {
    const auto bytes = torch::tensor({0, 255, 51, 102}, torch::kUInt8).view({2, 1, 1, 2});
    const auto labels = torch::tensor({5, 6}, torch::kInt64);
    BatchMaker asSigned(bytes, labels, true, torch::kCPU);
    const auto batch = asSigned.make(torch::tensor({1, 0}, torch::kInt64));
    EXPECT_TRUE(torch::allclose(batch.inputs.flatten(), torch::tensor({-0.6f, -0.2f, -1.0f, 1.0f})));
    EXPECT_EQ(listOf(batch.targets), (std::vector<int64_t>{6, 5}));
    BatchMaker asUnit(bytes, labels, false, torch::kCPU);
    EXPECT_TRUE(torch::allclose(asUnit.make(torch::tensor({1}, torch::kInt64)).inputs.flatten(),
                                torch::tensor({0.2f, 0.4f})));
}

TEST(ScheduleTest, FollowsTheFormulas) {
    const ParamValues constant{{"schedule", "constant"}, {"warmup_steps", int64_t{0}}};
    EXPECT_DOUBLE_EQ(scheduleFactor(constant, 0, 10), 1);
    const ParamValues warm{{"schedule", "constant"}, {"warmup_steps", int64_t{4}}};
    EXPECT_DOUBLE_EQ(scheduleFactor(warm, 0, 10), 0.25);
    EXPECT_DOUBLE_EQ(scheduleFactor(warm, 3, 10), 1);
    EXPECT_DOUBLE_EQ(scheduleFactor(warm, 9, 10), 1);
    const ParamValues cosine{{"schedule", "cosine"}, {"warmup_steps", int64_t{0}}};
    EXPECT_DOUBLE_EQ(scheduleFactor(cosine, 0, 10), 1);
    EXPECT_NEAR(scheduleFactor(cosine, 5, 10), 0.5, 1e-12);
    EXPECT_NEAR(scheduleFactor(cosine, 10, 10), 0, 1e-12);
    const ParamValues steps{{"schedule", "step"},
                            {"warmup_steps", int64_t{2}},
                            {"schedule_every", int64_t{3}},
                            {"schedule_factor", 0.1}};
    EXPECT_DOUBLE_EQ(scheduleFactor(steps, 0, 10), 0.5);
    EXPECT_DOUBLE_EQ(scheduleFactor(steps, 2, 10), 1);
    EXPECT_DOUBLE_EQ(scheduleFactor(steps, 3, 10), 0.1);
    EXPECT_NEAR(scheduleFactor(steps, 8, 10), 0.01, 1e-12);
}

TEST(EarlyStoppingTest, EndsAfterSoManyValidationsWithoutGain) {
    EarlyStopping stopping;
    EXPECT_TRUE(stopping.record(10, 5));
    EXPECT_TRUE(stopping.record(20, 4));
    EXPECT_FALSE(stopping.record(30, 4));
    EXPECT_FALSE(stopping.isOver(2));
    EXPECT_FALSE(stopping.record(40, std::nan("")));
    EXPECT_TRUE(stopping.isOver(2));
    EXPECT_FALSE(stopping.isOver(0));
    EXPECT_EQ(stopping.bestStep, 20);
    EXPECT_TRUE(stopping.record(50, 3));
    EXPECT_FALSE(stopping.isOver(2));
}

TEST(FiniteTest, FindsOneBadNumberAnywhere) {
    for (const int64_t size : {1, 15, 4096, 300'001}) {
        torch::Tensor values = torch::full({size}, -3e38f);
        EXPECT_TRUE(isFinite(values));
        for (const float bad : {std::nanf(""), std::numeric_limits<float>::infinity()}) {
            for (const int64_t place : {int64_t{0}, size / 2, size - 1}) {
                torch::Tensor spoilt = values.clone();
                spoilt[place] = -bad;
                EXPECT_FALSE(isFinite(spoilt)) << size << " at " << place;
            }
        }
    }
    EXPECT_FALSE(isFinite(torch::tensor({0.0, std::nan("")}, torch::kFloat64)));
    EXPECT_TRUE(isFinite(torch::ones({4, 4}).t()));
}

TEST(EmaTest, AveragesAsTheFormulaSaysAndLendsItsWeights) {
    torch::nn::BatchNorm1d layer(1);  // a weight of 1, a bias of 0, and buffers
    Ema ema(*layer);
    ema.update();
    EXPECT_TRUE(ema.tensors().empty());
    ema.setDecay(0.75);
    {
        const torch::NoGradGuard noGrad;
        layer->weight.fill_(5);
        layer->running_mean.fill_(7);
    }
    ema.update();  // 0.75 * 1 + 0.25 * 5
    EXPECT_FLOAT_EQ(ema.tensors()[0].second.item<float>(), 2);
    {
        const AveragedWeights lent(ema);
        EXPECT_FLOAT_EQ(layer->weight.item<float>(), 2);
        EXPECT_FLOAT_EQ(layer->running_mean.item<float>(), 7);
    }
    EXPECT_FLOAT_EQ(layer->weight.item<float>(), 5);
    ema.setDecay(0);
    ema.setDecay(0.5);
    EXPECT_FLOAT_EQ(ema.tensors()[0].second.item<float>(), 5);  // begun anew
}

TEST(WeightsTest, RefusesAnotherArchitectureInOneSentence) {
    const torch::nn::Linear small(2, 3);
    const torch::nn::Linear large(4, 3);
    const auto before = small->weight.clone();
    const auto named = weightsOf({{"net", large.ptr(), ""}});
    const auto loaded = loadWeights({{"net", small.ptr(), ""}}, {named.begin(), named.end()});
    ASSERT_FALSE(loaded.ok());
    EXPECT_EQ(loaded.error().code, ErrorCode::Mismatch);
    EXPECT_EQ(loaded.error().message.text(),
              "The weights are of another architecture: net.weight is 3×4 there and 3×2 here.");
    EXPECT_TRUE(torch::equal(small->weight, before));
    EXPECT_FALSE(loadWeights({{"other", small.ptr(), ""}}, {named.begin(), named.end()}).ok());
}

TEST(RandomTest, StreamsOfOneSeedAreDifferentAndStatesComeBack) {
    EXPECT_NE(seedOf(1, Stream::Steps), seedOf(1, Stream::Order));
    EXPECT_NE(seedOf(1, Stream::Order, 0), seedOf(1, Stream::Order, 1));
    at::Generator generator = makeGenerator(torch::kCPU, 5);
    torch::randn({3}, generator);  // leaves a cached number behind
    const std::string state = stateOf(generator);
    const auto next = torch::randn({5}, generator);
    ASSERT_TRUE(restoreState(generator, state).ok());
    EXPECT_TRUE(torch::equal(torch::randn({5}, generator), next));
    EXPECT_FALSE(restoreState(generator, "too short").ok());
}

TEST(RandomTest, JobsThatTakeTurnsDoNotDisturbEachOther) {
    const auto draw = [] { return torch::rand({1}).item<float>(); };
    ProcessTurns alone;
    alone.take(JobId{1}, torch::kCPU, 8);
    const float first = draw();
    const float second = draw();
    ProcessTurns turns;
    turns.take(JobId{1}, torch::kCPU, 8);
    EXPECT_EQ(draw(), first);
    turns.take(JobId{2}, torch::kCPU, 9);
    draw();
    turns.take(JobId{1}, torch::kCPU, 8);
    EXPECT_EQ(draw(), second);
}

TEST(SummaryTest, KnowsTheLastAndTheBest) {
    MetricLog log({"loss", "d_accuracy_real", "learning_rate", "validation_loss"});
    log.append(1, 0, 0, {3, 0.5, 0.1, std::nan("")});
    log.append(2, 0, 0, {1, 0.9, 0.1, 7});
    log.append(3, 0, 0, {2, 0.6, 0.1, std::nan("")});
    const auto table = log.table();
    EXPECT_EQ(lastValues(*table),
              (std::map<std::string, double>{
                  {"loss", 2}, {"d_accuracy_real", 0.6}, {"learning_rate", 0.1}, {"validation_loss", 7}}));
    EXPECT_EQ(bestValues(*table),
              (std::map<std::string, double>{{"loss", 1}, {"d_accuracy_real", 0.9}, {"validation_loss", 7}}));
}

TEST(PaceTest, CountsTheLastSecondsAndTheWhole) {
    Pace pace(100);
    EXPECT_EQ(pace.stepsPerSecond(), 0);
    for (int i = 1; i <= 20; ++i) pace.note(100 + i, 2, 10);
    EXPECT_DOUBLE_EQ(pace.stepsPerSecond(), 2);
    EXPECT_DOUBLE_EQ(pace.meanUnitsPerSecond(), 10);
    for (int i = 1; i <= 10; ++i) pace.note(120 + i, 4, 20);
    EXPECT_DOUBLE_EQ(pace.stepsPerSecond(), 4);
    EXPECT_GT(pace.meanUnitsPerSecond(), 10);
}

TEST(SheetTest, LaysTilesOutInRowsAndRounds) {
    const auto pictures = torch::tensor({-1.0f, 1.0f, 0.0f, 2.0f, -3.0f, 0.5f}).view({3, 1, 1, 2});
    const SampleSheet sheet = generation::sheetOf(pictures, {1, 2, true}, 2, 9);
    EXPECT_EQ(sheet.sheet.width, 4);
    EXPECT_EQ(sheet.sheet.height, 2);
    EXPECT_EQ(sheet.step, 9);
    EXPECT_EQ(sheet.sheet.bytes, (std::vector<uint8_t>{0, 255, 128, 255, 0, 191, 0, 0}));
    const auto colour = torch::tensor({0.0f, 0.2f, 1.0f}).view({1, 3, 1, 1});
    EXPECT_EQ(generation::sheetOf(colour, {3, 1, false}, 8, 0).sheet.bytes,
              (std::vector<uint8_t>{0, 51, 255}));
}

}  // namespace
}  // namespace limner::training
