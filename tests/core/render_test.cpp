// Renders: each frame is the picture of its moment, twice the same, and an interrupted one goes on.
#include <gmock/gmock.h>

#include "core/internal/tensor_file.h"
#include "full_disk.h"
#include "job_session.h"
#include "movie_reader.h"

namespace limner::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Next = engine::StepOutcome::Next;
using test::FullDisk;

/// One second of ten frames: from seed 3 to seed 4 and back.
const std::string kLoop = R"({"schema":1,"seconds":1,"rate":10,"loop":true,"keys":[)"
                          R"({"at":0,"place":{"seed":3}},{"at":0.5,"place":{"seed":4}}]})";
/// Sixty frames, more than one stretch of a movie.
const std::string kLong = R"({"schema":1,"seconds":2,"rate":30,"path":"linear","keys":[)"
                          R"({"at":0,"place":{"seed":3}},{"at":2,"place":{"seed":9,"truncation":0.5}}]})";

class RenderTest : public JobTest {
protected:
    ParamValues values(const std::string& timeline, const std::string& out) const {
        return {{"timeline", timeline}, {"out", (folder / out).string()}, {"size", int64_t{0}}};
    }
    std::string render(const std::string& timeline, const std::string& out) const {
        return run("render", values(timeline, out));
    }
    std::vector<std::string> namesIn(const fs::path& place) const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(place)) names.push_back(entry.path().filename());
        std::ranges::sort(names);
        return names;
    }
};

TEST_F(RenderTest, AFrameOnAKeyIsThePictureOfItsPlace) {
    ASSERT_EQ(render(kLoop, "frames"), "");
    EXPECT_EQ(namesIn(folder / "frames").size(), 10U);
    for (const auto& [frame, seed] : {std::pair("000001.png", 3), std::pair("000006.png", 4)}) {
        ASSERT_EQ(
            run("sample",
                {{"seed", int64_t{seed}}, {"count", int64_t{1}}, {"out", (folder / "one.png").string()}}),
            "");
        EXPECT_EQ(pictureIn(folder / "frames" / frame), pictureIn(folder / "one.png")) << frame;
    }
    EXPECT_NE(pictureIn(folder / "frames/000003.png"), pictureIn(folder / "frames/000001.png"));
}

TEST_F(RenderTest, TwiceIsTheSameToTheByte) {
    ASSERT_EQ(render(kLoop, "a"), "");
    ASSERT_EQ(render(kLoop, "b"), "");
    for (const std::string& name : namesIn(folder / "a"))
        EXPECT_TRUE(bytesOf(folder / "a" / name) == bytesOf(folder / "b" / name)) << name;
}

TEST_F(RenderTest, OneFrameAloneIsTheOneOfTheWhole) {
    ASSERT_EQ(render(kLoop, "all"), "");
    ParamValues one = values(kLoop, "one.png");
    one["frame"] = int64_t{7};
    ASSERT_EQ(run("render", one), "");
    EXPECT_TRUE(bytesOf(folder / "one.png") == bytesOf(folder / "all/000007.png"));
}

TEST_F(RenderTest, AFrameSaysHowToMakeItAgain) {
    ASSERT_EQ(render(kLoop, "all"), "");
    Recipe recipe = recipeIn(folder / "all/000004.png");
    EXPECT_EQ(recipe.kind, "render");
    EXPECT_EQ(intOf(recipe.values, "frame"), 4);
    recipe.values["out"] = (folder / "again.png").string();
    ASSERT_EQ(run(recipe.kind, recipe.values), "");
    EXPECT_TRUE(bytesOf(folder / "again.png") == bytesOf(folder / "all/000004.png"));
}

TEST_F(RenderTest, ATimeLineInAFileTravelsInTheRecipe) {
    ASSERT_TRUE(io::safeReplace(folder / "t.json", kLoop).ok());
    ASSERT_EQ(render((folder / "t.json").string(), "a"), "");
    ASSERT_EQ(render(kLoop, "b"), "");
    EXPECT_TRUE(bytesOf(folder / "a/000002.png") == bytesOf(folder / "b/000002.png"));
}

TEST_F(RenderTest, PicturesNeedNoMoreThanTheWeights) {
    ASSERT_EQ(render(kLoop, "before"), "");
    fs::resize_file(io::CheckpointFolder{io::RunFolder{folder / "run"}.checkpoint(2)}.optimizer(), 100);
    EXPECT_EQ(render(kLoop, "after"), "");
    EXPECT_TRUE(bytesOf(folder / "after/000002.png") == bytesOf(folder / "before/000002.png"));
}

TEST_F(RenderTest, AStoppedFolderGoesOnWithoutDrawingFramesAgain) {
    ASSERT_EQ(render(kLoop, "whole"), "");
    Session first(folder);
    ASSERT_TRUE(start(first, "render", values(kLoop, "frames")).ok());
    first.step(4);
    EXPECT_EQ(first.job->progress().done, 4);
    EXPECT_EQ(*first.job->stop(), (folder / "frames").string());
    first.job.reset();
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (const std::string& name : namesIn(folder / "frames"))
        fs::last_write_time(folder / "frames" / name, long_ago);
    ASSERT_EQ(render(kLoop, "frames"), "");
    for (const std::string& name : namesIn(folder / "whole")) {
        EXPECT_TRUE(bytesOf(folder / "frames" / name) == bytesOf(folder / "whole" / name)) << name;
        const bool isKept = fs::last_write_time(folder / "frames" / name) == long_ago;
        EXPECT_EQ(isKept, name <= "000004.png") << name;
    }
}

TEST_F(RenderTest, AMovieHasTheFramesAndTheRateOfTheTimeLine) {
    ParamValues large = values(kLong, "a.mp4");
    large["size"] = int64_t{56};
    large["scaling"] = std::string("nearest");
    ASSERT_EQ(run("render", large), "");
    const auto movie = test::readMovie(folder / "a.mp4");
    ASSERT_EQ(movie.frames.size(), 60U);
    EXPECT_EQ(movie.codec, "h264");
    EXPECT_EQ(movie.frames[0].width, 56);
    EXPECT_NEAR(movie.seconds[30], 1.0, 1e-3);
    EXPECT_THAT(movie.comment, HasSubstr("\"kind\": \"render\""));
}

TEST_F(RenderTest, AStoppedMovieGoesOnAndIsTheSame) {
    ASSERT_EQ(render(kLong, "whole.webp"), "");
    Session first(folder);
    ASSERT_TRUE(start(first, "render", values(kLong, "a.webp")).ok());
    first.step(50);
    EXPECT_EQ(*first.job->stop(), (folder / ".a.webp.frames").string());
    first.job.reset();
    EXPECT_FALSE(fs::exists(folder / "a.webp"));
    Session second(folder);
    ASSERT_TRUE(start(second, "render", values(kLong, "a.webp")).ok());
    EXPECT_EQ(second.runToEnd().next, Next::Done);
    EXPECT_TRUE(bytesOf(folder / "a.webp") == bytesOf(folder / "whole.webp"));
    EXPECT_FALSE(fs::exists(folder / ".a.webp.frames"));
}

TEST_F(RenderTest, AFullDiskPausesAndLosesNothing) {
    for (const std::string out : {"frames", "a.gif"}) {
        Session session(folder);
        ASSERT_TRUE(start(session, "render", values(kLong, out)).ok());
        {
            const FullDisk full(600);
            const auto outcome = session.runToEnd();
            ASSERT_EQ(outcome.next, Next::Pause) << out;
            EXPECT_EQ(outcome.error->code, ErrorCode::NoSpace);
        }
        const auto outcome = session.runToEnd();
        EXPECT_EQ(outcome.next, Next::Done) << out;
    }
    EXPECT_EQ(namesIn(folder / "frames").size(), 60U);
    EXPECT_EQ(test::readMovie(folder / "a.gif").frames.size(), 60U);
}

TEST_F(RenderTest, ShowsItsFrameAndHowFarItIs) {
    Session session(folder);
    ASSERT_TRUE(start(session, "render", values(kLoop, "frames")).ok());
    session.step(3);
    const auto snapshot = session.job->snapshot();
    EXPECT_EQ(snapshot->samples->sheet, pictureIn(folder / "frames/000003.png"));
    const Progress progress = session.job->progress();
    EXPECT_EQ(progress.total, 10);
    EXPECT_EQ(progress.unit, "frames");
    EXPECT_GT(progress.ratePerSecond, 0);
    EXPECT_GE(progress.secondsLeft, 0);
}

TEST_F(RenderTest, SaysWhatCannotBeRendered) {
    EXPECT_THAT(render("", "a"), HasSubstr("No time line"));
    EXPECT_THAT(render((folder / "none.json").string(), "a"), HasSubstr("none.json"));
    EXPECT_THAT(render(R"({"schema":1,"keys":[{"at":0}]})", "a"), HasSubstr("one key only"));
    const auto withPlace = [](const std::string& place) {
        return R"({"schema":1,"seconds":1,"keys":[{"at":0},{"at":1,"place":{)" + place + "}}]}";
    };
    EXPECT_THAT(render(withPlace(R"("sed":1)"), "a"), HasSubstr("Key 2 of the time line"));
    EXPECT_THAT(render(withPlace(R"("sed":1)"), "a"), HasSubstr("“seed”?"));
    EXPECT_THAT(render(withPlace(R"("directions":"x")"), "a"), HasSubstr("Key 2"));
    EXPECT_THAT(render(withPlace(R"("point":"1,2")"), "a"), HasSubstr("Key 2"));
    EXPECT_THAT(render(kLoop, "a.avi"), HasSubstr(".mp4"));
    EXPECT_THAT(render(kLoop, "a.png"), HasSubstr("one picture"));
    ParamValues beyond = values(kLoop, "a.png");
    beyond["frame"] = int64_t{11};
    EXPECT_THAT(run("render", beyond), HasSubstr("Its last one is 10."));
    ParamValues odd = values(kLoop, "a.mp4");
    odd["size"] = int64_t{33};
    EXPECT_THAT(run("render", odd), HasSubstr("even sizes"));
}

TEST_F(RenderTest, AFolderWithSomethingElseIsLeftAlone) {
    fs::create_directories(folder / "full");
    ASSERT_TRUE(io::safeReplace(folder / "full/letter.txt", "dear").ok());
    EXPECT_THAT(render(kLoop, "full"), HasSubstr("something else"));
    ASSERT_EQ(render(kLoop, "frames"), "");
    EXPECT_THAT(render(kLong, "frames"), HasSubstr("something else")) << "frames of another render";
}

TEST_F(RenderTest, ABrokenModelNamesTheFrame) {
    ASSERT_EQ(run("export", {{"out", (folder / "m.safetensors").string()}}), "");
    auto file = io::readTensorFile(folder / "m.safetensors").value();
    for (auto& [name, tensor] : file.tensors)
        if (tensor.is_floating_point()) tensor = torch::full_like(tensor, NAN);
    const io::NamedTensors tensors(file.tensors.begin(), file.tensors.end());
    ASSERT_TRUE(io::writeTensorFile(folder / "m.safetensors", tensors, file.metadata).ok());
    ParamValues broken = values(kLoop, "frames");
    broken["run"] = (folder / "m.safetensors").string();
    EXPECT_THAT(run("render", broken), HasSubstr("Frame 1"));
}

TEST_F(RenderTest, TwoKeysAtOnePlaceStandStill) {
    ASSERT_EQ(render(R"({"schema":1,"seconds":1,"rate":5,"keys":[{"at":0},{"at":1}]})", "a"), "");
    for (const std::string& name : namesIn(folder / "a"))
        EXPECT_EQ(pictureIn(folder / "a" / name), pictureIn(folder / "a/000001.png"));
}

TEST_F(RenderTest, AStripGoesFromSeedToSeed) {
    const auto strip = [&](ParamValues more) {
        more["out"] = (folder / "strip.png").string();
        EXPECT_EQ(run("interpolate", more), "");
        return pictureIn(folder / "strip.png");
    };
    const Image three = strip({{"from", int64_t{3}}, {"to", int64_t{4}}, {"count", int64_t{3}}});
    EXPECT_EQ(three.width, 3 * 28);
    EXPECT_EQ(three.height, 28);
    const Image back = strip({{"seeds", std::string("4,3")}, {"count", int64_t{3}}});
    const auto tile = [](const Image& sheet, int index) {
        return SampleSheet{0, 3, 3, 28, 28, sheet}.tile(index);
    };
    for (int i = 0; i < 3; ++i) {
        const Image a = tile(three, i), b = tile(back, 2 - i);
        for (size_t k = 0; k < a.bytes.size(); ++k) ASSERT_NEAR(a.bytes[k], b.bytes[k], 1) << i;
    }
    EXPECT_THAT(run("interpolate", {{"seeds", std::string("4")}}), HasSubstr("one seed only"));
    EXPECT_THAT(run("interpolate", {{"seeds", std::string("4,,5")}}), HasSubstr("is not a seed"));
    EXPECT_THAT(run("interpolate", {{"seeds", std::string("4,-5")}}), HasSubstr("“-5” is not a seed"));
}

TEST_F(RenderTest, ASplineGoesThroughItsSeeds) {
    ASSERT_EQ(run("interpolate", {{"seeds", std::string("3,8,5")},
                                  {"path", std::string("spline")},
                                  {"count", int64_t{5}},
                                  {"out", (folder / "strip.png").string()}}),
              "");
    const SampleSheet strip{0, 5, 5, 28, 28, pictureIn(folder / "strip.png")};
    for (const auto& [tile, seed] : {std::pair(0, 3), std::pair(2, 8), std::pair(4, 5)}) {
        ASSERT_EQ(
            run("sample",
                {{"seed", int64_t{seed}}, {"count", int64_t{1}}, {"out", (folder / "one.png").string()}}),
            "");
        const Image own = strip.tile(tile), one = pictureIn(folder / "one.png");
        for (size_t k = 0; k < own.bytes.size(); ++k) ASSERT_NEAR(own.bytes[k], one.bytes[k], 1) << seed;
    }
}

}  // namespace
}  // namespace limner::testing
