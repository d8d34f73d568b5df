// Training a fast style of one's own: the loss is PyTorch's (tests/reference/make_style_training_numbers.py),
// it falls, and Stylize paints with the run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/run_folder.h"
#include "core/style/feature_architecture.h"
#include "core/style/style_training.h"
#include "numbers.h"
#include "style_fixture.h"
#include "style_weights.h"

namespace limner::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class StyleTrainingTest : public StyleTest {
protected:
    StyleTrainingTest() {
        fs::create_directories(folder / "models");
        fs::create_directories(folder / "photos");
        EXPECT_TRUE(io::writeTensorFile(
            folder / "models/net.safetensors",
            test::formulaWeights(expectedTensors(*style::findFeatureArchitecture("squeezenet1_1"))), {}));
        for (int i = 0; i < 6; ++i)
            put("photos/" + std::to_string(i) + ".png", wavyPicture(40, 40, 15 + 4 * i, 0.3 * i));
    }
    ParamValues training(ParamValues more = {}) const {
        more.insert({{"model", std::string("fast-style")},
                     {"data", std::string("folder")},
                     {"data_folder", (folder / "photos").string()},
                     {"style", (folder / "style.png").string()},
                     {"size", int64_t{32}},
                     {"style_size", int64_t{60}},
                     {"batch_size", int64_t{2}},
                     {"validation_share", 0.0},
                     {"test_share", 0.0},
                     {"steps", int64_t{40}},
                     {"learning_rate", 3e-3},
                     {"log_every", int64_t{1}},
                     {"preview_every", int64_t{40}},
                     {"out", (folder / "run").string()}});
        return more;
    }
    std::string refused(const ParamValues& values) {
        Session session(folder);
        const auto started = session.start(values);
        return started ? "" : started.error().text();
    }
};

TEST_F(StyleTrainingTest, TheLossAndItsGradientsArePyTorchs) {
    const json numbers = test::readNumbers("style-training");
    const auto network = style::FeatureNetwork::load(folder / "models/net.safetensors");
    ASSERT_TRUE(network);
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(1);
    style::StyleTransformer transformer(generator);
    auto own = transformer.named_parameters();
    const auto weights = test::formulaWeights(expectedTensors(style::StyleTransformer::layout()));
    ASSERT_EQ(own.size(), weights.size());
    {
        const torch::NoGradGuard noGradients;
        for (const auto& [name, values] : weights) own[name].copy_(values);
        own["deconv3.conv2d.weight"].mul_(20);  // else the picture would be nearly black
        own["deconv3.conv2d.bias"].add_(127.5);
    }
    const auto layers = [&](const char* id) {
        std::vector<style::LayerWeight> all;
        for (const json& name : numbers["settings"][id]) all.push_back({.layer = name});
        return all;
    };
    const style::PerceptualObjective objective(*network, layers("content_layers"), layers("style_layers"),
                                               test::smoothPicture(71, 72, 72));
    const torch::Tensor content =
        torch::cat({test::smoothPicture(51, 48, 56), test::smoothPicture(61, 48, 56)});
    const json& settings = numbers["settings"];
    const style::PerceptualLosses losses =
        objective(transformer.forward(content * 255) / 255, content,
                  {settings["content_weight"], settings["style_weight"], settings["tv_weight"]});
    losses.total.backward();

    const std::pair<const char*, torch::Tensor> parts[] = {{"content", losses.content},
                                                           {"style", losses.style},
                                                           {"variation", losses.variation},
                                                           {"loss", losses.total}};
    for (const auto& [name, loss] : parts) {
        const double expected = numbers["losses"][name];
        EXPECT_NEAR(loss.item<double>(), expected, 1e-4 * expected) << name;
    }
    for (const auto& [name, gradient] : numbers["gradients"].items()) {
        // A bias before an instance norm moves nothing: what is left is rounding.
        const double expected = gradient, found = own[name].grad().norm().item<double>();
        EXPECT_NEAR(found, expected, 2e-3 * expected + 1e-5) << name;
    }
}

TEST_F(StyleTrainingTest, TheLossFallsAndWhatIsShownChanges) {
    Session session(folder);
    const auto started = session.start(training());
    ASSERT_TRUE(started) << started.error().text();
    session.step(2);
    const auto first = session.job->snapshot();
    const auto outcome = session.runToEnd();
    ASSERT_FALSE(outcome.error) << outcome.error->text();
    const auto last = session.job->snapshot();
    ASSERT_TRUE(first->samples && last->samples);
    EXPECT_EQ(last->samples->count, 6);
    EXPECT_EQ(last->samples->tileWidth, 32);
    EXPECT_EQ(last->samples->sheet.channels, 3);
    EXPECT_NE(first->samples->sheet.bytes, last->samples->sheet.bytes);
    ASSERT_EQ(last->metrics->names.front(), "loss");
    ASSERT_GE(last->metrics->rowCount(), 40U);
    const auto& losses = last->metrics->blocks.front()->scalars.front();
    EXPECT_LT(losses.back(), 0.7 * losses.front());
}

TEST_F(StyleTrainingTest, AResumedTrainingIsTheUnbrokenOne) {
    const auto weightsAfter = [&](const std::string& out, bool isBroken) {
        const ParamValues values =
            training({{"steps", int64_t{6}}, {"out", (folder / out).string()}, {"flip", true}});
        {
            Session session(folder);
            EXPECT_TRUE(session.start(values));
            if (!isBroken) session.runToEnd();
            if (isBroken) session.step(3);
            if (isBroken) {
                EXPECT_TRUE(session.job->stop());
            }
        }
        if (isBroken) {
            Session session(folder);
            const auto started = session.start({{"resume", (folder / out).string()}});
            EXPECT_TRUE(started) << (started ? "" : started.error().text());
            session.runToEnd();
        }
        return bytesOf(io::RunFolder{folder / out}.checkpoint(6) / "model.safetensors");
    };
    EXPECT_EQ(weightsAfter("whole", false), weightsAfter("broken", true));
}

TEST_F(StyleTrainingTest, StylizePaintsWithTheRunAndWithItsExport) {
    Session session(folder);
    ASSERT_TRUE(session.start(training({{"steps", int64_t{4}}})));
    session.runToEnd();
    ParamValues painting{{"method", std::string("fast")},
                         {"network", (folder / "run").string()},
                         {"content", (folder / "content.png").string()},
                         {"strength", 1.0},
                         {"size", int64_t{64}},
                         {"out", (folder / "out.png").string()}};
    ASSERT_EQ(run(painting), "");
    const Image byRun = pictureIn(folder / "out.png");
    EXPECT_NE(byRun.bytes, pictureIn(folder / "content.png").bytes);
    EXPECT_EQ(textOf(recipeIn(folder / "out.png").values, "network"), (folder / "run").string());
    EXPECT_EQ(recipeIn(folder / "out.png").origin.modelHash.size(), 64U);

    const auto* exporting = generation::findKind("export");
    const auto values = exporting->prepare(
        {{"run", (folder / "run").string()}, {"out", (folder / "own.safetensors").string()}});
    ASSERT_TRUE(values) << values.error().text();
    auto job =
        exporting->make({.kind = "export", .values = *values}, session.context, JobId{2}, [](Event) {});
    ASSERT_TRUE(job) << job.error().text();
    (*job)->step();
    painting["network"] = (folder / "own.safetensors").string();
    ASSERT_EQ(run(painting), "");
    EXPECT_EQ(pictureIn(folder / "out.png").bytes, byRun.bytes);

    // And the library takes it in as a fast style network.
    const auto* importing = generation::findKind("import");
    const auto file = importing->prepare({{"file", (folder / "own.safetensors").string()}});
    job = importing->make({.kind = "import", .values = *file}, session.context, JobId{3}, [](Event) {});
    ASSERT_TRUE(job);
    engine::StepOutcome outcome;
    while (outcome.next == engine::StepOutcome::Next::Continue) outcome = (*job)->step();
    ASSERT_FALSE(outcome.error) << outcome.error->text();
    painting.erase("network");
    ASSERT_EQ(run(painting), "");
    EXPECT_EQ(pictureIn(folder / "out.png").bytes, byRun.bytes);
    EXPECT_THAT(textOf(recipeIn(folder / "out.png").values, "network"), HasSubstr("own-"));
}

TEST_F(StyleTrainingTest, ARunIsCalledByTheStyleThatItLearns) {
    const auto title = [&](ParamValues more) {
        return limner::training::trainingTitle(
            completeValues(limner::training::trainTable(), training(std::move(more))).value());
    };
    EXPECT_EQ(title({{"style", std::string("/somewhere/starry night.jpg")}}), "fast-style-starry night");
    EXPECT_EQ(title({{"name", std::string("mine")}}), "mine");
}

TEST_F(StyleTrainingTest, WhatIsMissingIsSaidBeforeARunBegins) {
    EXPECT_THAT(refused(training({{"style", std::string()}})), HasSubstr("No style"));
    EXPECT_THAT(refused(training({{"channels", std::string("grey")}})), HasSubstr("colour"));
    EXPECT_THAT(refused(training({{"style_layers", std::string("fire20")}})), HasSubstr("fire20"));
    EXPECT_THAT(refused(training({{"features", std::string("vgg16")}})), HasSubstr("not installed"));
    EXPECT_FALSE(fs::exists(folder / "run"));
}

}  // namespace
}  // namespace limner::testing
