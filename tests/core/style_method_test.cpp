// Neural style, fast style and DeepDream as methods of Stylize, on SqueezeNet with weights by formula.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/internal/feature_network.h"
#include "core/internal/style_method.h"
#include "core/style/fast_layout.h"
#include "core/style/feature_architecture.h"
#include "core/style/named_network.h"
#include "io_files.h"
#include "plain_host.h"
#include "style_weights.h"

namespace limner::test {
namespace {

using style::StyleInput;
using style::StyleMethod;
using ::testing::HasSubstr;

class StyleMethods : public ::testing::Test {
protected:
    StyleMethods() {
        fs::create_directories(folder / "models");
        EXPECT_TRUE(io::writeTensorFile(
            folder / "models/squeezenet.safetensors",
            formulaWeights(expectedTensors(*style::findFeatureArchitecture("squeezenet1_1"))), {}));
        EXPECT_TRUE(io::writeTensorFile(folder / "models/fast.safetensors",
                                        formulaWeights(expectedTensors(style::fastLayouts().front())), {}));
    }

    /// Two pictures of 72 × 64 pixels, and the values that a person gave.
    StyleInput input(const std::string& method, ParamValues values) const {
        values.insert({{"strength", 0.7}, {"tile", int64_t{1024}}, {"overlap", int64_t{64}}});
        const auto complete = completeValues(table(method), values);
        EXPECT_TRUE(complete) << complete.error().text();
        return {.content = smoothPicture(1, 64, 72)[0],
                .height = 64,
                .width = 72,
                .styles = {{smoothPicture(11, 60, 60)[0], 1.0}},
                .values = *complete,
                .seed = 5};
    }
    std::unique_ptr<StyleMethod> make(const std::string& method, const StyleInput& from) {
        auto made = style::findStyleMethod(method)->make(from, context);
        EXPECT_TRUE(made) << made.error().text();
        return std::move(*made);
    }
    std::string refused(const std::string& method, const ParamValues& values) {
        const auto made = style::findStyleMethod(method)->make(input(method, values), context);
        return made ? "" : made.error().text();
    }
    /// Runs it to its end.
    /// @return its numbers after each step, the first of them
    static std::vector<double> run(StyleMethod& method) {
        std::vector<double> numbers;
        while (!method.isDone()) {
            EXPECT_TRUE(method.step());
            if (!method.scalars().empty()) numbers.push_back(method.scalars().front());
            EXPECT_EQ(method.picture().sizes(), (std::vector<int64_t>{3, 64, 72}));
        }
        EXPECT_EQ(method.stepsDone(), method.stepsTotal());
        return numbers;
    }
    torch::Tensor result(const std::string& method, const ParamValues& values) {
        const auto made = make(method, input(method, values));
        run(*made);
        return made->picture();
    }

    TemporaryFolder folder;
    testing::PlainHost host;
    JobContext context{host, folder.path(), {}, {}, {}, {}};

    /// Those of the method, and those that all have and it looks at.
    static ParamTable table(const std::string& method) {
        ParamTable rows = style::findStyleMethod(method)->rows();
        rows.push_back({.id = "strength", .kind = ParamKind::Real, .standard = 0.7});
        rows.push_back({.id = "tile", .standard = int64_t{1024}, .range = {1, 8192}});
        rows.push_back({.id = "overlap", .standard = int64_t{64}, .range = {0, 512}});
        return rows;
    }
};

double distance(const torch::Tensor& a, const torch::Tensor& b) {
    return (a - b).abs().mean().item<double>();
}

TEST_F(StyleMethods, NeuralStyleComesNearerWithEachOptimizer) {
    for (const std::string optimizer : {"adam", "lbfgs"}) {
        const auto method = make("neural", input("neural", {{"steps", int64_t{40}},
                                                            {"levels", int64_t{1}},
                                                            {"optimizer", optimizer},
                                                            {"start", "noise"}}));
        const auto losses = run(*method);
        EXPECT_LT(losses.back(), 0.7 * losses.front()) << optimizer;
        EXPECT_EQ(method->scalarNames().size(), method->scalars().size());
        EXPECT_EQ(method->modelHash().size(), 64U);
    }
}

TEST_F(StyleMethods, TheSameSeedMakesTheSamePicture) {
    for (const std::string loss : {"gram", "sliced", "histogram"}) {
        const ParamValues values{{"steps", int64_t{4}}, {"start", "noise"}, {"style_loss", loss}};
        EXPECT_TRUE(result("neural", values).equal(result("neural", values))) << loss;
    }
    EXPECT_TRUE(result("dream", {{"steps", int64_t{2}}}).equal(result("dream", {{"steps", int64_t{2}}})));
}

TEST_F(StyleMethods, MoreStrengthLeavesLessOfTheContent) {
    for (const std::string method : {"neural", "fast", "dream"}) {
        ParamValues values;
        if (method == "fast") values["network"] = "fast.safetensors";
        if (method != "fast") values["steps"] = int64_t{6};
        const torch::Tensor content = input(method, values).content;
        values["strength"] = 0.2;
        const double weak = distance(result(method, values), content);
        values["strength"] = 1.0;
        EXPECT_LT(weak, distance(result(method, values), content)) << method;
    }
}

TEST_F(StyleMethods, APictureThatIsShownIsNeverWrittenIntoAgain) {
    for (const std::string name : {"neural", "dream"}) {
        const auto method = make(name, input(name, {{"steps", int64_t{3}}}));
        ASSERT_TRUE(method->step());
        const torch::Tensor shown = method->picture(), copy = shown.clone();
        ASSERT_TRUE(method->step());
        EXPECT_TRUE(shown.equal(copy)) << name;
        EXPECT_FALSE(method->picture().equal(copy)) << name;
    }
}

TEST_F(StyleMethods, AWeightCountsFromTheStepInWhichItIsChanged) {
    const auto method = make("neural", input("neural", {{"steps", int64_t{4}}, {"levels", int64_t{1}}}));
    ASSERT_TRUE(method->step());
    const double before = method->scalars().front();
    ASSERT_TRUE(method->edit({"style_weight", 3000.0}));
    ASSERT_TRUE(method->step());
    EXPECT_GT(method->scalars().front(), 10 * before);
}

TEST_F(StyleMethods, StylesAreBlendedByTheirWeights) {
    StyleInput both = input("neural", {{"steps", int64_t{10}}, {"levels", int64_t{1}}, {"strength", 1.0}});
    both.styles.push_back({smoothPicture(41, 60, 60)[0], 1.0});
    const auto picture = [&](double first, double second) {
        both.styles[0].weight = first;
        both.styles[1].weight = second;
        const auto method = make("neural", both);
        run(*method);
        return method->picture();
    };
    const torch::Tensor mixed = picture(0.5, 0.5), one = picture(1, 1e-6), other = picture(1e-6, 1);
    EXPECT_LT(distance(mixed, one), distance(other, one));
    EXPECT_LT(distance(mixed, other), distance(other, one));
}

TEST_F(StyleMethods, TheBlendOfFastStyleIsExact) {
    const torch::Tensor content = input("fast", {}).content;
    const auto blend = [&](double strength) {
        return result("fast", {{"network", "fast.safetensors"}, {"strength", strength}});
    };
    EXPECT_LT(distance(blend(0.25), content + 0.25 * (blend(1) - content)), 1e-6);
}

TEST_F(StyleMethods, ALargePictureIsPaintedInPartsWithoutSeams) {
    const auto method = make(
        "fast", input("fast", {{"network", "fast.safetensors"}, {"strength", 1.0}, {"tile", int64_t{64}}}));
    run(*method);
    EXPECT_EQ(method->stepsTotal(), 3);  // one look at all of it, two parts
    const auto jump = [&](int64_t x) {
        return distance(method->picture().select(2, x - 1), method->picture().select(2, x));
    };
    EXPECT_LT(jump(64), 1.5 * std::max(jump(62), jump(66)));
}

TEST_F(StyleMethods, ADreamFollowsAGuide) {
    const ParamValues guided{{"steps", int64_t{4}}, {"layer", "fire4"}};
    ParamValues free = guided;
    free["guided"] = false;
    EXPECT_GT(distance(result("dream", guided), result("dream", free)), 0.005);
}

TEST_F(StyleMethods, WhatDoesNotFitIsRefusedWithAReason) {
    EXPECT_THAT(refused("neural", {{"style_layers", "relu1, fire20"}}), HasSubstr("no layer “fire20”"));
    EXPECT_THAT(refused("neural", {{"features", "vgg16"}}), HasSubstr("VGG-16 are not installed"));
    const auto channel =
        completeValues(table("dream"), {{"layer", std::string("fire2")}, {"channel", int64_t{128}}});
    EXPECT_THAT(channel ? "" : channel.error().text(), HasSubstr("-1 to 127"));
    EXPECT_THAT(refused("fast", {}), HasSubstr("No fast style network"));
    EXPECT_THAT(refused("fast", {{"network", "squeezenet.safetensors"}}), HasSubstr("Missing: conv1"));
    EXPECT_THAT(refused("fast", {{"network", "absent.safetensors"}}), HasSubstr("absent.safetensors"));
}

TEST_F(StyleMethods, EveryLayerOffersTheChannelsThatItsNetworkHas) {
    const auto network = style::FeatureNetwork::load(folder / "models/squeezenet.safetensors");
    ASSERT_TRUE(network);
    std::vector<std::string> names;
    for (const style::NamedLayer& layer : namedLayers(network->architecture())) {
        names.push_back(layer.name);
        EXPECT_EQ(layer.channels, network->channels(layer.name)) << layer.name;
    }
    EXPECT_EQ(names, network->layerNames());
}

TEST_F(StyleMethods, ANetworkIsFoundByItsIdByAFileAndAsTheFirstOfTheLibrary) {
    const fs::path file = folder / "models/fast.safetensors";
    EXPECT_EQ(style::networkFile("fast", folder.path()).value(), file);
    EXPECT_EQ(style::networkFile("fast.safetensors", folder.path()).value(), file);
    EXPECT_EQ(style::networkFile(file.string(), folder.path()).value(), file);
    EXPECT_THAT(style::networkFile("slow", folder.path()).error().text(), HasSubstr("“slow”"));

    const auto named = [&](ParamValues values) {
        return style::withNamedNetworks(std::move(values), folder.path());
    };
    EXPECT_EQ(textOf(named({{"network", file.string()}}), "network"), "fast");
    EXPECT_EQ(textOf(named({{"network", std::string("/elsewhere/x.safetensors")}}), "network"),
              "/elsewhere/x.safetensors");
    EXPECT_EQ(textOf(named({{"features", std::string("squeezenet1_1")}, {"features_file", std::string()}}),
                     "features_file"),
              "squeezenet");
    // Only what was taken in as a fast style network says that it is one.
    EXPECT_EQ(textOf(named({{"network", std::string()}}), "network"), "");
    ASSERT_TRUE(io::writeTensorFile(folder / "models/wave-12345678.safetensors",
                                    formulaWeights(expectedTensors(style::fastLayouts().front())),
                                    {{"limner:kind", "fast-style"}}));
    EXPECT_EQ(textOf(named({{"network", std::string()}}), "network"), "wave-12345678");
}

}  // namespace
}  // namespace limner::test
