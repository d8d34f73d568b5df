// Feature networks, neural style and fast style give PyTorch's numbers
// (tests/reference/make_style_numbers.py).
#include <gtest/gtest.h>

#include <algorithm>

#include "core/internal/feature_network.h"
#include "core/style/fast_network.h"
#include "core/style/feature_architecture.h"
#include "core/style/neural_objective.h"
#include "core/style/picture_optimizer.h"
#include "io_files.h"
#include "numbers.h"
#include "style_weights.h"

namespace limner::test {
namespace {

using nlohmann::json;

constexpr const char* kSqueezeNet = "squeezenet1_1-imagenet.safetensors";

const json& styleNumbers() {
    static const json numbers = readNumbers("style");
    return numbers;
}

void expectFeatures(const style::FeatureNetwork& network, const json& cases) {
    std::vector<std::string> layers;
    for (const json& layer : cases) layers.push_back(layer["layer"]);
    const auto found = network.features(smoothPicture(21, 64, 72), layers);
    ASSERT_EQ(found.size(), cases.size());
    for (size_t i = 0; i < layers.size(); ++i) {
        EXPECT_EQ(found[i].sizes().vec(), cases[i]["shape"].get<std::vector<int64_t>>()) << layers[i];
        const double norm = cases[i]["norm"];
        EXPECT_NEAR(found[i].norm().item<double>(), norm, 1e-4 * norm) << layers[i];
        const auto flat = found[i].contiguous().flatten();
        const double typical = norm / std::sqrt(static_cast<double>(flat.numel()));
        for (size_t k = 0; k < cases[i]["few"].size(); ++k) {
            const double expected = cases[i]["few"][k];
            EXPECT_NEAR(flat[static_cast<int64_t>(k) * 997].item<double>(), expected,
                        1e-4 * std::max(expected, typical))
                << layers[i];
        }
    }
}

TEST(StyleNumbers, SqueezeNetSeesWhatPyTorchSees) {
    LIMNER_NEEDS_WEIGHTS(file, kSqueezeNet);
    const auto network = style::FeatureNetwork::load(file);
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(network->architecture().id, "squeezenet1_1");
    expectFeatures(*network, styleNumbers()["squeezenet1_1"]);
}

TEST(StyleNumbers, VggSeesWhatPyTorchSees) {
    for (const std::string id : {"vgg16", "vgg19"}) {
        const TemporaryFolder folder;
        const auto* architecture = style::findFeatureArchitecture(id);
        ASSERT_TRUE(io::writeTensorFile(folder / "vgg.safetensors",
                                        formulaWeights(expectedTensors(*architecture)), {}));
        const auto network = style::FeatureNetwork::load(folder / "vgg.safetensors");
        ASSERT_TRUE(network) << network.error().text();
        EXPECT_EQ(network->architecture().id, id);
        expectFeatures(*network, styleNumbers()[id]);
    }
}

std::vector<style::LayerWeight> layersOf(const json& names) {
    std::vector<style::LayerWeight> layers;
    for (const json& name : names) layers.push_back({.layer = name});
    return layers;
}

double relativeTo(double value, double expected) {
    return std::abs(value - expected) / std::max(1e-3, std::abs(expected));
}

TEST(StyleNumbers, NeuralStyleTakesPyTorchsWay) {
    LIMNER_NEEDS_WEIGHTS(file, kSqueezeNet);
    const json& numbers = styleNumbers()["neural"];
    const json& given = numbers["settings"];
    const auto network = style::FeatureNetwork::load(file);
    ASSERT_TRUE(network) << network.error().text();
    const torch::Tensor content = smoothPicture(1, 256, 256);
    const style::NeuralObjective objective(*network,
                                           {.contentLayers = layersOf(given["content_layers"]),
                                            .styleLayers = layersOf(given["style_layers"]),
                                            .contentWeight = given["content_weight"],
                                            .styleWeight = given["style_weight"],
                                            .variationWeight = given["tv_weight"]},
                                           content, {{smoothPicture(11, 256, 256), 1.0}}, {});
    const auto adam = style::makeAdam(given["learning_rate"]);
    torch::Tensor picture = content.clone();
    for (int step = 0; step <= 200; ++step) {
        torch::Tensor free = picture.detach().requires_grad_();
        const style::NeuralLosses losses = objective(free);
        if (step == 0) {
            const json& first = numbers["first"];
            EXPECT_NEAR(losses.content.item<double>(), first["content"].get<double>(), 1e-4);
            EXPECT_LT(relativeTo(losses.style.item<double>(), first["style"]), 1e-4);
            EXPECT_LT(relativeTo(losses.variation.item<double>(), first["variation"]), 1e-4);
            EXPECT_LT(relativeTo(losses.total.item<double>(), first["total"]), 1e-4);
        }
        if (step == 200) {
            EXPECT_LT(relativeTo(losses.total.item<double>(), numbers["after_200"]["total"]), 0.05);
        }
        losses.total.backward();
        adam->move(picture, free.grad(), losses.total.item<double>());
    }
}

/// The largest difference of a painted picture from PyTorch's, in 1/255.
double largestDifference(const style::FastNetwork& network, const json& expected) {
    const torch::Tensor picture = smoothPicture(31, expected["height"], expected["width"])[0];
    const torch::Tensor painted = network.paint(picture);
    EXPECT_EQ(painted.sizes(), picture.sizes());
    const torch::Tensor flat = painted.flatten();
    double largest = 0;
    for (size_t k = 0; k < expected["few"].size(); ++k) {
        const double found = flat[static_cast<int64_t>(k) * 37].item<double>();
        largest = std::max(largest, 255 * std::abs(found - expected["few"][k].get<double>()));
    }
    return largest;
}

class FastStyleNumbers : public ::testing::TestWithParam<const char*> {};

TEST_P(FastStyleNumbers, PaintsWhatPyTorchPaints) {
    const std::string name = std::string("fast-style-") + GetParam();
    LIMNER_NEEDS_WEIGHTS(file, name + ".safetensors");
    const auto network = style::FastNetwork::load(file);
    ASSERT_TRUE(network) << network.error().text();
    for (const json& expected : styleNumbers()[name])
        EXPECT_LT(largestDifference(*network, expected), 1) << name << " " << expected["height"];
}

INSTANTIATE_TEST_SUITE_P(Networks, FastStyleNumbers,
                         ::testing::Values("la-muse", "rain-princess", "scream", "udnie", "wave", "wreck"),
                         [](const auto& instance) {
                             std::string name = instance.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(StyleNumbers, TheLayoutOfPyTorchsExampleIsKnown) {
    const TemporaryFolder folder;
    auto tensors = formulaWeights(expectedTensors(style::fastLayouts().back()));
    tensors.emplace_back("in1.running_mean", torch::zeros({32}));  // as files of old versions have them
    ASSERT_TRUE(io::writeTensorFile(folder / "mosaic.safetensors", tensors, {}));
    const auto network = style::FastNetwork::load(folder / "mosaic.safetensors");
    ASSERT_TRUE(network) << network.error().text();
    for (const json& expected : styleNumbers()["pytorch-example"])
        EXPECT_LT(largestDifference(*network, expected), 1) << expected["height"];
}

}  // namespace
}  // namespace limner::test
