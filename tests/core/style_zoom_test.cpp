// The zoom of DeepDream: its frames, its files, and going on after an interruption.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/style/feature_architecture.h"
#include "core/style/zoom_frames.h"
#include "movie_reader.h"
#include "style_fixture.h"
#include "style_weights.h"

namespace limner::testing {
namespace {

using ::testing::HasSubstr;

class ZoomTest : public StyleTest {
protected:
    ZoomTest() {
        fs::create_directories(folder / "models");
        EXPECT_TRUE(io::writeTensorFile(
            folder / "models/net.safetensors",
            test::formulaWeights(expectedTensors(*style::findFeatureArchitecture("squeezenet1_1"))), {}));
    }
    ParamValues zoom(ParamValues more = {}) const {
        more.insert({{"content", (folder / "content.png").string()},
                     {"layer", std::string("fire2")},
                     {"size", int64_t{64}},
                     {"steps", int64_t{1}},
                     {"octaves", int64_t{1}},
                     {"frame_steps", int64_t{1}},
                     {"seconds", 0.6},
                     {"rate", int64_t{10}}});
        return more;
    }
    Result<void> begin(Session& session, const ParamValues& given) const {
        const generation::KindEntry* kind = generation::findKind("zoom");
        const auto prepared = kind->prepare(given);
        if (!prepared) return prepared.error();
        auto made = kind->make({.kind = "zoom", .values = *prepared}, session.context, JobId{1},
                               [&](Event event) { session.events.push_back(event); });
        if (!made) return made.error();
        session.job = std::move(*made);
        return {};
    }
    std::string make(const ParamValues& given) const {
        Session session(folder);
        const auto begun = begin(session, given);
        if (!begun) return begun.error().text();
        const auto outcome = session.runToEnd();
        return outcome.error ? outcome.error->text() : std::string();
    }
    std::vector<std::string> namesIn(const fs::path& place) const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(place))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }
};

TEST_F(ZoomTest, AMoveEnlargesTheMiddleAndTurnsIt) {
    torch::Tensor picture = torch::zeros({3, 40, 60});
    picture.narrow(1, 18, 4).narrow(2, 28, 4).fill_(1);  // a square in the middle
    const torch::Tensor larger = style::moved(picture, {.factor = 2});
    EXPECT_EQ(larger.sizes(), picture.sizes());
    EXPECT_NEAR(larger.sum().item<double>() / picture.sum().item<double>(), 4, 0.2);
    // A bar that lies turns upright, and is as long as before although the picture is not square.
    torch::Tensor bar = torch::zeros({3, 40, 60});
    bar.narrow(1, 19, 2).narrow(2, 22, 16).fill_(1);
    const torch::Tensor upright = style::moved(bar, {.degrees = 90});
    EXPECT_NEAR(upright.narrow(1, 13, 14).narrow(2, 29, 2).mean().item<double>(), 1, 0.05);
    EXPECT_TRUE(style::moved(bar, {}).equal(bar));
}

TEST_F(ZoomTest, EveryFrameIsMadeOfTheOneBefore) {
    ASSERT_EQ(make(zoom({{"out", (folder / "frames/").string()}})), "");
    EXPECT_EQ(namesIn(folder / "frames").size(), 6U);
    EXPECT_NE(bytesOf(folder / "frames/000001.png"), bytesOf(folder / "frames/000002.png"));
    // One frame by itself is the same picture.
    ASSERT_EQ(make(zoom({{"frame", int64_t{4}}, {"out", (folder / "one.png").string()}})), "");
    EXPECT_EQ(pictureIn(folder / "one.png").bytes, pictureIn(folder / "frames/000004.png").bytes);
    EXPECT_EQ(intOf(recipeIn(folder / "frames/000004.png").values, "frame"), 4);
    EXPECT_EQ(recipeIn(folder / "one.png").kind, "zoom");
}

TEST_F(ZoomTest, WithoutDreamStepsItOnlyZooms) {
    ASSERT_EQ(
        make(zoom({{"frame_steps", int64_t{0}}, {"zoom", 1.0}, {"out", (folder / "frames/").string()}})), "");
    EXPECT_EQ(pictureIn(folder / "frames/000001.png").bytes, pictureIn(folder / "frames/000006.png").bytes);
}

TEST_F(ZoomTest, AFolderThatWasInterruptedGoesOnToTheSameFrames) {
    ASSERT_EQ(make(zoom({{"out", (folder / "whole/").string()}})), "");
    {
        Session session(folder);
        ASSERT_TRUE(begin(session, zoom({{"out", (folder / "broken/").string()}})));
        session.step(3);
    }
    EXPECT_EQ(namesIn(folder / "broken").size(), 3U);
    const auto before = fs::last_write_time(folder / "broken/000002.png");
    ASSERT_EQ(make(zoom({{"out", (folder / "broken/").string()}})), "");
    EXPECT_EQ(fs::last_write_time(folder / "broken/000002.png"), before);
    for (const std::string& name : namesIn(folder / "whole"))
        EXPECT_EQ(bytesOf(folder / "whole" / name), bytesOf(folder / "broken" / name)) << name;
}

TEST_F(ZoomTest, AMovieThatWasInterruptedGoesOnToTheSameMovie) {
    const ParamValues values = zoom({{"seconds", 6.0}, {"frame_steps", int64_t{1}}});  // more than a stretch
    const auto named = [&](const char* name) {
        ParamValues own = values;
        own["out"] = (folder / name).string();
        return own;
    };
    ASSERT_EQ(make(named("whole.gif")), "");
    {
        Session session(folder);
        ASSERT_TRUE(begin(session, named("broken.gif")));
        session.step(52);
        EXPECT_EQ(session.job->progress().done, 52);
    }
    {
        Session session(folder);
        ASSERT_TRUE(begin(session, named("broken.gif")));
        EXPECT_EQ(session.job->progress().done, 48) << "the stretch that is there is not made again";
        session.runToEnd();
    }
    EXPECT_EQ(bytesOf(folder / "broken.gif"), bytesOf(folder / "whole.gif"));
    // And where the last frame of the stretch is gone, everything is made again, to the same movie.
    {
        Session session(folder);
        ASSERT_TRUE(begin(session, named("again.gif")));
        session.step(52);
    }
    fs::remove(folder / ".again.gif.zoom.png");
    ASSERT_EQ(make(named("again.gif")), "");
    EXPECT_EQ(bytesOf(folder / "again.gif"), bytesOf(folder / "whole.gif"));
    for (const std::string& name : namesIn(folder)) EXPECT_THAT(name, ::testing::Not(HasSubstr(".zoom.png")));
}

TEST_F(ZoomTest, AMovieHasTheShapeOfItsContent) {
    put("odd.png", wavyPicture(63, 45, 20));
    ASSERT_EQ(make(zoom({{"content", (folder / "odd.png").string()},
                         {"size", int64_t{63}},
                         {"out", (folder / "odd.mp4").string()}})),
              "");
    const auto movie = test::readMovie(folder / "odd.mp4");
    EXPECT_EQ(movie.frames.size(), 6U);
    EXPECT_EQ(movie.frames.front().width, 62);  // H.264 wants even sides
    EXPECT_EQ(movie.frames.front().height, 44);
}

TEST_F(ZoomTest, WhatCannotBeMadeIsSaidBeforehand) {
    EXPECT_THAT(make({}), HasSubstr("No content"));
    EXPECT_THAT(make(zoom({{"out", (folder / "x.png").string()}})), HasSubstr("one picture"));
    EXPECT_THAT(make(zoom({{"frame", int64_t{7}}})), HasSubstr("no frame 7"));
    EXPECT_THAT(make(zoom({{"features", std::string("vgg19")}, {"layer", std::string("relu5_1")}})),
                HasSubstr("VGG-19"));
    EXPECT_THAT(make(zoom({{"layer", std::string("fire9")}, {"size", int64_t{16}}})), HasSubstr("too small"));
}

}  // namespace
}  // namespace limner::testing
