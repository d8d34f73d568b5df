// Directions between two groups of points. The expected numbers were computed in float64 with NumPy: the
// means, and plain gradient descent on scikit-learn's objective of LogisticRegression(C=1), ½|w|² + Σ log
// loss, until the gradient was below 1e-13.
#include "core/types/attribute.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

using namespace limner;
using testing::FloatNear;
using testing::HasSubstr;
using testing::Pointwise;

namespace {

using Group = std::vector<Latent>;

const Group kA{{0.5F, -1.0F, 2.0F}, {1.5F, -0.25F, -1.0F}, {-0.5F, 0.75F, 0.25F}};
const Group kB{{2.0F, 0.5F, 1.0F}, {0.75F, 1.25F, -0.5F}, {1.75F, 2.0F, 0.0F}, {0.25F, 1.0F, 1.5F}};
constexpr size_t kLong = 40;
constexpr size_t kTold = 7;

/// Points that differ a lot by chance, and from group to group in one number alone.
Group longGroup(int from, int to, float extra) {
    Group group;
    for (int k = from; k < to; ++k) {
        Latent point(kLong);
        for (size_t j = 0; j < kLong; ++j) {
            const auto number = static_cast<double>(j);
            point[j] =
                static_cast<float>(std::sin(1.7 * k + 0.9 * number * number) + (j == kTold ? extra : 0));
        }
        group.push_back(std::move(point));
    }
    return group;
}

Result<std::vector<Attribute>> readBack(const std::vector<Attribute>& attributes) {
    return attributesOfText(attributesText(attributes));
}

}  // namespace

TEST(MeanDifference, LeadsFromMiddleToMiddle) {
    EXPECT_THAT(*meanDifference(kA, kB), Pointwise(FloatNear(1e-6F), {0.6875F, 1.3541667F, 0.0833333F}));
}

TEST(LinearProbe, IsTheNormalThatLogisticRegressionFinds) {
    EXPECT_THAT(*linearProbe(kA, kB), Pointwise(FloatNear(1e-6F), {0.6837254F, 1.2745328F, 0.3669555F}));
}

TEST(LinearProbe, OfFewLongPointsIsTheSameAsInAllTheirNumbers) {
    const Latent probe = *linearProbe(longGroup(0, 4, 0), longGroup(4, 9, 1));
    EXPECT_NEAR(probe[0], -0.0410880, 1e-6);
    EXPECT_NEAR(probe[kTold], 1.0412700, 1e-6);
    EXPECT_NEAR(probe[20], 0.0136579, 1e-6);
    EXPECT_NEAR(probe[39], -0.0291422, 1e-6);
}

TEST(LinearProbe, GivesTheSameBitsAgainAndTheOppositeWhenTheGroupsSwap) {
    const Latent once = *linearProbe(kA, kB);
    EXPECT_EQ(once, *linearProbe(kA, kB));
    const Latent back = *linearProbe(kB, kA);
    for (size_t i = 0; i < once.size(); ++i) EXPECT_NEAR(back[i], -once[i], 1e-6);
}

TEST(LinearProbe, GoesAsFarAsTheMiddlesAreApart) {
    const Latent probe = *linearProbe(kA, kB), way = *meanDifference(kA, kB);
    double along = 0, squares = 0;
    for (size_t i = 0; i < probe.size(); ++i) {
        along += double{probe[i]} * double{way[i]};
        squares += double{probe[i]} * double{probe[i]};
    }
    EXPECT_NEAR(along, squares, 1e-6);
}

TEST(LinearProbe, StandsPointsThatAreFarFromEachOther) {
    const Group a{{-1000, 3}, {-900, -3}}, b{{1000, 3}, {1100, -3}};
    const Latent probe = *linearProbe(a, b);
    EXPECT_NEAR(probe[0], 2000, 20);
    EXPECT_NEAR(probe[1], 0, 20);
}

TEST(Groups, ThatSayNothingAreRefusedInOneSentence) {
    for (const auto find : {&meanDifference, &linearProbe}) {
        EXPECT_THAT(find(kA, {}).error().text(), HasSubstr("both groups"));
        EXPECT_THAT(find(kA, kA).error().text(), HasSubstr("same middle"));
        EXPECT_THAT(find(kA, Group{{1, 2}}).error().text(), HasSubstr("different sizes"));
    }
}

TEST(AttributeText, ReadsBackToTheSameBits) {
    const std::vector<Attribute> some{{1.1, {0.1F, -1e-40F}}, {-1e300, {1.0F / 3, 5}}};
    EXPECT_EQ(*readBack(some), some);
    EXPECT_EQ(attributesText(std::vector<Attribute>{{0, {1, 2}}, {1.5, {0.25F, -1}}}), "1.5*0.25,-1");
    EXPECT_TRUE(readBack({})->empty());
}

TEST(AttributeText, SaysWhatIsWrong) {
    for (const char* text : {"1.5", "x*1,2", "1*", "*1,2", "1*1,2;;2*1,2", "nan*1", "1*1,x"})
        EXPECT_FALSE(attributesOfText(text).ok()) << text;
    EXPECT_THAT(attributesOfText("far*1,2").error().text(), HasSubstr("“far*1,2”"));
}
