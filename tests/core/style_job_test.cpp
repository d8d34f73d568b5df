// "stylize" from its values to the file: what is kept, what is refused, what is said.
#include <gmock/gmock.h>

#include "core/style/pictures.h"
#include "core/style/stylize_job.h"
#include "core/style/stylize_table.h"
#include "style_fixture.h"

namespace limner::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Next = engine::StepOutcome::Next;

TEST_F(StyleTest, TheSameSeedMakesTheSameBytes) {
    ASSERT_EQ(run(values()), "");
    const std::string first = bytesOf(folder / "out.png");
    ASSERT_EQ(run(values()), "");
    EXPECT_EQ(bytesOf(folder / "out.png"), first);
    ASSERT_EQ(run(values({{"seed", int64_t{2}}})), "");
    EXPECT_NE(pictureIn(folder / "out.png"), Image());
    EXPECT_NE(bytesOf(folder / "out.png"), first);
}

TEST_F(StyleTest, TheResultHasTheColoursOfTheStyleAndTheSizeOfTheContent) {
    put("style.png", [] {
        Image red = wavyPicture(60, 60, 7, 1);
        for (size_t i = 0; i < red.bytes.size(); i += 3)
            red.bytes[i] = static_cast<uint8_t>(200 + red.bytes[i] / 8);
        return red;
    }());
    ASSERT_EQ(run(values({{"size", int64_t{96}}})), "");
    const Image result = pictureIn(folder / "out.png");
    EXPECT_EQ(result.width, 96);
    EXPECT_EQ(result.height, 72);
    EXPECT_GT(style::toTensor(result)[0].mean().item<double>(), 0.75);
}

TEST_F(StyleTest, StrengthZeroGivesTheContentBitForBit) {
    ASSERT_EQ(run(values({{"strength", 0.0}})), "");
    EXPECT_EQ(pictureIn(folder / "out.png"), pictureIn(folder / "content.png"));
}

TEST_F(StyleTest, MoreStrengthIsFartherFromTheContent) {
    const torch::Tensor content = style::toTensor(pictureIn(folder / "content.png"));
    double before = 0;
    for (const double strength : {0.05, 0.4, 0.9}) {
        ASSERT_EQ(run(values({{"strength", strength}})), "");
        const torch::Tensor result = style::toTensor(pictureIn(folder / "out.png"));
        const double distance = (result - content).abs().mean().item<double>();
        EXPECT_GT(distance, before) << strength;
        before = distance;
    }
}

TEST_F(StyleTest, OutsideOfTheRegionNothingChanges) {
    Image mask(32, 24, 1);
    for (int y = 0; y < 24; ++y) std::fill_n(mask.at(16, y), 16, uint8_t{255});
    ASSERT_EQ(
        run(values({{"region", put("mask.png", mask)}, {"feather", int64_t{6}}, {"colours", "histogram"}})),
        "");
    const Image content = pictureIn(folder / "content.png");
    const Image result = pictureIn(folder / "out.png");
    int changed = 0;
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x) {
            const bool isSame = std::equal(result.at(x, y), result.at(x, y) + 3, content.at(x, y));
            if (x < 30) {
                EXPECT_TRUE(isSame) << x << " " << y;
            }
            if (x >= 40 && !isSame) ++changed;
        }
    EXPECT_GT(changed, 800);
}

TEST_F(StyleTest, TransparencyOfTheContentIsKept) {
    Image content(64, 48, 4);
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x) {
            std::copy_n(wavyPicture(64, 48, 29).at(x, y), 3, content.at(x, y));
            content.at(x, y)[3] = static_cast<uint8_t>(4 * x);
        }
    put("content.png", content);
    ASSERT_EQ(run(values()), "");
    const Image result = pictureIn(folder / "out.png");
    ASSERT_EQ(result.channels, 4);
    for (int x = 0; x < 64; ++x) EXPECT_EQ(result.at(x, 20)[3], 4 * x);
}

TEST_F(StyleTest, TheResultCarriesTheRecipeThatMakesItAgain) {
    ASSERT_EQ(run(values({{"patch_scale", 0.8}})), "");
    const std::string first = bytesOf(folder / "out.png");
    Recipe recipe = recipeIn(folder / "out.png");
    EXPECT_EQ(recipe.kind, "stylize");
    EXPECT_EQ(realOf(recipe.values, "patch_scale"), 0.8);
    EXPECT_EQ(recipe.origin.programVersion, "test");
    EXPECT_EQ(textOf(recipe.values, "out"), "") << "making it again must not replace it";
    recipe.values["out"] = (folder / "again.png").string();
    ASSERT_EQ(run(recipe.values), "");
    EXPECT_EQ(bytesOf(folder / "again.png"), first);
}

TEST_F(StyleTest, AStopKeepsTheBestSoFarAndItCanGoOn) {
    Session session(folder);
    ASSERT_TRUE(start(session, values()).ok());
    EXPECT_EQ(session.step(3).next, Next::Continue);
    const auto shown = session.job->snapshot();
    ASSERT_NE(shown->samples, nullptr);
    EXPECT_EQ(shown->samples->count, 1);
    EXPECT_EQ(shown->samples->tileWidth, 64);
    EXPECT_EQ(*session.job->stop(), (folder / "out.png").string());
    EXPECT_EQ(pictureIn(folder / "out.png"), shown->samples->sheet);

    ASSERT_EQ(run(values(
                  {{"resume_from", (folder / "out.png").string()}, {"out", (folder / "more.png").string()}})),
              "");
    EXPECT_NE(pictureIn(folder / "more.png"), pictureIn(folder / "out.png"));
    EXPECT_EQ(recipeIn(folder / "more.png").origin.parent, (folder / "out.png").string());
}

TEST_F(StyleTest, ProgressRisesToItsTotal) {
    Session session(folder);
    ASSERT_TRUE(start(session, values()).ok());
    double before = -1;
    while (session.step().next == Next::Continue) {
        const Progress progress = session.job->progress();
        EXPECT_GE(progress.done, before);
        EXPECT_THAT(progress.place.text(), AllOf(HasSubstr("level"), HasSubstr("of 2")));
        before = progress.done;
    }
    EXPECT_EQ(session.job->progress().done, session.job->progress().total);
}

TEST_F(StyleTest, AFolderInGivesAFolderOutAndNamesWhatWasLeftOut) {
    fs::create_directories(folder / "in");
    put("in/one.png", wavyPicture(40, 40, 11));
    put("in/two.png", wavyPicture(40, 30, 13));
    ASSERT_TRUE(io::safeReplace(folder / "in" / "words.png", std::string_view("words")).ok());
    Session session(folder);
    ASSERT_EQ(
        run(session, values({{"content", (folder / "in").string()}, {"out", (folder / "out").string()}})),
        "");
    EXPECT_EQ(pictureIn(folder / "out" / "one.png").width, 64);
    EXPECT_EQ(pictureIn(folder / "out" / "two.png").height, 48);
    EXPECT_FALSE(fs::exists(folder / "out" / "words.png"));
    EXPECT_THAT(warnings(session), ElementsAre(HasSubstr("words.png")));
    EXPECT_EQ(recipeIn(folder / "out" / "two.png").values.at("content"),
              ParamValue((folder / "in" / "two.png").string()));
}

TEST_F(StyleTest, ResultsInTheProjectNeverReplaceEachOther) {
    ParamValues given = values();
    given["out"] = std::string();
    ASSERT_EQ(run(given), "");
    ASSERT_EQ(run(given), "");
    EXPECT_TRUE(fs::exists(folder / "outputs" / "content-style-patches.png"));
    EXPECT_TRUE(fs::exists(folder / "outputs" / "content-style-patches-2.png"));
}

TEST_F(StyleTest, AStyleAloneMakesTextureOfAnySize) {
    ParamValues given = values({{"width", int64_t{90}}, {"height", int64_t{50}}});
    given["content"] = std::string();
    ASSERT_EQ(run(given), "");
    const Image texture = pictureIn(folder / "out.png");
    EXPECT_EQ(texture.width, 90);
    EXPECT_EQ(texture.height, 50);
    const torch::Tensor style = style::toTensor(pictureIn(folder / "style.png"));
    EXPECT_TRUE(torch::allclose(style::toTensor(texture).mean({1, 2}), style.mean({1, 2}), 0, 0.03));
    given["texture"] = std::string("layout");
    given["region"] = put("mask.png", Image(9, 9, 1));
    Session session(folder);
    ASSERT_EQ(run(session, given), "");
    EXPECT_THAT(warnings(session), ElementsAre(HasSubstr("Without a content")));
    EXPECT_NE(pictureIn(folder / "out.png"), texture);
}

TEST_F(StyleTest, WhatIsMissingIsSaid) {
    EXPECT_THAT(run({{"content", (folder / "content.png").string()}}), HasSubstr("No style was given"));
    EXPECT_THAT(run(values({{"weight", 0.0}})), HasSubstr("No style was given"));
    EXPECT_THAT(run(values({{"content", (folder / "none.png").string()}})), HasSubstr("none.png"));
    EXPECT_THAT(run(values({{"out", (folder / "out.xyz").string()}})), HasSubstr(".webp"));
}

TEST_F(StyleTest, NothingOfThePersonIsOverwritten) {
    const std::string before = bytesOf(folder / "style.png");
    EXPECT_THAT(run(values({{"out", (folder / "style.png").string()}})), HasSubstr("made from"));
    EXPECT_EQ(bytesOf(folder / "style.png"), before);
    const std::string holiday = put("holiday.png", wavyPicture(9, 9, 3));
    EXPECT_THAT(run(values({{"out", holiday}})), HasSubstr("there already"));
    EXPECT_EQ(run(values({{"out", holiday}, {"overwrite", true}})), "");
    EXPECT_EQ(pictureIn(holiday).width, 64);
    fs::create_directories(folder / "in");
    put("in/one.png", wavyPicture(40, 40, 11));
    const std::string in = (folder / "in").string();
    EXPECT_THAT(run(values({{"content", in}, {"out", in}})), HasSubstr("folder of the contents"));
}

TEST_F(StyleTest, PicturesThatCannotBeUsedAreNamedWithAReason) {
    ASSERT_TRUE(io::safeReplace(folder / "words.png", std::string_view("only words")).ok());
    EXPECT_THAT(run(values({{"content", (folder / "words.png").string()}})), HasSubstr("words.png"));
    const std::string whole = bytesOf(folder / "content.png");
    ASSERT_TRUE(
        io::safeReplace(folder / "cut.png", std::string_view(whole).substr(0, whole.size() / 2)).ok());
    EXPECT_THAT(run(values({{"style", (folder / "cut.png").string()}})), HasSubstr("damaged or cut off"));
    EXPECT_THAT(run(values({{"content", put("one.png", wavyPicture(1, 1, 3))}})),
                HasSubstr("only 1×1 pixels"));
    EXPECT_THAT(run(values({{"style", put("small.png", wavyPicture(5, 5, 3))}})),
                HasSubstr("only 5×5 pixels"));
    EXPECT_THAT(run(values({{"content", put("wide.png", wavyPicture(30'000, 20, 3))}})),
                AllOf(HasSubstr("30000×20"), HasSubstr("64×1"), HasSubstr("Crop")));
    EXPECT_THAT(run(values({{"style", put("patch.png", wavyPicture(64, 9, 3))}})),
                HasSubstr("A style picture is smaller"));
    EXPECT_FALSE(fs::exists(folder / "out.png"));
}

/// Pictures are animations, and every format can be written.
class LivelyHost final : public PlainHost {
public:
    Result<PictureInfo> probe(std::span<const std::byte> file) const override {
        auto info = PlainHost::probe(file);
        if (info) info->frames = 7;
        return info;
    }
    Result<std::vector<std::byte>> encode(const Image& image, const std::string&,
                                          const TextFields&) const override {
        return encodePng(image, {});
    }
};

TEST_F(StyleTest, WhatIsLostOnTheWayInAndOutIsSaid) {
    Image content(32, 32, 4);
    std::fill(content.bytes.begin(), content.bytes.end(), uint8_t{0});  // black, and nothing of it to be seen
    LivelyHost lively;
    Session session(folder);
    JobContext context{
        .host = lively, .project = folder, .facts = session.context.facts, .weights = {}, .processTurns = {}};
    const auto prepared = style::prepareStylize(values(
        {{"content", put("clear.png", content)}, {"strength", 0.0}, {"out", (folder / "out.JPG").string()}}));
    ASSERT_TRUE(prepared.ok()) << prepared.error().text();
    auto made = style::startStylize({.kind = "stylize", .values = *prepared}, context, JobId{1},
                                    [&](Event event) { session.events.push_back(event); });
    ASSERT_TRUE(made.ok());
    while ((*made)->step().next == Next::Continue) {
    }
    EXPECT_THAT(warnings(session),
                ElementsAre("“style.png” has 7 frames; the first one is used.",
                            "“clear.png” has 7 frames; the first one is used.",
                            "A .jpg file has no transparency: what was transparent is white.",
                            "A .jpg file cannot carry its recipe; a .png file does."));
    const Image result = pictureIn(folder / "out.JPG");
    EXPECT_EQ(result.channels, 3);
    EXPECT_EQ(result.at(3, 3)[0], 255);
}

/// A method that breaks after its first step.
class Breaking final : public style::StyleMethod {
public:
    explicit Breaking(const style::StyleInput& input) : m_content(input.content) {}
    Result<void> step() override {
        ++m_done;
        m_picture = m_done == 1 ? m_content * 0.5 : m_content * NAN;
        return {};
    }
    bool isDone() const override { return false; }
    const style::Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return m_done; }
    int64_t stepsTotal() const override { return 10; }

private:
    torch::Tensor m_content, m_picture;
    int64_t m_done = 0;
};

TEST_F(StyleTest, NumbersThatAreNotFiniteStopAtTheLastGoodPicture) {
    const style::StyleMethodEntry breaking{
        .id = "breaking",
        .make = [](const style::StyleInput& input,
                   JobContext&) -> Result<std::unique_ptr<style::StyleMethod>> {
            return std::unique_ptr<style::StyleMethod>(std::make_unique<Breaking>(input));
        }};
    Session session(folder);
    auto made =
        style::startStylizeBy(breaking, {.kind = "stylize", .values = *style::prepareStylize(values())},
                              session.context, [](const Event&) {});
    ASSERT_TRUE(made.ok());
    session.job = std::move(*made);
    const auto outcome = session.runToEnd();
    EXPECT_EQ(outcome.next, Next::Fail);
    EXPECT_EQ(outcome.error->code, ErrorCode::NotFinite);
    EXPECT_THAT(outcome.error->kept.text(), HasSubstr("out.png"));
    const Image result = pictureIn(folder / "out.png");
    EXPECT_NEAR(result.at(5, 5)[0], pictureIn(folder / "content.png").at(5, 5)[0] / 2.0, 1);
}

/// As if memory were enough for 60 pixels a side, which shows in the first step.
class Hungry final : public style::StyleMethod {
public:
    explicit Hungry(const style::StyleInput& input) : m_content(input.content) {}
    Result<void> step() override {
        if (m_content.size(1) > 60 || m_content.size(2) > 60) throw std::bad_alloc();
        m_picture = m_content * 0.5;
        return {};
    }
    bool isDone() const override { return m_picture.defined(); }
    const style::Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return isDone() ? 1 : 0; }
    int64_t stepsTotal() const override { return 1; }
    std::vector<std::string> scalarNames() const override { return {"loss"}; }
    std::vector<double> scalars() const override { return {1}; }

private:
    torch::Tensor m_content, m_picture;
};

TEST_F(StyleTest, WhereMemoryRunsOutInAStepTheRestIsPaintedInSmallerPieces) {
    const style::StyleMethodEntry hungry{
        .id = "hungry",
        .make = [](const style::StyleInput& input,
                   JobContext&) -> Result<std::unique_ptr<style::StyleMethod>> {
            return std::unique_ptr<style::StyleMethod>(std::make_unique<Hungry>(input));
        }};
    Session session(folder);
    auto made = style::startStylizeBy(
        hungry,
        {.kind = "stylize",
         .values = *style::prepareStylize(values({{"content", put("wide.png", wavyPicture(120, 90, 3))},
                                                  {"size", int64_t{120}},
                                                  {"overlap", int64_t{8}}}))},
        session.context, [&](Event event) { session.events.push_back(event); });
    ASSERT_TRUE(made.ok()) << made.error().text();
    session.job = std::move(*made);
    const auto outcome = session.runToEnd();
    EXPECT_EQ(outcome.next, Next::Done) << (outcome.error ? outcome.error->text() : "");
    EXPECT_THAT(warnings(session), ::testing::Contains(HasSubstr("pieces of 120 px: they become 60 px")));
    EXPECT_NEAR(pictureIn(folder / "out.png").at(70, 40)[0],
                pictureIn(folder / "wide.png").at(70, 40)[0] / 2.0, 1);
}

TEST_F(StyleTest, APlaceThatCannotBeWrittenPausesTheJobAndNothingIsLost) {
    ASSERT_TRUE(io::safeReplace(folder / "taken", std::string_view("a file where a folder should be")).ok());
    Session session(folder);
    ASSERT_TRUE(start(session, values({{"out", (folder / "taken" / "out.png").string()}})).ok());
    EXPECT_EQ(session.runToEnd().next, Next::Pause);
    fs::remove(folder / "taken");
    EXPECT_EQ(session.runToEnd().next, Next::Done);
    EXPECT_EQ(pictureIn(folder / "taken" / "out.png").width, 64);
}

}  // namespace
}  // namespace limner::testing
