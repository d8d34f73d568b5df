// Time lines: what is shown when, loops that close, and what is refused.
#include "core/types/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

using namespace limner;
using testing::HasSubstr;

namespace {

Timeline line(std::vector<double> seconds, Ease ease = Ease::Linear, Path path = Path::Linear) {
    Timeline timeline{.seconds = 10, .rateHz = 30, .path = path};
    for (const double second : seconds) timeline.keys.push_back({.second = second, .ease = ease});
    return timeline;
}

std::string errorOf(const Timeline& timeline) {
    const auto checked = checkTimeline(timeline);
    return checked ? "" : checked.error().text();
}

constexpr std::array kEvery{Ease::Linear, Ease::InOut, Ease::In, Ease::Out, Ease::Hold};

}  // namespace

TEST(Ease, StartsAtNothingAndEndsWithAll) {
    for (const Ease ease : kEvery) {
        EXPECT_EQ(eased(ease, 0), 0) << name(ease);
        EXPECT_EQ(eased(ease, 1), 1) << name(ease);
    }
}

TEST(Ease, NeverGoesBack) {
    for (const Ease ease : kEvery)
        for (int i = 0; i < 100; ++i) EXPECT_LE(eased(ease, i / 100.0), eased(ease, (i + 1) / 100.0));
}

TEST(Ease, InOutIsItsOwnMirrorAndInThatOfOut) {
    for (const double t : {0.1, 0.25, 0.5, 0.8}) {
        EXPECT_NEAR(eased(Ease::InOut, t) + eased(Ease::InOut, 1 - t), 1, 1e-12);
        EXPECT_NEAR(eased(Ease::In, t) + eased(Ease::Out, 1 - t), 1, 1e-12);
    }
    EXPECT_LT(eased(Ease::In, 0.5), 0.5);
    EXPECT_EQ(eased(Ease::Hold, 0.999), 0);
}

TEST(Ease, NamesReadBackAndAMisspeltOneSuggestsTheNearest) {
    for (const Ease ease : kEvery) EXPECT_EQ(*easeOfName(name(ease)), ease);
    for (const Path path : {Path::Linear, Path::Spherical, Path::Spline})
        EXPECT_EQ(*pathOfName(name(path)), path);
    EXPECT_THAT(easeOfName("ease-inn").error().text(), HasSubstr("Did you mean “ease-in”?"));
    EXPECT_THAT(pathOfName("sperical").error().text(), HasSubstr("Did you mean “spherical”?"));
    EXPECT_THAT(easeOfName("xyzzyxyzzy").error().text(), HasSubstr("linear, ease, ease-in, ease-out, hold"));
}

TEST(Timeline, FramesFillTheWhole) {
    Timeline timeline = line({0, 5});
    EXPECT_EQ(frameCount(timeline), 300);
    EXPECT_EQ(frameSecond(timeline, 0), 0);
    EXPECT_DOUBLE_EQ(frameSecond(timeline, 45), 1.5);
    EXPECT_EQ(frameSecond(timeline, 300), 10);
    timeline.seconds = 0.1;
    timeline.rateHz = 1;
    EXPECT_EQ(frameCount(timeline), 1);
}

TEST(Timeline, StaysAtTheFirstAndTheLastKey) {
    const Timeline timeline = line({2, 6});
    const std::vector<Latent> latents{{10}, {20}};
    EXPECT_EQ(latentAt(timeline, latents, 0), Latent{10});
    EXPECT_EQ(latentAt(timeline, latents, 2), Latent{10});
    EXPECT_EQ(latentAt(timeline, latents, 3), Latent{12.5F});
    EXPECT_EQ(latentAt(timeline, latents, 6), Latent{20});
    EXPECT_EQ(latentAt(timeline, latents, 10), Latent{20});
}

TEST(Timeline, EachSegmentHasTheEasingOfTheKeyBeforeIt) {
    Timeline timeline = line({0, 4, 8});
    timeline.keys[0].ease = Ease::Hold;
    timeline.keys[1].ease = Ease::In;
    const std::vector<Latent> latents{{0}, {1}, {3}};
    EXPECT_EQ(latentAt(timeline, latents, 3.99), Latent{0});
    EXPECT_EQ(latentAt(timeline, latents, 4), Latent{1});
    EXPECT_EQ(latentAt(timeline, latents, 6), Latent{1.5F});  // 1 + 2 · ½²
}

TEST(Timeline, ALoopClosesOnEveryPath) {
    for (const Path path : {Path::Linear, Path::Spherical, Path::Spline}) {
        for (const double seconds : {10.0, 3.337}) {
            Timeline timeline = line({0.4, 1, 2.5}, Ease::InOut, path);
            timeline.seconds = seconds;
            timeline.isLoop = true;
            const std::vector<Latent> latents{{1, 0}, {0, 1}, {-1, 0.5F}};
            const double after = frameSecond(timeline, frameCount(timeline));
            EXPECT_EQ(latentAt(timeline, latents, after), latentAt(timeline, latents, 0)) << name(path);
            const Latent nearEnd = latentAt(timeline, latents, seconds - 1e-6);
            EXPECT_NEAR(nearEnd[0], 1, 1e-3) << name(path);
            EXPECT_NEAR(nearEnd[1], 0, 1e-3) << name(path);
        }
    }
}

TEST(Timeline, ALoopGoesBackFromTheLastKeyToTheFirst) {
    Timeline timeline = line({0, 4});
    timeline.isLoop = true;
    const std::vector<Latent> latents{{0}, {6}};
    EXPECT_NEAR(latentAt(timeline, latents, 7)[0], 3, 1e-6);
    EXPECT_NEAR(latentAt(timeline, latents, 17)[0], 3, 1e-6) << "round and round";
    timeline.keys[1].second = 10;
    EXPECT_EQ(latentAt(timeline, latents, 10), Latent{0}) << "no time is left for the way back";
    EXPECT_NEAR(latentAt(timeline, latents, 9.9999999)[0], 6, 1e-4);
}

TEST(Timeline, ASphericalPathKeepsTheLength) {
    const Timeline timeline = line({0, 10}, Ease::InOut, Path::Spherical);
    const std::vector<Latent> latents{{3, 0, 0}, {0, 0, 3}};
    for (const double second : {1.0, 2.5, 5.0, 9.0}) {
        const Latent point = latentAt(timeline, latents, second);
        EXPECT_NEAR(std::hypot(point[0], point[1], point[2]), 3, 1e-5);
    }
}

TEST(Timeline, ASplineGoesThroughItsKeysWithoutACorner) {
    for (const bool isLoop : {false, true}) {
        Timeline timeline = line({0, 2.5, 5, 7.5}, Ease::Linear, Path::Spline);
        timeline.isLoop = isLoop;
        const std::vector<Latent> latents{{0}, {4}, {-2}, {1}};
        for (size_t i = 0; i < 4; ++i)
            EXPECT_EQ(latentAt(timeline, latents, timeline.keys[i].second), latents[i]);
        const double h = 1e-3;
        const auto slope = [&](double second) {
            return (latentAt(timeline, latents, second + h)[0] - latentAt(timeline, latents, second)[0]) / h;
        };
        EXPECT_NEAR(slope(5 - h), slope(5), 0.05);
        EXPECT_NEAR(slope(2.5 - h), slope(2.5), 0.05);
        if (isLoop) {
            EXPECT_NEAR(slope(10 - h), slope(0), 0.05);
        }
    }
}

TEST(Timeline, KeysAtOnePlaceStandStill) {
    for (const Path path : {Path::Linear, Path::Spherical, Path::Spline})
        EXPECT_EQ(latentAt(line({0, 10}, Ease::InOut, path), {{1, 2}, {1, 2}}, 3.3), (Latent{1, 2}));
}

TEST(Timeline, SaysWhatIsWrongWithIt) {
    EXPECT_EQ(errorOf(line({0, 10})), "");
    EXPECT_THAT(errorOf(line({})), HasSubstr("no keys"));
    EXPECT_THAT(errorOf(line({1})), HasSubstr("one key only"));
    EXPECT_THAT(errorOf(line({0, 3, 3})), HasSubstr("Two keys are at 3 s"));
    EXPECT_THAT(errorOf(line({0, 3, 2})), HasSubstr("2 s stands after 3 s"));
    EXPECT_THAT(errorOf(line({0, 11})), HasSubstr("Key 2 is at 11 s"));
    EXPECT_THAT(errorOf(line({-1, 5})), HasSubstr("Key 1 is at -1 s"));
    EXPECT_THAT(errorOf(line({0, std::nan("")})), HasSubstr("Key 2"));
    for (const double seconds : {0.0, -1.0, 0.05, 3601.0, HUGE_VAL, std::nan("")}) {
        Timeline timeline = line({0, 0.01});
        timeline.seconds = seconds;
        EXPECT_THAT(errorOf(timeline), HasSubstr("0.1 to 3600")) << seconds;
    }
    for (const int rate : {0, -30, 121}) {
        Timeline timeline = line({0, 5});
        timeline.rateHz = rate;
        EXPECT_THAT(errorOf(timeline), HasSubstr("1 to 120")) << rate;
    }
}
