// The GAN losses and penalties against PyTorch's numbers (tests/reference/make_numbers.py), and their rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/internal/gan_loss.h"
#include "formula.h"
#include "numbers.h"

namespace limner::test {
namespace {

using losses::GanLossEntry;

const GanLossEntry& lossNamed(const std::string& id) {
    const auto& rows = losses::ganLossRegistry();
    return *std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
}

std::vector<double> gradientOf(const torch::Tensor& leaf) {
    const torch::Tensor gradient =
        leaf.grad().defined() ? leaf.grad().to(torch::kFloat64) : torch::zeros(leaf.sizes(), torch::kFloat64);
    return {gradient.const_data_ptr<double>(), gradient.const_data_ptr<double>() + gradient.numel()};
}

torch::Tensor logits(uint64_t stream) {
    return (3 * hashed(stream, {8})).requires_grad_();
}

TEST(GanLoss, ValuesAndGradientsEqualPyTorch) {
    const auto reference = readNumbers("losses");
    for (const auto& expected : reference.at("losses")) {
        const GanLossEntry& loss = lossNamed(expected["loss"]);
        SCOPED_TRACE(loss.id);
        const torch::Tensor real = logits(1), fake = logits(2), again = logits(2);
        const torch::Tensor d = loss.discriminator(real, fake, expected["smoothing"]);
        const torch::Tensor g = loss.generator(again);
        d.backward();
        g.backward();
        EXPECT_NEAR(d.item<double>(), expected["d"].get<double>(), 1e-5);
        EXPECT_NEAR(g.item<double>(), expected["g"].get<double>(), 1e-5);
        const auto near = [](const nlohmann::json& numbers) {
            return testing::Pointwise(testing::DoubleNear(1e-6), numbers.get<std::vector<double>>());
        };
        EXPECT_THAT(gradientOf(real), near(expected["d_real"]));
        EXPECT_THAT(gradientOf(fake), near(expected["d_fake"]));
        EXPECT_THAT(gradientOf(again), near(expected["g_fake"]));
    }
}

TEST(GanLoss, PenaltiesEqualPyTorch) {
    const auto expected = readNumbers("losses");
    const torch::Tensor weight = hashed(3, {12, 4});
    const losses::Critic critic = [&](const torch::Tensor& pictures) {
        return pictures.flatten(1).matmul(weight).tanh().sum(1);
    };
    const torch::Tensor real = hashed(4, {5, 3, 2, 2}), fake = hashed(5, {5, 3, 2, 2});
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(7);
    EXPECT_NEAR(losses::gradientPenalty(critic, real, fake, generator).item<double>(),
                expected["gradient_penalty"].get<double>(), 1e-5);
    EXPECT_NEAR(losses::r1Penalty(critic, real).item<double>(), expected["r1_penalty"].get<double>(), 1e-5);
}

TEST(GanLoss, HugeLogitsGiveFiniteLossesAndGradients) {
    for (const GanLossEntry& loss : losses::ganLossRegistry()) {
        const torch::Tensor real = torch::tensor({-1e4F, 1e4F}).requires_grad_();
        const torch::Tensor fake = torch::tensor({-1e4F, 1e4F}).requires_grad_();
        const torch::Tensor sum = loss.discriminator(real, fake, 0.1) + loss.generator(fake);
        sum.backward();
        EXPECT_TRUE(sum.isfinite().item<bool>()) << loss.id;
        EXPECT_TRUE(real.grad().isfinite().all().item<bool>() && fake.grad().isfinite().all().item<bool>())
            << loss.id;
    }
}

TEST(GanLoss, EveryRowSaysWhatItIsFor) {
    for (const GanLossEntry& loss : losses::ganLossRegistry()) {
        EXPECT_FALSE(loss.label.empty() || loss.help.empty()) << loss.id;
        for (const ParamSpec& row : loss.rows) EXPECT_FALSE(row.label.empty() || row.help.empty()) << row.id;
    }
}

}  // namespace
}  // namespace limner::test
