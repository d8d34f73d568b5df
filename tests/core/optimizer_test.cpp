// The optimizers against torch.optim's numbers (tests/reference/make_numbers.py), their state, and the look
// at gradients.
#include <torch/nn/modules.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/internal/optimizer.h"
#include "formula.h"
#include "numbers.h"

namespace limner::test {
namespace {

using training::Gradients;
using training::Optimizer;
using training::OptimizerSettings;

models::Network smallNetwork() {
    const auto layer = std::make_shared<torch::nn::LinearImpl>(3, 2);
    fillParameters(*layer, 0);
    return {"net", layer, "learning_rate"};
}

void setGradients(const Optimizer& optimizer, uint64_t step) {
    uint64_t stream = 100 + 10 * step;
    for (torch::Tensor parameter : optimizer.parameters()) {
        parameter.mutable_grad() = hashed(stream++, parameter.sizes());
    }
}

void takeSteps(Optimizer& optimizer, uint64_t first, uint64_t last) {
    for (uint64_t step = first; step < last; ++step) {
        setGradients(optimizer, step);
        optimizer.step(0.01);
    }
}

std::vector<double> numbersOf(const torch::Tensor& tensor) {
    const torch::Tensor flat = tensor.detach().to(torch::kFloat64).contiguous();
    return {flat.const_data_ptr<double>(), flat.const_data_ptr<double>() + flat.numel()};
}

OptimizerSettings settingsOf(const ParamValues& given) {
    return training::optimizerSettings(*completeValues(training::optimizerRows(), given));
}

TEST(Optimizer, FiveStepsEqualTorchOptim) {
    const auto reference = readNumbers("optimizers");
    for (const auto& expected : reference.at("optimizers")) {
        SCOPED_TRACE(expected["values"].dump());
        const models::Network network = smallNetwork();
        Optimizer optimizer(network, settingsOf(paramValues(expected["values"])));
        takeSteps(optimizer, 0, 5);
        const auto near = [](const nlohmann::json& numbers) {
            return testing::Pointwise(testing::DoubleNear(1e-6), numbers.get<std::vector<double>>());
        };
        EXPECT_THAT(numbersOf(optimizer.parameters()[0]), near(expected["weight"]));
        EXPECT_THAT(numbersOf(optimizer.parameters()[1]), near(expected["bias"]));
    }
}

TEST(Optimizer, SavedStateGoesOnAsIfNothingHadHappened) {
    for (const char* kind : {"adam", "adamw", "sgd", "rmsprop"}) {
        const models::Network unbroken = smallNetwork(), resumed = smallNetwork();
        Optimizer whole(unbroken, settingsOf({{"optimizer", std::string(kind)}}));
        takeSteps(whole, 0, 3);
        std::map<std::string, torch::Tensor> saved;
        for (const auto& [name, tensor] : whole.state()) saved.emplace(name, tensor.clone());
        Optimizer second(resumed, settingsOf({{"optimizer", std::string(kind)}}));
        ASSERT_TRUE(second.load(saved));
        const torch::NoGradGuard noGradients;
        for (size_t i = 0; i < 2; ++i) torch::Tensor(second.parameters()[i]).copy_(whole.parameters()[i]);
        takeSteps(whole, 3, 6);
        takeSteps(second, 3, 6);
        EXPECT_TRUE(torch::equal(whole.parameters()[0], second.parameters()[0])) << kind;
    }
}

TEST(Optimizer, StateIsNamedAfterNetworkAndParameter) {
    const Optimizer optimizer(smallNetwork(), {});
    std::vector<std::string> names;
    for (const auto& [name, tensor] : optimizer.state()) names.push_back(name);
    EXPECT_THAT(names, testing::ElementsAre("net.weight.exp_avg", "net.weight.exp_avg_sq", "net.weight.step",
                                            "net.bias.exp_avg", "net.bias.exp_avg_sq", "net.bias.step"));
}

TEST(Optimizer, StateOfAnotherNetworkIsRefusedAndNothingChanges) {
    Optimizer optimizer(smallNetwork(), {});
    takeSteps(optimizer, 0, 1);
    std::map<std::string, torch::Tensor> wrong;
    for (const auto& [name, tensor] : optimizer.state()) wrong.emplace(name, torch::zeros_like(tensor));
    wrong.at("net.bias.exp_avg") = torch::zeros({5});
    const auto loaded = optimizer.load(wrong);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Mismatch);
    EXPECT_THAT(loaded.error().text(), testing::HasSubstr("net.bias.exp_avg"));
    for (const auto& [name, tensor] : optimizer.state())
        EXPECT_GT(tensor.abs().sum().item<double>(), 0) << name;
}

TEST(Gradients, TheFirstThatIsNotFiniteIsNamed) {
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        Optimizer optimizer(smallNetwork(), {});
        setGradients(optimizer, 0);
        EXPECT_EQ(Gradients({&optimizer}).firstNotFinite(), "");
        optimizer.parameters()[1].mutable_grad()[0] = bad;
        EXPECT_EQ(Gradients({&optimizer}).firstNotFinite(), "net.bias");
    }
}

TEST(Gradients, WhatIsNotFiniteCanHoldAStepBackWithoutBeingReadFirst) {
    for (const char* kind : {"adam", "adamw", "sgd", "rmsprop"}) {
        Optimizer optimizer(smallNetwork(), settingsOf({{"optimizer", std::string(kind)}}));
        setGradients(optimizer, 0);
        optimizer.parameters()[0].mutable_grad()[0][0] = std::numeric_limits<float>::quiet_NaN();
        const torch::Tensor before = optimizer.parameters()[0].detach().clone();
        optimizer.step(0.01, Gradients({&optimizer}).notFinite());
        EXPECT_TRUE(torch::equal(optimizer.parameters()[0], before)) << kind;
        for (const auto& [name, tensor] : optimizer.state()) {
            EXPECT_EQ(tensor.abs().sum().item<double>(), 0) << kind << " " << name;
        }
    }
}

TEST(Gradients, ClippingShortensTheWholeVectorAndOnlyWhenItIsTooLong) {
    Optimizer optimizer(smallNetwork(), {});
    for (torch::Tensor parameter : optimizer.parameters()) {
        parameter.mutable_grad() = torch::full_like(parameter, 3.0);  // 8 elements: norm 3·√8
    }
    Gradients gradients({&optimizer});
    EXPECT_NEAR(gradients.norm().item<double>(), 3 * std::sqrt(8.0), 1e-5);
    gradients.clip(100);
    EXPECT_NEAR(optimizer.parameters()[0].grad()[0][0].item<double>(), 3, 1e-5);
    gradients.clip(1);
    EXPECT_NEAR(Gradients({&optimizer}).norm().item<double>(), 1, 1e-5);
}

}  // namespace
}  // namespace limner::test
