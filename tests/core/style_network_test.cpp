// Feature networks, style losses and fast style networks by themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/internal/feature_network.h"
#include "core/style/dreaming.h"
#include "core/style/fast_network.h"
#include "core/style/feature_architecture.h"
#include "core/style/feature_rows.h"
#include "core/style/picture_optimizer.h"
#include "core/style/style_loss.h"
#include "io_files.h"
#include "style_weights.h"

namespace limner::test {
namespace {

using style::FeatureNetwork;
using ::testing::AllOf;
using ::testing::HasSubstr;

const style::FeatureArchitecture& squeezeNet() {
    return *style::findFeatureArchitecture("squeezenet1_1");
}

/// SqueezeNet with weights by formula, in a folder.
class StyleNetworks : public ::testing::Test {
protected:
    StyleNetworks() { EXPECT_TRUE(io::writeTensorFile(file, weights, {})); }
    FeatureNetwork network() const { return FeatureNetwork::load(file).value(); }
    /// @return the error of a file with these tensors
    Error refused(const io::NamedTensors& tensors) const {
        EXPECT_TRUE(io::writeTensorFile(folder / "wrong.safetensors", tensors, {}));
        const auto loaded = FeatureNetwork::load(folder / "wrong.safetensors", squeezeNet());
        EXPECT_FALSE(loaded.ok());
        return loaded.ok() ? Error{} : loaded.error();
    }

    TemporaryFolder folder;
    fs::path file = folder / "squeezenet.safetensors";
    io::NamedTensors weights = formulaWeights(expectedTensors(squeezeNet()));
};

TEST_F(StyleNetworks, WrongNamesAndShapesAreListed) {
    io::NamedTensors tensors = weights;
    tensors[1].first = "features.0.shift";
    tensors[2].second = torch::zeros({8, 64, 1, 1});
    const Error error = refused(tensors);
    EXPECT_EQ(error.code, ErrorCode::Mismatch);
    EXPECT_THAT(error.text(), AllOf(HasSubstr("wrong.safetensors"), HasSubstr("SqueezeNet 1.1"),
                                    HasSubstr("Missing: features.0.bias"),
                                    HasSubstr("features.3.squeeze.weight 8×64×1×1 ≠ 16×64×1×1"),
                                    HasSubstr("Unknown: features.0.shift")));
}

TEST_F(StyleNetworks, AClassifierBehindTheFeaturesIsLeftAlone) {
    io::NamedTensors tensors = weights;
    tensors.emplace_back("classifier.1.weight", torch::zeros({1000, 512, 1, 1}));
    ASSERT_TRUE(io::writeTensorFile(file, tensors, {}));
    EXPECT_TRUE(FeatureNetwork::load(file));
}

TEST_F(StyleNetworks, TheWeightsAreFoundByWhatIsInTheFile) {
    ASSERT_TRUE(io::writeTensorFile(folder / "a.safetensors", {{"other", torch::zeros({3})}}, {}));
    writeBytes(folder / "b.safetensors", "not a tensor file");
    const auto found = style::findFeatureWeights(squeezeNet(), {folder / "nowhere", folder.path()});
    ASSERT_TRUE(found) << found.error().text();
    EXPECT_EQ(*found, file);
    const auto absent = style::findFeatureWeights(*style::findFeatureArchitecture("vgg16"), {folder.path()});
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().code, ErrorCode::NotFound);
    EXPECT_THAT(absent.error().text(), AllOf(HasSubstr("VGG-16"), HasSubstr("library import")));
}

TEST_F(StyleNetworks, APictureOfTheSmallestSideIsJustLargeEnough) {
    const FeatureNetwork features = network();
    for (const std::string& layer : features.layerNames()) {
        const int64_t side = features.smallestSide(layer);
        EXPECT_GT(features.features(smoothPicture(1, side, side), {layer}).front().numel(), 0) << layer;
        if (side > 1) {
            EXPECT_THROW(features.features(smoothPicture(1, side - 1, side), {layer}), std::invalid_argument)
                << layer;
        }
    }
}

TEST_F(StyleNetworks, GradientsAreThoseOfFiniteDifferences) {
    const FeatureNetwork features = network();
    const auto loss = [&](const torch::Tensor& picture) {
        const auto found = features.features(picture, {"fire3", "relu1", "fire5"});
        return found[0].sum() + found[1].square().mean() + found[2].square().mean();
    };
    const torch::Tensor picture = smoothPicture(3, 40, 44), way = smoothPicture(5, 40, 44) - 0.5;
    const torch::Tensor free = picture.clone().requires_grad_();
    loss(free).backward();
    const double slope = (free.grad() * way).sum().item<double>();
    constexpr double kStep = 1e-3;
    const double difference = (loss(picture + kStep * way) - loss(picture - kStep * way)).item<double>();
    EXPECT_NEAR(difference / (2 * kStep), slope, 0.01 * std::abs(slope));
}

TEST(StyleLayers, AreReadWithTheirWeights) {
    const auto layers = style::parseLayers("relu1 fire2:0.5, fire3");
    ASSERT_TRUE(layers);
    ASSERT_EQ(layers->size(), 3U);
    EXPECT_EQ((*layers)[1].layer, "fire2");
    EXPECT_EQ((*layers)[1].weight, 0.5);
    EXPECT_EQ((*layers)[2].weight, 1);
    for (const char* wrong : {"", " , ", "fire2:", "fire2:x", "fire2:-1", ":2"})
        EXPECT_FALSE(style::parseLayers(wrong)) << wrong;
}

/// Activations that no two channels or pixels share.
torch::Tensor activations(uint64_t stream, int64_t side) {
    return hashed(stream, {1, 6, side, side}).abs().contiguous(at::MemoryFormat::ChannelsLast);
}

class StyleLosses : public ::testing::TestWithParam<std::string> {};

TEST_P(StyleLosses, AreZeroForTheStyleItselfAndGrowAwayFromIt) {
    const torch::Tensor style = activations(1, 12);
    const auto generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const auto loss = style::findStyleLoss(GetParam())->make({{style, 1.0}}, generator);
    EXPECT_NEAR(loss(style).item<double>(), 0, 1e-6);
    const double near = loss(style * 0.9).item<double>(), far = loss(style * 0.5).item<double>();
    EXPECT_GT(near, 0.001);
    EXPECT_GT(far, 2 * near);
}

TEST_P(StyleLosses, DoNotMindWhereThingsAre) {
    const torch::Tensor style = activations(1, 12);
    const auto generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const auto loss = style::findStyleLoss(GetParam())->make({{style, 1.0}}, generator);
    EXPECT_NEAR(loss(style.roll({3, 5}, {2, 3})).item<double>(), 0, 1e-6);
}

TEST_P(StyleLosses, LeadToTheStyle) {
    const auto generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const auto loss = style::findStyleLoss(GetParam())->make({{activations(1, 12), 1.0}}, generator);
    torch::Tensor drawn = activations(2, 12) * 0.3;
    const double before = loss(drawn).item<double>();
    const auto adam = style::makeAdam(0.02);
    for (int step = 0; step < 60; ++step) {
        torch::Tensor free = drawn.detach().requires_grad_();
        const torch::Tensor now = loss(free);
        now.backward();
        adam->move(drawn, free.grad(), now.item<double>());
    }
    EXPECT_LT(loss(drawn).item<double>(), 0.1 * before);
}

INSTANTIATE_TEST_SUITE_P(Kinds, StyleLosses, ::testing::Values("gram", "sliced", "histogram"),
                         [](const auto& instance) { return instance.param; });

TEST(Lbfgs, FindsTheBottomOfALongValleyInFewSteps) {
    // x² with curvatures from 1 to 1000, around 0.4: plain gradient descent would need thousands of steps.
    const torch::Tensor curvature = torch::logspace(0, 3, 30).view({1, 3, 1, 10});
    torch::Tensor picture = torch::full({1, 3, 1, 10}, 0.9);
    const auto optimizer = style::makeLbfgs();
    double loss = 0;
    for (int step = 0; step < 80; ++step) {
        const torch::Tensor off = picture - 0.4;
        loss = (curvature * off.square()).sum().item<double>() / 2;
        optimizer->move(picture, curvature * off, loss);
    }
    EXPECT_LT(loss, 0.01);
    EXPECT_NEAR(picture.min().item<double>(), 0.4, 0.01);
}

TEST_F(StyleNetworks, ADreamAnswersMoreStepByStep) {
    const FeatureNetwork features = network();
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(1);
    torch::Tensor picture = smoothPicture(3, 64, 80);
    std::vector<double> answers;
    for (int i = 0; i < 10; ++i)
        answers.push_back(
            style::dreamOn(features, {.layer = "fire4"}, {.rate = 0.02, .jitter = 4}, picture, generator));
    EXPECT_GT(answers.back(), 1.5 * answers.front());
    EXPECT_LE(picture.max().item<double>(), 1);
    EXPECT_GE(picture.min().item<double>(), 0);
}

TEST_F(StyleNetworks, AThumbnailIsWhatItsChannelLikesMost) {
    const FeatureNetwork features = network();
    const auto answer = [&](int64_t liked, int64_t asked) {
        const torch::Tensor picture = style::likedBy(features, "fire3", liked, 48, 7);
        EXPECT_EQ(picture.sizes(), (std::vector<int64_t>{3, 48, 48}));
        return features.features(picture.unsqueeze(0), {"fire3"})[0].select(1, asked).mean().item<double>();
    };
    EXPECT_GT(answer(3, 3), 1.2 * answer(90, 3));
    EXPECT_GT(answer(90, 90), 1.2 * answer(3, 90));
}

TEST_F(StyleNetworks, PartsOfAFastPictureFitTogether) {
    const fs::path path = folder / "fast.safetensors";
    ASSERT_TRUE(io::writeTensorFile(path, formulaWeights(expectedTensors(style::fastLayouts().front())), {}));
    const auto fast = style::FastNetwork::load(path);
    ASSERT_TRUE(fast) << fast.error().text();
    const torch::Tensor picture = smoothPicture(31, 256, 200)[0];
    style::PassStatistics seen;
    const torch::Tensor whole = fast->paint(picture, seen);
    const torch::Tensor part = fast->paintPart(picture.narrow(1, 0, 192), seen);
    const torch::Tensor off = (part.narrow(1, 0, 96) - whole.narrow(1, 0, 96)).abs();
    EXPECT_LT(255 * off.mean().item<double>(), 1);
}

TEST_F(StyleNetworks, AFastPictureHasNoFrame) {
    LIMNER_NEEDS_WEIGHTS(real, "fast-style-la-muse.safetensors");
    const auto fast = style::FastNetwork::load(real);
    ASSERT_TRUE(fast) << fast.error().text();
    // Near its edges a picture is painted as if it went on behind them.
    const torch::Tensor picture = smoothPicture(31, 200, 260)[0];
    const torch::Tensor wide = style::withoutMargin(fast->paint(style::withMargin(picture, 96)), 96);
    const auto edgeOff = [&](const torch::Tensor& painted) {
        return 255 * (painted - wide).abs().narrow(2, 260 - 24, 24).mean().item<double>();
    };
    style::PassStatistics seen;
    const double alone = edgeOff(fast->paint(picture));
    EXPECT_GT(alone, 20);
    EXPECT_LT(edgeOff(style::paintWhole(*fast, picture, seen)), alone / 3);
}

TEST_F(StyleNetworks, ANetworkWithNumbersThatAreNotFiniteIsSaidToBeBroken) {
    const auto broken = [&](const std::vector<style::ExpectedTensor>& expected) {
        io::NamedTensors tensors = formulaWeights(expected);
        tensors[2].second.flatten()[0] = std::nan("");
        const fs::path path = folder / "broken.safetensors";
        EXPECT_TRUE(io::writeTensorFile(path, tensors, {}).ok());
        return std::pair(path, tensors[2].first);
    };
    const auto [fastFile, fastName] = broken(expectedTensors(style::fastLayouts().front()));
    const auto fast = style::FastNetwork::load(fastFile);
    ASSERT_FALSE(fast);
    EXPECT_EQ(fast.error().code, ErrorCode::Damaged);
    EXPECT_THAT(fast.error().text(), AllOf(HasSubstr("broken.safetensors"), HasSubstr(fastName)));
    const style::FeatureArchitecture& architecture = style::featureArchitectures().front();
    const auto features =
        style::FeatureNetwork::load(broken(expectedTensors(architecture)).first, architecture);
    ASSERT_FALSE(features);
    EXPECT_THAT(features.error().text(), HasSubstr("not finite"));
}

TEST_F(StyleNetworks, AFileThatIsNoFastStyleNetworkSaysWhatIsMissing) {
    const auto fast = style::FastNetwork::load(file);
    ASSERT_FALSE(fast);
    EXPECT_EQ(fast.error().code, ErrorCode::Mismatch);
    EXPECT_THAT(fast.error().text(), AllOf(HasSubstr("conv1"), HasSubstr("features.0.weight")));
}

}  // namespace
}  // namespace limner::test
