// Random changes of training pictures: what they may do and how far they go.
#include "core/training/variation.h"

#include <gtest/gtest.h>

#include "core/internal/random.h"

namespace limner::training {
namespace {

TEST(VariationTest, MirrorsAboutHalfOfThePicturesLeftToRight) {
    const auto pictures = torch::tensor({0.f, 1.f}).view({1, 1, 1, 2}).repeat({400, 1, 1, 1});
    at::Generator generator = makeGenerator(torch::kCPU, 1);
    const auto left = varied(pictures, {.flips = true}, generator).select(3, 0);
    const auto mirrored = left.sum().item<double>();
    EXPECT_GT(mirrored, 160);  // 200 is expected, with a standard deviation of 10
    EXPECT_LT(mirrored, 240);
}

TEST(VariationTest, DrawsNothingWhereNothingVaries) {
    at::Generator generator = makeGenerator(torch::kCPU, 1);
    const std::string before = stateOf(generator);
    const auto pictures = torch::rand({2, 1, 8, 8});
    EXPECT_TRUE(varied(pictures, {}, generator).is_same(pictures));
    EXPECT_EQ(stateOf(generator), before);
}

/// 500 black pictures of 33 pixels with a dot 10 pixels to the right of the middle.
torch::Tensor dots() {
    torch::Tensor pictures = torch::zeros({500, 1, 33, 33});
    pictures.slice(2, 15, 18).slice(3, 25, 28) = 1;
    return pictures;
}

struct Places {
    torch::Tensor x, y;  ///< in pixels from the middle, [N]
};

/// Where the dot is: the mean of the pixels' places, weighted by their brightness.
Places placesOf(const torch::Tensor& pictures) {
    const auto side = pictures.size(3);
    const auto axis = torch::arange(side, torch::kFloat32) - static_cast<double>(side - 1) / 2;
    const auto mass = pictures.sum({1, 2, 3});
    return {(pictures.sum({1, 2}) * axis).sum(1) / mass, (pictures.sum({1, 3}) * axis).sum(1) / mass};
}

TEST(VariationTest, MovesByUpToTheShareOfTheSide) {
    at::Generator generator = makeGenerator(torch::kCPU, 3);
    const Places places = placesOf(varied(dots(), {.shift = 0.1}, generator));
    EXPECT_NEAR(places.x.min().item<double>(), 10 - 3.3, 0.2);
    EXPECT_NEAR(places.x.max().item<double>(), 10 + 3.3, 0.2);
    EXPECT_NEAR(places.y.min().item<double>(), -3.3, 0.2);
    EXPECT_NEAR(places.y.max().item<double>(), 3.3, 0.2);
}

TEST(VariationTest, TurnsAboutTheMiddle) {
    at::Generator generator = makeGenerator(torch::kCPU, 3);
    const Places places = placesOf(varied(dots(), {.degrees = 30}, generator));
    EXPECT_LT((torch::hypot(places.x, places.y) - 10).abs().max().item<double>(), 0.3);
    EXPECT_NEAR(places.y.max().item<double>(), 5, 0.2) << "10 pixels times the sine of 30 degrees";
}

TEST(VariationTest, ScalesAboutTheMiddle) {
    at::Generator generator = makeGenerator(torch::kCPU, 3);
    const Places places = placesOf(varied(dots(), {.zoom = 0.25}, generator));
    EXPECT_NEAR(places.x.min().item<double>(), 8, 0.2);
    EXPECT_NEAR(places.x.max().item<double>(), 12.5, 0.2);
    EXPECT_LT(places.y.abs().max().item<double>(), 0.1);
}

}  // namespace
}  // namespace limner::training
