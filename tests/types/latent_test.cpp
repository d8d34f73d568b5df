// Latent points: their text reads back to the same bits, and the ways between them go where they should.
#include "core/types/latent.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <clocale>
#include <cmath>
#include <limits>
#include <locale>
#include <random>

using namespace limner;
using testing::HasSubstr;

namespace {

Latent randomPoint(size_t size, uint32_t seed) {
    std::mt19937 generator(seed);
    std::normal_distribution<float> normal;
    Latent point(size);
    for (float& x : point) x = normal(generator);
    return point;
}

double lengthOf(const Latent& point) {
    double squares = 0;
    for (const float x : point) squares += double{x} * double{x};
    return std::sqrt(squares);
}

double angleBetween(const Latent& a, const Latent& b) {
    double dot = 0;
    for (size_t i = 0; i < a.size(); ++i) dot += double{a[i]} * double{b[i]};
    return std::acos(std::min(1.0, dot / lengthOf(a) / lengthOf(b)));
}

void expectSameBits(const Latent& a, const Latent& b) {
    ASSERT_EQ(a.size(), b.size());
    for (size_t i = 0; i < a.size(); ++i)
        EXPECT_EQ(std::bit_cast<uint32_t>(a[i]), std::bit_cast<uint32_t>(b[i])) << a[i];
}

void expectNear(const Latent& a, const Latent& b, float tolerance) {
    ASSERT_EQ(a.size(), b.size());
    for (size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], tolerance) << "number " << i;
}

}  // namespace

TEST(LatentText, ReadsBackToTheSameBits) {
    using Limits = std::numeric_limits<float>;
    Latent point = randomPoint(1000, 7);
    for (const float edge : {0.0F, -0.0F, Limits::denorm_min(), -Limits::denorm_min(), 1e-40F, Limits::min(),
                             Limits::max(), Limits::lowest(), 0.1F, 16777217.0F, 1.0F / 3})
        point.push_back(edge);
    const auto again = latentOfText(latentText(point));
    ASSERT_TRUE(again.ok()) << again.error().text();
    expectSameBits(*again, point);
}

TEST(LatentText, IsShortAndReadable) {
    EXPECT_EQ(latentText(Latent{0.25F, -1.5F, -0.0F, 0.1F}), "0.25,-1.5,-0,0.1");
    EXPECT_EQ(latentText(Latent{}), "");
    EXPECT_TRUE(latentOfText("").value().empty());
    EXPECT_EQ(*latentOfText(" 1 , 2.5e-1 "), (Latent{1, 0.25F}));
}

TEST(LatentText, RefusesWhatIsNoPoint) {
    for (const char* text : {",", "1,", ",1", "1,,2", "1;2", "nan", "1,inf", "1,-infinity", "1e99", "0x10",
                             "1.5f", "one", "1 2", "--1"})
        EXPECT_FALSE(latentOfText(text).ok()) << text;
    const auto refused = latentOfText("0.5,hello,1");
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(refused.error().text(), HasSubstr("“hello”"));
}

TEST(LatentText, DoesNotDependOnTheLocale) {
    struct Comma : std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
    };
    const std::locale before = std::locale::global(std::locale(std::locale(), new Comma));
    std::setlocale(LC_ALL, "de_DE.UTF-8");  // where it is installed
    EXPECT_EQ(latentText(Latent{0.5F}), "0.5");
    EXPECT_EQ(*latentOfText("0.5"), Latent{0.5F});
    EXPECT_EQ(offsetsText({{1, 1234.5}}), "1:1234.5");
    std::locale::global(before);
    std::setlocale(LC_ALL, "C");
}

TEST(OffsetsText, ReadsBackAndLeavesZerosOut) {
    const Offsets offsets{{1, -1.21}, {4, 0.94}, {7, 0.0}, {9, 1.0 / 3}, {512, -1e-300}};
    EXPECT_EQ(offsetsText({{1, -1.21}, {4, 0.94}, {7, 0.0}}), "1:-1.21,4:0.94");
    auto kept = offsets;
    kept.erase(7);
    EXPECT_EQ(*offsetsOfText(offsetsText(offsets)), kept);
    EXPECT_TRUE(offsetsOfText("")->empty());
    EXPECT_EQ(*offsetsOfText(" 2 : -0.5 "), (Offsets{{2, -0.5}}));
}

TEST(OffsetsText, RefusesWhatIsNoList) {
    for (const char* text :
         {"1", "1:", ":1", "0:1", "-1:1", "1.5:1", "1:nan", "1:inf", "1:2:3", "1:2,", "a:1"})
        EXPECT_THAT(offsetsOfText(text).ok() ? "" : offsetsOfText(text).error().text(),
                    HasSubstr("NUMBER:DISTANCE"))
            << text;
    EXPECT_THAT(offsetsOfText("3:1,4:1,3:2").error().text(), HasSubstr("Direction 3 is given twice"));
}

TEST(Between, EndsAreTheEndsToTheBit) {
    const Latent a = randomPoint(100, 1), b = randomPoint(100, 2), c = randomPoint(100, 3),
                 d = randomPoint(100, 4);
    expectSameBits(lerp(a, b, 0), a);
    expectSameBits(lerp(a, b, 1), b);
    expectSameBits(slerp(a, b, 0), a);
    expectSameBits(slerp(a, b, 1), b);
    expectSameBits(catmullRom(a, b, c, d, 0), b);
    expectSameBits(catmullRom(a, b, c, d, 1), c);
}

TEST(Between, LinearIsTheMeanInTheMiddle) {
    EXPECT_EQ(lerp({1, -4}, {3, 4}, 0.5), (Latent{2, 0}));
    EXPECT_EQ(lerp({0, 8}, {4, 0}, 0.25), (Latent{1, 6}));
}

TEST(Slerp, TurnsAQuarterAtAConstantRate) {
    const float half = std::sqrt(0.5F);
    expectNear(slerp({1, 0}, {0, 1}, 0.5), {half, half}, 1e-6F);
    expectNear(slerp({1, 0}, {0, 1}, 1.0 / 3), {std::sqrt(0.75F), 0.5F}, 1e-6F);
    // 2 long to 4 long: in the middle 3 long.
    expectNear(slerp({2, 0}, {0, 4}, 0.5), {3 * half, 3 * half}, 1e-6F);
}

TEST(Slerp, EachStepIsTheSameAngleAndTheLengthGoesEvenly) {
    const Latent a = randomPoint(64, 5), b = randomPoint(64, 6);
    const double whole = angleBetween(a, b);
    Latent before = a;
    for (int i = 1; i <= 20; ++i) {
        const Latent point = slerp(a, b, i / 20.0);
        EXPECT_NEAR(angleBetween(before, point), whole / 20, 1e-5);
        EXPECT_NEAR(lengthOf(point), lengthOf(a) + (lengthOf(b) - lengthOf(a)) * i / 20, 1e-4);
        before = point;
    }
}

TEST(Slerp, ParallelOppositeAndZeroPointsAreFinite) {
    EXPECT_EQ(slerp({1, 2}, {1, 2}, 0.3), (Latent{1, 2}));
    expectNear(slerp({1, 2}, {2, 4}, 0.5), {1.5F, 3}, 1e-6F);
    expectNear(slerp({1, 0}, {-1, 0}, 0.25), {0.5F, 0}, 1e-6F);
    EXPECT_EQ(slerp({0, 0}, {4, 2}, 0.5), (Latent{2, 1}));
}

TEST(CatmullRom, GoesStraightThroughPointsOnALine) {
    for (const double t : {0.1, 0.5, 0.9}) EXPECT_NEAR(catmullRom({0}, {1}, {2}, {3}, t)[0], 1 + t, 1e-6);
    // By hand: (-1·0 + 9·0 + 9·1 - 1·0) / 16.
    EXPECT_FLOAT_EQ(catmullRom({0}, {0}, {1}, {0}, 0.5)[0], 9.0F / 16);
}

TEST(CatmullRom, HasNoCornerWhereTwoSegmentsMeet) {
    const double h = 1e-3;
    const Latent p0{0}, p1{3}, p2{-1}, p3{5}, p4{2};
    const double before = (p2[0] - catmullRom(p0, p1, p2, p3, 1 - h)[0]) / h;
    const double after = (catmullRom(p1, p2, p3, p4, h)[0] - p2[0]) / h;
    EXPECT_NEAR(before, after, 0.05);
    EXPECT_NEAR(before, (p3[0] - p1[0]) / 2, 0.05) << "the slope is that from neighbour to neighbour";
}

TEST(Weights, OfFourCornersAddUpAndFollowThePlace) {
    EXPECT_EQ(bilinearWeights(0, 0), (std::array<double, 4>{1, 0, 0, 0}));
    EXPECT_EQ(bilinearWeights(1, 0), (std::array<double, 4>{0, 1, 0, 0}));
    EXPECT_EQ(bilinearWeights(0, 1), (std::array<double, 4>{0, 0, 1, 0}));
    EXPECT_EQ(bilinearWeights(0.25, 0.5), (std::array<double, 4>{0.375, 0.125, 0.375, 0.125}));
    EXPECT_EQ(bilinearWeights(-3, 9), (std::array<double, 4>{0, 0, 1, 0}));
}

TEST(Weights, OfThreeCornersGiveThePlaceBack) {
    std::mt19937 generator(3);
    std::uniform_real_distribution<double> anywhere(-1, 2);
    for (int i = 0; i < 1000; ++i) {
        const double x = anywhere(generator), y = anywhere(generator);
        const auto [top, left, right] = barycentricWeights(x, y);
        EXPECT_NEAR(top + left + right, 1, 1e-12);
        EXPECT_GE(std::min({top, left, right}), 0);
        const bool isInside = y >= 0 && y <= 1 && std::abs(x - 0.5) <= y / 2;
        const double away = std::hypot(0.5 * top + right - x, left + right - y);
        if (isInside) {
            EXPECT_NEAR(away, 0, 1e-12);
        } else {
            EXPECT_GT(away, 0);
        }
    }
    const auto below = barycentricWeights(0.25, 1.5);  // the foot of the plumb line
    EXPECT_NEAR(below[1], 0.75, 1e-12);
    EXPECT_NEAR(below[2], 0.25, 1e-12);
    EXPECT_NEAR(barycentricWeights(0.5, -2)[0], 1, 1e-12);
}

TEST(Weights, MixPoints) {
    const std::vector<Latent> points{{1, 0}, {0, 1}, {2, 2}};
    EXPECT_EQ(weighted(points, std::array{1.0, -1.0, 0.5}), (Latent{2, 0}));
}
