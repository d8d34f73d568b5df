// Batches of text: what each row holds, and in which order rows come.
#include "core/training/text_feed.h"

#include <gmock/gmock.h>

#include <set>

#include "core/internal/random.h"
#include "core/language/tokenizer.h"

namespace limner::training {
namespace {

ParamValues values(int64_t batchSize, int64_t seed = 1) {
    return {{"batch_size", batchSize}, {"seed", seed}};
}

/// A text whose tokens are their own places.
TextFeed counting(int64_t length, int64_t window, bool carries, const ParamValues& given = values(4)) {
    const torch::Tensor tokens = torch::arange(length, torch::kInt32);
    return {TextParts{tokens, tokens.slice(0, 0, 0), tokens.slice(0, 0, 0)},
            language::makeByteTokenizer(),
            window,
            carries,
            given,
            torch::kCPU};
}

at::Generator anyGenerator() {
    return makeGenerator(torch::kCPU, 1);
}

TEST(TextParts, TheLastSharesAreSetAsideInOrder) {
    const auto parts = splitText(torch::arange(100, torch::kInt32), 0.1, 0.2);
    EXPECT_EQ(parts.train.size(0), 70);
    EXPECT_EQ(parts.validation[0].item<int>(), 70);
    EXPECT_EQ(parts.test[0].item<int>(), 80);
    EXPECT_EQ(parts.test.size(0), 20);
}

TEST(TextFeed, TargetsAreTheTokensThatFollow) {
    auto generator = anyGenerator();
    for (const bool carries : {false, true}) {
        auto feed = counting(100, 8, carries);
        const models::Batch batch = feed.training({0, 1}, generator);
        EXPECT_EQ(batch.inputs.sizes(), (std::vector<int64_t>{4, 8}));
        EXPECT_TRUE(batch.targets.equal(batch.inputs + 1));
    }
}

TEST(TextFeed, AnEpochShowsEveryWindowOnce) {
    auto generator = anyGenerator();
    auto feed = counting(12 * 8 + 5, 8, false);
    ASSERT_EQ(feed.batchesPerEpoch(), 3);
    std::set<int64_t> seen;
    for (int64_t i = 0; i < 3; ++i) {
        const auto batch = feed.training({0, i}, generator).inputs.contiguous();
        for (int64_t token = 0; token < batch.numel(); ++token)
            EXPECT_TRUE(seen.insert(batch.const_data_ptr<int64_t>()[token]).second);
    }
    EXPECT_EQ(seen.size(), 96u);
}

TEST(TextFeed, EpochsDifferAndAPositionIsTakenUpExactly) {
    auto generator = anyGenerator();
    auto feed = counting(1000, 8, false), again = counting(1000, 8, false);
    const auto first = feed.training({0, 2}, generator).inputs;
    const auto second = feed.training({1, 2}, generator).inputs;
    EXPECT_FALSE(first.equal(second));
    EXPECT_TRUE(again.training({1, 2}, generator).inputs.equal(second)) << "without the epoch before";
    auto other = counting(1000, 8, false, values(4, 2));
    EXPECT_FALSE(other.training({0, 2}, generator).inputs.equal(first));
}

TEST(TextFeed, LanesGoOnFromBatchToBatch) {
    auto generator = anyGenerator();
    auto feed = counting(1000, 8, true);
    const models::Batch first = feed.training({0, 0}, generator), next = feed.training({0, 1}, generator);
    EXPECT_FALSE(first.continues);
    EXPECT_TRUE(next.continues);
    EXPECT_TRUE(next.inputs.select(1, 0).equal(first.targets.select(1, 7)));
    EXPECT_FALSE(feed.training({1, 0}, generator).continues) << "an epoch begins the text anew";
}

TEST(TextFeed, HeldOutWindowsAreNeverTrainedOn) {
    const auto parts = splitText(torch::arange(200, torch::kInt32), 0.2, 0.2);
    TextFeed feed(parts, language::makeByteTokenizer(), 10, false, values(2), torch::kCPU);
    EXPECT_EQ(feed.count(HeldOut::Validation), 3);
    const auto batch = feed.heldOut(HeldOut::Validation, 0, 3);
    EXPECT_EQ(batch.inputs.min().item<int64_t>(), 120);
    EXPECT_LT(batch.targets.max().item<int64_t>(), 160);
    EXPECT_EQ(feed.unitsIn(batch), 30);
}

TEST(TextFeed, ATextShorterThanAWindowIsRefused) {
    EXPECT_THROW(counting(8, 8, false), std::invalid_argument);
}

}  // namespace
}  // namespace limner::training
