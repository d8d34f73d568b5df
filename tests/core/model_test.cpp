// What must hold of every model, and of the turns that a GAN takes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "formula.h"
#include "model_tools.h"

namespace limner::test {
namespace {

struct Asked {
    const char* name;
    ParamValues values;
};

std::ostream& operator<<(std::ostream& out, const Asked& asked) {
    return out << asked.name;
}

ParamValues asked(const char* model, ParamValues more) {
    more["model"] = std::string(model);
    return more;
}

/// Every model and preset, small enough to be quick.
std::vector<Asked> everyModel() {
    const ParamValues slim{{"g_width", int64_t{4}}, {"d_width", int64_t{4}}};
    const auto dcgan = [&](int64_t size, const char* channels) {
        ParamValues values = slim;
        values["size"] = size;
        values["channels"] = std::string(channels);
        return asked("dcgan", values);
    };
    const auto preset = [](const char* id) { return ParamValues{{"preset", std::string(id)}}; };
    return {{"mlp_gan_classic", asked("mlp-gan", preset("classic"))},
            {"mlp_gan_batch_norm", asked("mlp-gan", preset("batch-norm"))},
            {"mlp_gan_wide", asked("mlp-gan", preset("wide"))},
            {"dcgan_28", dcgan(28, "grey")},
            {"dcgan_32", dcgan(32, "rgb")},
            {"dcgan_64", dcgan(64, "rgb")},
            {"dcgan_128", dcgan(128, "grey")},
            {"vae_mlp", asked("vae", preset("mlp"))},
            {"vae_conv", asked("vae", preset("conv"))}};
}

std::unique_ptr<models::PictureModel> made(const ParamValues& given, uint64_t seed = 1) {
    auto model = makeModel(modelValues(given), seed);
    if (!model) throw std::invalid_argument(model.error().text());
    return std::move(*model);
}

std::vector<torch::Tensor> weightsOf(const models::Model& model, std::string_view network = "") {
    std::vector<torch::Tensor> weights;
    for (const models::Network& part : model.networks()) {
        if (!network.empty() && part.name != network) continue;
        for (const torch::Tensor& tensor : part.module->parameters())
            weights.push_back(tensor.detach().clone());
        for (const torch::Tensor& tensor : part.module->buffers()) weights.push_back(tensor.clone());
    }
    return weights;
}

bool areEqual(const std::vector<torch::Tensor>& a, const std::vector<torch::Tensor>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x.equal(y); });
}

models::Scalars takeSteps(models::PictureModel& model, TestTools& tools, int64_t count) {
    models::Scalars last;
    for (int64_t i = 0; i < count; ++i, ++tools.stepsDone) {
        last = model.step(formulaBatch(model, tools.stepsDone, 8), tools);
    }
    return last;
}

class EveryModel : public testing::TestWithParam<Asked> {
protected:
    static void SetUpTestSuite() { at::set_num_threads(1); }

    ParamValues values = modelValues(GetParam().values);
    std::unique_ptr<models::PictureModel> model = made(GetParam().values);
};

TEST_P(EveryModel, TrainsEveryNetworkAndNamesItsScalars) {
    TestTools tools(*model, values);
    const auto before = weightsOf(*model);
    const auto scalars = takeSteps(*model, tools, 2);
    EXPECT_EQ(scalars.size(), model->scalarNames().size());
    for (const torch::Tensor& scalar : scalars) {
        EXPECT_EQ(scalar.dim(), 0);
        EXPECT_FALSE(scalar.requires_grad());
        EXPECT_TRUE(scalar.isfinite().item<bool>());
    }
    const auto after = weightsOf(*model);
    for (size_t i = 0; i < before.size(); ++i) EXPECT_FALSE(before[i].equal(after[i])) << "tensor " << i;
}

TEST_P(EveryModel, SameSeedDrawsTheSameWeightsAndAnotherSeedOthers) {
    EXPECT_TRUE(areEqual(weightsOf(*model), weightsOf(*made(GetParam().values))));
    EXPECT_FALSE(areEqual(weightsOf(*model), weightsOf(*made(GetParam().values, 2))));
}

TEST_P(EveryModel, DecodesIntoItsShapeAndRangeWithoutATrace) {
    const models::PictureShape shape = model->shape();
    const auto before = weightsOf(*model);
    const torch::Tensor z = 10 * models::fixedLatents(3, model->latentSize(), 1);
    const torch::Tensor pictures = model->decode(z);
    EXPECT_EQ(pictures.sizes(), (std::vector<int64_t>{3, shape.channels, shape.size, shape.size}));
    EXPECT_FALSE(pictures.requires_grad());
    EXPECT_GE(pictures.min().item<double>(), shape.isSigned ? -1 : 0);
    EXPECT_LE(pictures.max().item<double>(), 1);
    // Not a matter of what else is in the batch, as it would be if batch norm were training.
    EXPECT_TRUE(torch::allclose(model->decode(z.slice(0, 0, 1)), pictures.slice(0, 0, 1), 1e-4, 1e-5));
    EXPECT_TRUE(areEqual(before, weightsOf(*model)));
    for (const models::Network& network : model->networks()) EXPECT_TRUE(network.module->is_training());
}

TEST_P(EveryModel, MakesPicturesInTheOtherRangeWhenAsked) {
    ParamValues other = GetParam().values;
    other["normalise"] = !model->shape().isSigned;
    const auto changed = made(other);
    const torch::Tensor pictures = changed->decode(20 * models::fixedLatents(4, changed->latentSize(), 1));
    EXPECT_EQ(changed->shape().isSigned, pictures.min().item<double>() < 0);
}

TEST_P(EveryModel, EvaluatesWithoutLearning) {
    const auto before = weightsOf(*model);
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(3);
    const auto scalars = model->evaluate(formulaBatch(*model, 0, 8), generator);
    const auto names = model->evaluationNames();
    EXPECT_EQ(scalars.size(), names.size());
    EXPECT_THAT(names, testing::Contains("loss")) << "early stopping looks at validation_loss";
    for (const torch::Tensor& scalar : scalars) EXPECT_TRUE(scalar.isfinite().item<bool>());
    EXPECT_TRUE(areEqual(before, weightsOf(*model)));
}

TEST_P(EveryModel, FrozenNetworkKeepsEveryNumber) {
    for (const models::Network& network : model->networks()) {
        TestTools tools(*model, values);
        tools.frozen = {network.name};
        const auto before = weightsOf(*model, network.name);
        takeSteps(*model, tools, 2);
        EXPECT_TRUE(areEqual(before, weightsOf(*model, network.name))) << network.name;
        for (const auto& parameter : network.module->parameters()) EXPECT_TRUE(parameter.requires_grad());
    }
}

INSTANTIATE_TEST_SUITE_P(Models, EveryModel, testing::ValuesIn(everyModel()),
                         [](const auto& model) { return std::string(model.param.name); });

TEST(ModelRegistry, EveryRowSaysWhatItIsFor) {
    const std::function<void(const ParamTable&)> check = [&](const ParamTable& table) {
        for (const ParamSpec& row : table) {
            EXPECT_FALSE(row.label.empty() || row.help.empty() || row.group.empty()) << row.id;
            for (const Choice& choice : row.choices) check(choice.rows);
        }
    };
    for (const models::ModelEntry& entry : models::modelRegistry()) {
        EXPECT_FALSE(entry.label.empty() || entry.help.empty()) << entry.id;
        check(entry.rows);
    }
}

TEST(MlpGan, ClassicHasTheLayersOfTheOriginalScript) {
    const auto model = made(asked("mlp-gan", {}));
    std::map<std::string, std::vector<int64_t>> shapes;
    for (const models::Network& network : model->networks()) {
        for (const auto& named : network.module->named_parameters()) {
            shapes[network.name + "." + named.key()] = named.value().sizes().vec();
        }
    }
    const std::map<std::string, std::vector<int64_t>> expected{
        {"generator.main.0.weight", {128, 100}},     {"generator.main.0.bias", {128}},
        {"generator.main.2.weight", {784, 128}},     {"generator.main.2.bias", {784}},
        {"discriminator.main.0.weight", {128, 784}}, {"discriminator.main.0.bias", {128}},
        {"discriminator.main.2.weight", {1, 128}},   {"discriminator.main.2.bias", {1}}};
    EXPECT_EQ(shapes, expected);
}

TEST(MlpGan, WeightsStartInPyTorchsRange) {
    const auto model = made(asked("mlp-gan", {}));
    const torch::Tensor weight = model->networks()[0].module->parameters()[0];  // [128, 100]
    EXPECT_LE(weight.abs().max().item<double>(), 0.1);
    EXPECT_NEAR(weight.std().item<double>(), 0.1 / std::sqrt(3.0), 0.002);
}

TEST(Dcgan, WeightsStartAsInThePaper) {
    const auto model = made(asked("dcgan", {}));
    for (const auto& named : model->networks()[0].module->named_parameters()) {
        const torch::Tensor& parameter = named.value();
        if (parameter.dim() > 1) {
            EXPECT_NEAR(parameter.std().item<double>(), 0.02, 0.001) << named.key();
        } else if (named.key().ends_with("weight")) {
            EXPECT_NEAR(parameter.mean().item<double>(), 1, 0.02) << named.key();
        }
    }
}

TEST(Dcgan, RefusesASizeThatItHasNoLadderForAndNamesTheOthers) {
    const auto model = makeModel(modelValues(asked("dcgan", {{"size", int64_t{48}}})));
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(model.error().text(), testing::AllOf(testing::HasSubstr("48"), testing::HasSubstr("128")));
}

TEST(Vae, ConvRefusesPicturesThatCannotBeHalvedFourTimes) {
    const auto model =
        makeModel(modelValues(asked("vae", {{"preset", std::string("conv")}, {"size", int64_t{12}}})));
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::InvalidArgument);
}

TEST(Vae, ConvMakesPicturesOfOddSizes) {
    const auto model = made(asked("vae", {{"preset", std::string("conv")}, {"size", int64_t{45}}}));
    EXPECT_EQ(model->decode(torch::zeros({1, model->latentSize()})).size(3), 45);
}

TEST(Vae, LossIsReconstructionPlusWeightedKl) {
    const ParamValues values = modelValues(asked("vae", {{"kl_weight", 3.0}}));
    const auto model = made(values);
    TestTools tools(*model, values);
    const auto scalars = takeSteps(*model, tools, 1);
    EXPECT_NEAR(scalars[0].item<double>(), scalars[1].item<double>() + 3 * scalars[2].item<double>(), 1e-3);
}

TEST(Vae, KlWeightMayChangeWhileTraining) {
    const ParamValues values = modelValues(asked("vae", {}));
    const auto model = made(values);
    TestTools tools(*model, values);
    takeSteps(*model, tools, 1);
    tools.values["kl_weight"] = 0.0;
    const auto scalars = takeSteps(*model, tools, 1);
    EXPECT_EQ(scalars[0].item<double>(), scalars[1].item<double>());
}

TEST(Vae, EncodingTwiceIsTheSameAndFitsTheLatents) {
    const auto model = made(asked("vae", {}));
    const torch::Tensor pictures = formulaBatch(*model, 0, 4).inputs;
    const torch::Tensor means = model->encode(pictures);
    EXPECT_EQ(means.sizes(), (std::vector<int64_t>{4, model->latentSize()}));
    EXPECT_TRUE(means.equal(model->encode(pictures)));
}

class GanTurns : public testing::Test {
protected:
    std::map<std::string, int> updatesAfter(int64_t steps, ParamValues given) {
        const ParamValues values = modelValues(asked("mlp-gan", std::move(given)));
        const auto model = made(values);
        TestTools tools(*model, values);
        takeSteps(*model, tools, steps);
        return tools.updates;
    }
};

TEST_F(GanTurns, DiscriminatorTakesAsManyStepsAsAsked) {
    EXPECT_EQ(updatesAfter(6, {{"d_steps", int64_t{3}}}),
              (std::map<std::string, int>{{"discriminator", 6}, {"generator", 2}}));
}

TEST_F(GanTurns, OnlyTheChosenNetworkLearns) {
    for (const char* update : {"alternating", "simultaneous"}) {
        const std::string turns(update);
        EXPECT_EQ(updatesAfter(2, {{"update", turns}, {"networks_to_train", std::string("generator")}}),
                  (std::map<std::string, int>{{"generator", 2}}));
        EXPECT_EQ(updatesAfter(2, {{"update", turns}, {"networks_to_train", std::string("discriminator")}}),
                  (std::map<std::string, int>{{"discriminator", 2}}));
    }
}

TEST_F(GanTurns, NetworksToTrainMayChangeWhileTraining) {
    const ParamValues values = modelValues(asked("mlp-gan", {}));
    const auto model = made(values);
    TestTools tools(*model, values);
    takeSteps(*model, tools, 1);
    tools.values["networks_to_train"] = std::string("generator");
    takeSteps(*model, tools, 1);
    EXPECT_EQ(tools.updates, (std::map<std::string, int>{{"discriminator", 1}, {"generator", 2}}));
}

TEST(Gan, ClippedWeightsStayWithinTheLimit) {
    const ParamValues values = modelValues(asked("mlp-gan", {{"gan_loss", std::string("wasserstein")}}));
    const auto model = made(values);
    TestTools tools(*model, values);
    takeSteps(*model, tools, 3);
    for (const torch::Tensor& weight : model->networks()[1].module->parameters()) {
        EXPECT_LE(weight.abs().max().item<float>(), 0.01F);
    }
}

TEST(Gan, InstanceNoiseReachesTheDiscriminatorWhileItIsOn) {
    const auto firstLoss = [](double noise) {
        const ParamValues values = modelValues(asked("mlp-gan", {{"instance_noise", noise}}));
        const auto model = made(values);
        TestTools tools(*model, values);
        return takeSteps(*model, tools, 1)[0].item<double>();
    };
    EXPECT_EQ(firstLoss(0), firstLoss(0));
    EXPECT_NE(firstLoss(0.5), firstLoss(0));
}

TEST(Gan, ValidationLossFallsAsPicturesComeToResembleTheRealOnes) {
    const ParamValues values = modelValues(asked("mlp-gan", {}));
    const auto model = made(values);
    models::Batch blank{torch::full({16, 1, 28, 28}, -0.9F), torch::zeros({16}, torch::kInt64)};
    const auto score = [&] {
        at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(5);
        return model->evaluate(blank, generator)[0].item<double>();
    };
    const double before = score();
    TestTools tools(*model, values);
    tools.isRandom = true;
    for (; tools.stepsDone < 100; ++tools.stepsDone) model->step(blank, tools);
    EXPECT_LT(score(), 0.8 * before);
}

TEST(FixedLatents, AreAMatterOfTheSeedAlone) {
    EXPECT_TRUE(models::fixedLatents(4, 8, 1).equal(models::fixedLatents(4, 8, 1)));
    EXPECT_FALSE(models::fixedLatents(4, 8, 1).equal(models::fixedLatents(4, 8, 2)));
}

}  // namespace
}  // namespace limner::test
