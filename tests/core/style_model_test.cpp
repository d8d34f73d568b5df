// Style through a model of one's own.
#include <gmock/gmock.h>

#include "core/style/pictures.h"
#include "style_fixture.h"

namespace limner::testing {
namespace {

using ::testing::HasSubstr;

class StyleModelTest : public StyleTest {
protected:
    StyleModelTest() { data = writeIdxSet(folder / "data", 43, 12); }

    std::string train(const std::string& model) const {
        Session session(folder);
        const std::string run = (folder / model).string();
        const auto started = session.start({{"data", std::string("idx")},
                                            {"data_folder", data.string()},
                                            {"model", model},
                                            {"batch_size", int64_t{8}},
                                            {"steps", int64_t{2}},
                                            {"out", run}});
        EXPECT_TRUE(started.ok()) << started.error().text();
        EXPECT_EQ(session.runToEnd().next, engine::StepOutcome::Next::Done);
        return run;
    }
    ParamValues through(const std::string& runFolder, double strength) const {
        ParamValues given =
            values({{"method", std::string("model")}, {"run", runFolder}, {"strength", strength}});
        given.erase("levels");  // a row of another method
        return given;
    }
    torch::Tensor made(const std::string& runFolder, double strength) const {
        EXPECT_EQ(run(through(runFolder, strength)), "");
        return style::toTensor(pictureIn(folder / "out.png"));
    }

    fs::path data;
};

TEST_F(StyleModelTest, WalksFromTheContentToTheStyle) {
    const std::string vae = train("vae");
    const torch::Tensor near = made(vae, 0.01);
    const torch::Tensor middle = made(vae, 0.5);
    const torch::Tensor far = made(vae, 1);
    EXPECT_EQ(far.size(1), 48);
    EXPECT_EQ(far.size(2), 64);
    const auto distance = [](const torch::Tensor& a, const torch::Tensor& b) {
        return (a - b).abs().mean().item<double>();
    };
    EXPECT_GT(distance(near, far), 0);
    EXPECT_LE(distance(middle, far), distance(near, far));
    EXPECT_EQ(recipeIn(folder / "out.png").origin.modelHash.size(), 64u);
}

TEST_F(StyleModelTest, AModelWithoutAnEncoderIsRefused) {
    EXPECT_THAT(run(through(train("mlp-gan"), 0.5)), HasSubstr("has no encoder"));
    EXPECT_THAT(run(through("", 0.5)), HasSubstr("run"));
}

}  // namespace
}  // namespace limner::testing
