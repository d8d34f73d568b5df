// Dense layers as one step of the graph equal the same layers one by one.
#include <gtest/gtest.h>

#include "core/models/dense_chain.h"
#include "formula.h"

namespace limner::test {
namespace {

using models::DenseLayer;

class DenseChain : public testing::Test {
protected:
    DenseChain() {
        uint64_t stream = 0;
        for (DenseLayer& layer : layers) stream = fillParameters(*layer.linear, stream);
        input = hashed(100, {5, 4}).requires_grad_();
    }

    torch::Tensor oneByOne() {
        torch::Tensor value = input;
        for (DenseLayer& layer : layers) {
            value = layer.linear->forward(value);
            if (layer.slope != 1) value = torch::leaky_relu(value, layer.slope);
        }
        return value;
    }

    /// Gradients of the input and of every parameter for a loss that weighs each output differently.
    std::vector<torch::Tensor> gradientsOf(const torch::Tensor& output) {
        std::vector<torch::Tensor> leaves{input};
        for (DenseLayer& layer : layers) {
            for (const auto& parameter : layer.linear->parameters()) leaves.push_back(parameter);
        }
        return torch::autograd::grad({(output * hashed(101, output.sizes())).sum()}, leaves);
    }

    std::vector<DenseLayer> layers{
        {torch::nn::Linear(4, 7), 0.2}, {torch::nn::Linear(7, 6), 0.0}, {torch::nn::Linear(6, 3), 1.0}};
    torch::Tensor input;
};

TEST_F(DenseChain, OutputsAndGradientsEqualThoseOfTheLayersOneByOne) {
    const torch::Tensor chained = models::denseChain(input, layers), expected = oneByOne();
    EXPECT_TRUE(torch::allclose(chained, expected, 1e-6, 1e-7));
    const auto gradients = gradientsOf(chained), expectedGradients = gradientsOf(expected);
    for (size_t i = 0; i < gradients.size(); ++i) {
        EXPECT_TRUE(torch::allclose(gradients[i], expectedGradients[i], 1e-5, 1e-7)) << "leaf " << i;
    }
}

TEST_F(DenseChain, FrozenWeightsGetNoGradientButLetItThrough) {
    for (DenseLayer& layer : layers) {
        for (auto parameter : layer.linear->parameters()) parameter.requires_grad_(false);
    }
    models::denseChain(input, layers).sum().backward();
    EXPECT_GT(input.grad().abs().sum().item<double>(), 0);
    for (DenseLayer& layer : layers) {
        for (const auto& parameter : layer.linear->parameters()) EXPECT_FALSE(parameter.grad().defined());
    }
}

TEST_F(DenseChain, SaysThatItsGradientsHaveNoGradients) {
    const torch::Tensor sum = models::denseChain(input, layers).sum();
    EXPECT_THROW(torch::autograd::grad({sum}, {input}, {}, true, /*create_graph=*/true), std::logic_error);
}

}  // namespace
}  // namespace limner::test
