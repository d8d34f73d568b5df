// Colours moved from one picture to another.
#include <gmock/gmock.h>

#include "core/style/colour.h"
#include "core/style/finish.h"
#include "core/style/pictures.h"
#include "style_fixture.h"

namespace limner::testing {
namespace {

using torch::Tensor;

/// Colours that vary in all three channels and hang together.
Tensor colours(int64_t seed, int64_t side) {
    auto generator = training::makeGenerator(torch::kCPU, static_cast<uint64_t>(seed));
    const Tensor noise = at::randn({3, side * side}, generator, torch::kFloat32) * 0.08;
    const Tensor mix = at::randn({3, 3}, generator, torch::kFloat32);
    return (mix.matmul(noise) + 0.5).view({3, side, side});
}

TEST(StyleColour, MomentsBecomeThoseOfTheStyle) {
    const Tensor content = colours(1, 40);
    const style::ColourMoments model = style::momentsOf(colours(2, 33));
    const style::ColourMoments result = style::momentsOf(style::matchMoments(content, model));
    EXPECT_TRUE(torch::allclose(result.mean, model.mean, 0, 1e-5)) << result.mean;
    EXPECT_TRUE(torch::allclose(result.covariance, model.covariance, 1e-3, 1e-6)) << result.covariance;
}

TEST(StyleColour, ColoursThatMatchAlreadyStayWhereTheyAre) {
    const Tensor content = colours(3, 40);
    EXPECT_TRUE(torch::allclose(style::matchMoments(content, style::momentsOf(content)), content, 0, 1e-4));
    EXPECT_TRUE(torch::allclose(style::matchHistogram(content.clamp(0, 1), style::ColourHistogram(content)),
                                content.clamp(0, 1), 0, 2e-3));
}

TEST(StyleColour, AGreyPictureGetsItsColoursWithoutNoise) {
    Tensor grey = torch::full({3, 20, 20}, 0.5F);
    grey.index_put_({0, 3, 3}, 0.502F);  // as a JPEG has it
    const Tensor result = style::matchMoments(grey, style::momentsOf(colours(4, 30)));
    EXPECT_LT((result - result.mean({1, 2}, true)).abs().max().item<double>(), 0.15);
}

// By hand: four values of equal share become the four of the model in the order of their size.
TEST(StyleColour, AHistogramIsMatchedByRank) {
    const Tensor picture = torch::tensor({0.9F, 0.1F, 0.4F, 0.2F}).view({1, 2, 2}).expand({3, 2, 2});
    const Tensor model = torch::tensor({0.3F, 0.5F, 0.6F, 0.8F}).view({1, 2, 2}).expand({3, 2, 2});
    const Tensor expected = torch::tensor({0.8F, 0.3F, 0.6F, 0.5F}).view({1, 2, 2}).expand({3, 2, 2});
    const Tensor result = style::matchHistogram(picture, style::ColourHistogram(model));
    EXPECT_TRUE(torch::allclose(result, expected, 0, 1.0 / 4096)) << result[0];
}

TEST(StyleColour, EqualValuesStayEqualAndTheOrderStays) {
    const Tensor picture = colours(5, 30).clamp(0, 1);
    const Tensor result = style::matchHistogram(picture, style::ColourHistogram(colours(6, 30)));
    const auto [sorted, order] = picture[1].flatten().sort();
    const Tensor along = result[1].flatten().index_select(0, order);
    EXPECT_GE((along.slice(0, 1) - along.slice(0, 0, -1)).min().item<double>(), 0);
    const Tensor flat = torch::full({3, 9, 9}, 0.25F);
    const Tensor changed = style::matchHistogram(flat, style::ColourHistogram(picture));
    EXPECT_EQ((changed[0] - changed[0][0][0]).abs().max().item<double>(), 0);
}

// Half of each: the mean lies between, and what tells the two apart adds to the variance.
TEST(StyleColour, TwoStylesAreMixedAsIfTheyWereOnePicture) {
    const Tensor one = torch::full({3, 4, 4}, 0.2F);
    const Tensor two = torch::full({3, 4, 4}, 0.6F);
    const auto mixed = style::mixed({style::momentsOf(one), style::momentsOf(two)}, {1, 1});
    const auto whole = style::momentsOf(torch::cat({one, two}, 2));
    EXPECT_TRUE(torch::allclose(mixed.mean, whole.mean));
    EXPECT_TRUE(torch::allclose(mixed.covariance, whole.covariance));
    EXPECT_NEAR(style::mixed({style::momentsOf(one), style::momentsOf(two)}, {3, 1}).mean[0].item<double>(),
                0.3, 1e-6);
}

TEST(StyleColour, LuminanceKeepsEveryColourInItsPlace) {
    const Image content = wavyPicture(32, 24, 15);
    const Tensor stylised = style::toTensor(wavyPicture(32, 24, 4, 2)) * 0.3 + 0.35;
    const style::Finish finish(content, Image(), Tensor(), style::Colours::Luminance);
    const Tensor result = style::toTensor(finish.apply(stylised));
    const Tensor before = style::toTensor(content);
    const Tensor moved = result - before;
    const Tensor isInside = ((result > 0.01) & (result < 0.99)).all(0);
    const Tensor difference = (moved[0] - moved[2]).masked_select(isInside);
    EXPECT_GT(difference.numel(), 200);
    EXPECT_LT(difference.abs().max().item<double>(), 2.1 / 255) << "all channels move alike";
    EXPECT_LT((style::lumaOf(result)[0] - style::lumaOf(stylised)[0])
                  .masked_select(isInside)
                  .abs()
                  .max()
                  .item<double>(),
              2.1 / 255);
}

TEST(StyleColour, HistogramGivesTheResultThePaletteOfTheContent) {
    const Image content = wavyPicture(32, 24, 15);
    const style::Finish finish(content, Image(), Tensor(), style::Colours::Histogram);
    const Tensor result = style::toTensor(finish.apply(style::toTensor(wavyPicture(32, 24, 4, 2)) * 0.2));
    EXPECT_TRUE(torch::allclose(style::momentsOf(result).mean,
                                style::momentsOf(style::toTensor(content)).mean, 0, 0.02));
}

TEST(StyleColour, AFeatherReachesOnlyInwards) {
    Image mask(20, 20, 1);
    for (int y = 5; y < 15; ++y) std::fill_n(mask.at(5, y), 10, uint8_t{255});
    const Tensor region = style::regionOf(mask, 4);
    EXPECT_EQ(region[0][4][10].item<float>(), 0);
    EXPECT_GT(region[0][5][10].item<float>(), 0);
    EXPECT_LT(region[0][5][10].item<float>(), 0.3);
    EXPECT_EQ(region[0][10][10].item<float>(), 1);
    EXPECT_EQ(style::regionOf(mask, 0)[0][5][10].item<float>(), 1);
}

}  // namespace
}  // namespace limner::testing
