// Sweeps: each cell is the picture that its own recipe makes.
#include <gmock/gmock.h>

#include "core/types/sweep.h"
#include "job_session.h"

namespace limner::testing {
namespace {

using ::testing::HasSubstr;

class SweepTest : public JobTest {
protected:
    ParamValues sweep(ParamValues more = {}) const {
        more.insert({{"x", std::string("truncation")},
                     {"x_from", 0.0},
                     {"x_to", 1.0},
                     {"x_count", int64_t{3}},
                     {"size", int64_t{0}},
                     {"out", (folder / "s.png").string()}});
        return more;
    }
    Image sample(ParamValues values) const {
        values["count"] = int64_t{1};
        values["out"] = (folder / "one.png").string();
        EXPECT_EQ(run("sample", values), "");
        return pictureIn(folder / "one.png");
    }
};

TEST_F(SweepTest, ACellIsThePictureOfItsValues) {
    ASSERT_EQ(run("sweep", sweep({{"y", std::string("directions.2")},
                                  {"y_from", -1.5},
                                  {"y_to", 1.5},
                                  {"y_count", int64_t{2}},
                                  {"base", std::string(R"({"seed":7,"directions":"1:0.5"})")}})),
              "");
    const SampleSheet sheet{0, 3, 6, 28, 28, pictureIn(folder / "s.png")};
    ASSERT_EQ(sheet.sheet.width, 3 * 28);
    ASSERT_EQ(sheet.sheet.height, 2 * 28);
    const int64_t seed = 7;
    EXPECT_EQ(sheet.tile(1),
              sample({{"seed", seed}, {"truncation", 0.5}, {"directions", std::string("1:0.5,2:-1.5")}}));
    EXPECT_EQ(sheet.tile(5),
              sample({{"seed", seed}, {"truncation", 1.0}, {"directions", std::string("1:0.5,2:1.5")}}));
    EXPECT_FALSE(fs::exists(folder / ".s.png.cells")) << "nothing is left behind";
    for (const auto& entry : fs::directory_iterator(folder))
        EXPECT_FALSE(entry.path().filename().string().starts_with(".")) << entry.path();
}

TEST_F(SweepTest, GoesAlongDirectionsThatTheBaseBrings) {
    std::string direction = "0.5";
    for (int i = 1; i < 100; ++i) direction += i % 3 == 0 ? ",0.25" : ",0";
    const auto along = [&](const std::string& distance) { return distance + "*" + direction; };
    Session session(folder);
    const auto started = start(session, "sweep",
                               sweep({{"x", std::string("attributes.1")},
                                      {"x_from", -2.0},
                                      {"x_to", 2.0},
                                      {"x_title", std::string("Smile")},
                                      {"y", std::string("truncation")},
                                      {"y_from", 1.0},
                                      {"y_to", 1.0},
                                      {"base", R"({"seed":7,"attributes":")" + along("0") + R"("})"}}));
    ASSERT_TRUE(started.ok()) << started.error().text();
    ASSERT_EQ(session.runToEnd().next, engine::StepOutcome::Next::Done);
    EXPECT_EQ(session.host.titles[0], "Smile");
    EXPECT_EQ(session.host.titles[1], "Truncation");
    const SampleSheet sheet{0, 3, 3, 28, 28, pictureIn(folder / "s.png")};
    const auto at = [&](const std::string& attributes) {
        return sample({{"seed", int64_t{7}}, {"attributes", attributes}});
    };
    EXPECT_EQ(sheet.tile(2), at(along("2")));
    EXPECT_EQ(sheet.tile(1), at(""));
    EXPECT_NE(sheet.tile(2), sheet.tile(1));
    EXPECT_THAT(run("sweep", sweep({{"x", std::string("attributes.1")}})), HasSubstr("no own direction 1"));
    EXPECT_THAT(run("sweep", sweep({{"base", std::string(R"({"attributes":"1*"})")}})),
                HasSubstr("distance and a direction"));
}

TEST_F(SweepTest, GrowsBeforeOnesEyesAndMakesItselfAgain) {
    Session session(folder);
    ASSERT_TRUE(start(session, "sweep", sweep()).ok());
    while (session.job->progress().done < 1) session.step();
    const auto samples = session.job->snapshot()->samples;
    ASSERT_NE(samples, nullptr);
    EXPECT_EQ(samples->columns, 3);
    EXPECT_NE(samples->tile(0), Image(28, 28, 1));
    EXPECT_EQ(samples->tile(2), Image(28, 28, 1)) << "not there yet";
    EXPECT_EQ(session.runToEnd().next, engine::StepOutcome::Next::Done);
    session.job.reset();

    const std::string first = bytesOf(folder / "s.png");
    Recipe recipe = recipeIn(folder / "s.png");
    recipe.values["out"] = (folder / "again.png").string();
    ASSERT_EQ(run(recipe.kind, recipe.values), "");
    EXPECT_TRUE(bytesOf(folder / "again.png") == first);
}

TEST_F(SweepTest, AllCellsAreOfTheModelThatTheFirstOneOpened) {
    const ParamValues values = sweep({{"y", std::string("directions.1")}, {"y_count", int64_t{2}}});
    ASSERT_EQ(run("sweep", values), "");
    const Image whole = pictureIn(folder / "s.png");
    Session session(folder);
    ASSERT_TRUE(start(session, "sweep", values).ok());
    while (session.job->progress().done < 1) session.step();
    fs::rename(folder / "run", folder / "moved");
    EXPECT_EQ(session.runToEnd().next, engine::StepOutcome::Next::Done);
    EXPECT_EQ(pictureIn(folder / "s.png"), whole);
    session.job.reset();
    EXPECT_NE(run("sample", {{"out", (folder / "one.png").string()}}), "") << "kept by nobody else";
}

TEST_F(SweepTest, IsCalledByWhatItsAxesAreCalled) {
    const auto title = [&](ParamValues more) {
        more["run"] = (folder / "run").string();
        const generation::KindEntry* kind = generation::findKind("sweep");
        return kind->title(kind->prepare(sweep(std::move(more))).value());
    };
    EXPECT_EQ(title({}), "run: Truncation");
    EXPECT_EQ(title({{"y", std::string("directions.2")}}), "run: Truncation × Direction 2");
    EXPECT_EQ(title({{"x_title", std::string("Smile")}, {"y", std::string("seed")}, {"y_from", 1.0}}),
              "run: Smile × Seed");
}

TEST_F(SweepTest, TheBaseMayBeAPictureOrAFile) {
    ASSERT_EQ(run("sample", {{"seed", int64_t{9}}, {"out", (folder / "base.png").string()}}), "");
    const auto swept = [&](const std::string& base) {
        EXPECT_EQ(run("sweep", sweep({{"base", base}})), "");
        return pictureIn(folder / "s.png");
    };
    const Image fromText = swept(R"({"seed":9})");
    EXPECT_EQ(swept((folder / "base.png").string()), fromText);
    ASSERT_TRUE(io::safeReplace(folder / "base.json", R"({"seed":9})").ok());
    EXPECT_EQ(swept((folder / "base.json").string()), fromText);
    EXPECT_EQ(textOf(recipeIn(folder / "s.png").values, "base"), R"({"seed":9})");
}

TEST_F(SweepTest, SaysWhatCannotBeSwept) {
    EXPECT_THAT(run("sweep", sweep({{"x", std::string("trunkation")}})), HasSubstr("“truncation”?"));
    EXPECT_THAT(run("sweep", sweep({{"x", std::string("weights")}})), HasSubstr("no number “weights”"));
    EXPECT_THAT(run("sweep", sweep({{"x", std::string("seed")}, {"x_from", -4.0}})), HasSubstr("Seed"));
    EXPECT_THAT(run("sweep", sweep({{"x", std::string("directions.0")}})), HasSubstr("no number"));
    EXPECT_THAT(run("sweep", sweep({{"x", std::string()}})), HasSubstr("needs one parameter"));
    EXPECT_THAT(run("sweep", sweep({{"y", std::string("truncation")}})), HasSubstr("two different ones"));
    EXPECT_THAT(run("sweep", sweep({{"of", std::string("sampel")}})), HasSubstr("“sample”?"));
    EXPECT_THAT(run("sweep", sweep({{"of", std::string("sweep")}})), HasSubstr("cannot be made"));
    EXPECT_THAT(run("sweep", sweep({{"base", std::string("{")}})), HasSubstr("JSON"));
    EXPECT_THAT(run("sweep", sweep({{"base", std::string("/nowhere.json")}})), HasSubstr("/nowhere.json"));
    EXPECT_THAT(run("sweep", sweep({{"base", std::string(R"({"sed":1})")}})), HasSubstr("“seed”?"));
    EXPECT_THAT(run("sweep", sweep({{"base", std::string(R"({"directions":"x"})")}})),
                HasSubstr("NUMBER:DISTANCE"));
    EXPECT_THAT(run("sweep", sweep({{"out", std::string("/tmp/a.gif")}})), HasSubstr(".png"));
    EXPECT_THAT(run("sweep", sweep({{"x", std::string("directions.77")}})), HasSubstr("77"));
}

}  // namespace
}  // namespace limner::testing
