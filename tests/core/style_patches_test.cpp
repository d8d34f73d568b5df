// The search for patches, the picture made of them, and the plan of a synthesis.
#include <gmock/gmock.h>

#include "core/internal/random.h"
#include "core/style/patch_index.h"
#include "core/style/patch_plan.h"
#include "core/style/patch_quilt.h"
#include "style_fixture.h"

namespace limner::testing {
namespace {

using style::PatchPlace;
using torch::Tensor;

Tensor noise(std::vector<int64_t> shape, uint64_t seed) {
    auto generator = training::makeGenerator(torch::kCPU, seed);
    return at::rand(shape, generator, torch::kFloat32);
}

// Against all distances, one by one, in double precision.
TEST(PatchSearch, EqualsBruteForce) {
    const Tensor queries = noise({301, 23}, 1);
    const Tensor known = noise({9001, 23}, 2);
    const std::vector<int32_t> found = style::nearestRows(queries, known);
    ASSERT_EQ(found.size(), 301u);
    const Tensor exact = known.to(torch::kFloat64);
    for (int64_t i = 0; i < 301; ++i) {
        const Tensor distances = (exact - queries[i].to(torch::kFloat64)).square().sum(1);
        const double least = distances.min().item<double>();
        EXPECT_LT(distances[found[static_cast<size_t>(i)]].item<double>(), least + 1e-5) << i;
    }
}

TEST(PatchSearch, FindsEveryPatchWhereItWasTaken) {
    const Tensor picture = noise({40, 44, 3}, 3);
    for (const int side : {5, 9, 13}) {
        auto generator = training::makeGenerator(torch::kCPU, 1);
        const style::PatchIndex index({picture}, {1}, side, 1'000'000, generator);
        EXPECT_EQ(index.count(), (40 - side + 1) * (44 - side + 1));
        const auto places = style::PatchGrid(40, 44, side, 3).places();
        EXPECT_EQ(index.nearest(index.prepared(picture), places), places) << side;
    }
}

TEST(PatchSearch, GivesTheSameInPiecesAndInOne) {
    const Tensor picture = noise({60, 60, 3}, 4);
    auto generator = training::makeGenerator(torch::kCPU, 1);
    const style::PatchIndex index({noise({50, 50, 3}, 5)}, {1}, 7, 500, generator);
    const auto places = style::PatchGrid(60, 60, 7, 2).places();
    const Tensor prepared = index.prepared(picture);
    std::vector<PatchPlace> pieces;
    for (size_t first = 0; first < places.size(); first += 97) {
        const size_t count = std::min<size_t>(97, places.size() - first);
        const auto some = index.nearest(prepared, std::span(places).subspan(first, count));
        pieces.insert(pieces.end(), some.begin(), some.end());
    }
    EXPECT_EQ(pieces, index.nearest(prepared, places));
}

TEST(PatchSearch, WeightsAreSharesOfThePatches) {
    auto generator = training::makeGenerator(torch::kCPU, 1);
    const Tensor dark = noise({50, 50, 3}, 6) * 0.1;
    const Tensor light = dark + 0.9;
    const style::PatchIndex index({dark, light}, {3, 1}, 5, 400, generator);
    EXPECT_EQ(index.count(), 400);
    const auto places = style::PatchGrid(50, 50, 5, 5).places();
    for (const PatchPlace& place : index.nearest(index.prepared(light), places)) EXPECT_EQ(place.picture, 1);
    for (const PatchPlace& place : index.nearest(index.prepared(dark), places)) EXPECT_EQ(place.picture, 0);
}

TEST(PatchQuilt, PatchesThatAgreeGiveThePictureBack) {
    const Tensor picture = noise({31, 37, 3}, 7);
    auto generator = training::makeGenerator(torch::kCPU, 1);
    const style::PatchIndex index({picture}, {1}, 9, 1'000'000, generator);
    const style::PatchGrid grid(31, 37, 9, 4);
    const Tensor quilt = style::robustAverage(torch::zeros_like(picture), grid, index, grid.places(), 2);
    EXPECT_TRUE(torch::allclose(quilt, picture, 0, 1e-5));
}

// A mean would lie at a ninth of the way to the stranger; the robust one hardly moves.
TEST(PatchQuilt, AStrangerAmongThePatchesIsOverruled) {
    const Tensor styles = torch::cat({torch::full({9, 9, 3}, 0.2F), torch::full({9, 9, 3}, 1.0F)}, 1);
    auto generator = training::makeGenerator(torch::kCPU, 1);
    const style::PatchIndex index({styles}, {1}, 9, 1'000'000, generator);
    const style::PatchGrid grid(27, 27, 9, 3);
    std::vector<PatchPlace> found(grid.places().size(), {0, 0, 0});
    found[24] = {0, 0, 9};  // the middle of 7 × 7
    const Tensor quilt = style::robustAverage(torch::full({27, 27, 3}, 0.2F), grid, index, found, 3);
    EXPECT_NEAR(quilt[13][13][0].item<double>(), 0.2, 0.02);
}

TEST(PatchPlan, EveryPixelLiesUnderAPatch) {
    for (const int side : {3, 8, 9, 33})
        for (const int64_t length : {33, 34, 50, 97}) {
            for (const uint64_t seed : {0, 7}) {
                const style::PatchGrid grid(length, length, side, (side + 1) / 2, seed);
                EXPECT_EQ(grid.ys().front(), 0);
                EXPECT_EQ(grid.ys().back(), length - side);
                for (size_t i = 1; i < grid.ys().size(); ++i)
                    EXPECT_LE(grid.ys()[i] - grid.ys()[i - 1], side);
            }
        }
}

TEST(PatchPlan, GoesFromCoarseToFineAndFromLargeToSmall) {
    const style::PatchPlan plan = style::planPatches({320, 240}, 240, 3, 1);
    EXPECT_EQ(plan.levels, 3);
    EXPECT_EQ(plan.rounds.front(), (style::PatchRound{0, 21, 9}));  // 33 is more than half of 60
    EXPECT_EQ(plan.rounds.back(), (style::PatchRound{2, 8, 2}));
    for (size_t i = 1; i < plan.rounds.size(); ++i) {
        const auto& before = plan.rounds[i - 1];
        const auto& after = plan.rounds[i];
        EXPECT_TRUE(after.level > before.level || (after.level == before.level && after.side <= before.side));
    }
    EXPECT_EQ(style::planPatches({4096, 4096}, 4096, 3, 1).levels, 6)
        << "as coarse at the start as 512 pixels";
    EXPECT_TRUE(style::planPatches({64, 8}, 8, 3, 1).rounds.empty());
}

TEST(PatchPlan, LevelsHalveAndNeverVanish) {
    EXPECT_EQ(style::levelSize({320, 240}, 0, 3), (style::PixelSize{80, 60}));
    EXPECT_EQ(style::levelSize({320, 240}, 2, 3), (style::PixelSize{320, 240}));
    EXPECT_EQ(style::levelSize({100, 3}, 0, 4), (style::PixelSize{13, 1}));
}

}  // namespace
}  // namespace limner::testing
