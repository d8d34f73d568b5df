// Splits: what holds for every size, share and seed.
#include <set>

#include "dataset_files.h"

namespace limner::datasets {
namespace {

using namespace datasets::testing;
using ::testing::ElementsAre;

PictureSet setOf(int64_t count, int64_t officialTestFrom = -1) {
    return {.pictures = torch::zeros({count, 1, 1, 1}, torch::kUInt8),
            .labels = torch::zeros({count}, torch::kInt64),
            .officialTestFrom = officialTestFrom};
}

/// All indices of the three parts; fails where one occurs twice.
std::set<int64_t> allOf(const Split& parts) {
    std::set<int64_t> all;
    for (const torch::Tensor& part : {parts.train, parts.validation, parts.test}) {
        EXPECT_EQ(part.scalar_type(), torch::kInt64);
        for (const int64_t index : asVector(part)) EXPECT_TRUE(all.insert(index).second) << index << " twice";
    }
    return all;
}

TEST(Split, PartsAreDisjointAndCoverTheSet) {
    for (const int64_t count : {1, 2, 3, 7, 100, 1001}) {
        for (const double share : {0.0, 0.001, 0.1, 0.5}) {
            const Split parts = split(setOf(count), share, share, 7);
            const auto all = allOf(parts);
            EXPECT_EQ(static_cast<int64_t>(all.size()), count);
            EXPECT_EQ(*all.begin(), 0);
            EXPECT_EQ(*all.rbegin(), count - 1);
            EXPECT_GE(parts.train.numel(), 1);
            EXPECT_EQ(parts.validation.numel() > 0, share > 0 && count >= 2) << count << " " << share;
        }
    }
}

TEST(Split, SharesAreShares) {
    const Split parts = split(setOf(1000), 0.02, 0.1, 7);
    EXPECT_EQ(parts.validation.numel(), 20);
    EXPECT_EQ(parts.test.numel(), 100);
    EXPECT_EQ(parts.train.numel(), 880);
}

TEST(Split, TheOfficialTestPartIsTheTestPart) {
    const Split parts = split(setOf(10, 7), 0.3, 0.5, 7);
    EXPECT_THAT(asVector(parts.test), ElementsAre(7, 8, 9));
    EXPECT_EQ(parts.validation.numel(), 2);
    EXPECT_EQ(allOf(parts).size(), 10u);
}

TEST(Split, TheSeedAloneDecides) {
    const auto validation = [](uint64_t seed) {
        return asVector(split(setOf(500), 0.1, 0.1, seed).validation);
    };
    const auto first = validation(3);
    at::manual_seed(99);  // the process-wide generator has no say
    EXPECT_EQ(validation(3), first);
    EXPECT_NE(validation(4), first);
}

TEST(Split, ValidationIsDrawnFromEverywhere) {
    const auto drawn = asVector(split(setOf(10000), 0.5, 0, 1).validation);
    const auto inFirstHalf =
        std::count_if(drawn.begin(), drawn.end(), [](int64_t index) { return index < 5000; });
    EXPECT_NEAR(static_cast<double>(inFirstHalf), 2500, 150);  // four standard deviations of a fair draw
}

}  // namespace
}  // namespace limner::datasets
