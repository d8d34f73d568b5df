// Batch norm and its rectifier as one step of the graph equal LibTorch's own layers.
#include "core/models/norm_rectify.h"

#include <gtest/gtest.h>

#include "formula.h"

namespace limner::test {
namespace {

using torch::nn::BatchNorm2d;

torch::Tensor lastChannels(const torch::Tensor& pictures) {
    return pictures.contiguous(at::MemoryFormat::ChannelsLast);
}

void expectClose(const torch::Tensor& given, const torch::Tensor& expected, const char* what) {
    EXPECT_TRUE(torch::allclose(given, expected, 1e-5, 4e-6))
        << what << " differs by " << (given - expected).abs().max().item<double>();
}

/// With the slope of the rectifier.
class NormRectify : public testing::TestWithParam<double> {
protected:
    NormRectify() {
        fillParameters(*norm, 0);
        fillParameters(*reference, 0);
    }

    torch::Tensor layerByLayer(const torch::Tensor& input) {
        return torch::leaky_relu(reference->forward(input), GetParam());
    }

    // Three blocks of rows, the last one not full; far from zero, where sums of squares would lose digits.
    torch::Tensor pictures = lastChannels(hashed(100, {5, 7, 8, 9}) * 3 + 10);
    BatchNorm2d norm{7}, reference{7};
};

TEST_P(NormRectify, OutputStatisticsAndGradientsEqualLayerByLayer) {
    const torch::Tensor input = pictures.clone().requires_grad_(), plain = pictures.clone().requires_grad_();
    const torch::Tensor output = models::normRectify(*norm, GetParam(), input);
    const torch::Tensor expected = layerByLayer(plain);
    expectClose(output, expected, "output");
    expectClose(norm->running_mean, reference->running_mean, "running mean");
    expectClose(norm->running_var, reference->running_var, "running variance");
    EXPECT_EQ(norm->num_batches_tracked.item<int64_t>(), 1);

    const torch::Tensor weights = hashed(101, output.sizes());
    const auto gradients =
        torch::autograd::grad({(output * weights).sum()}, {input, norm->weight, norm->bias});
    const auto expectedGradients =
        torch::autograd::grad({(expected * weights).sum()}, {plain, reference->weight, reference->bias});
    expectClose(gradients[0], expectedGradients[0], "gradient of the input");
    expectClose(gradients[1] / 300, expectedGradients[1] / 300, "gradient of the scale");
    expectClose(gradients[2] / 300, expectedGradients[2] / 300, "gradient of the shift");
    EXPECT_TRUE(output.is_contiguous(at::MemoryFormat::ChannelsLast));
    EXPECT_NE(output.grad_fn()->name().find("NormRectify"), std::string::npos) << "took the ordinary way";
}

TEST_P(NormRectify, NumberOfThreadsDoesNotChangeABit) {
    const int before = at::get_num_threads();
    at::set_num_threads(1);
    const torch::Tensor alone = models::normRectify(*norm, GetParam(), pictures);
    at::set_num_threads(3);
    const torch::Tensor together = models::normRectify(*norm, GetParam(), pictures);
    at::set_num_threads(before);
    EXPECT_TRUE(torch::equal(alone, together));
}

TEST_P(NormRectify, InEvalModeUsesTheRunningStatistics) {
    norm->eval();
    reference->eval();
    expectClose(models::normRectify(*norm, GetParam(), pictures), layerByLayer(pictures), "output");
    EXPECT_EQ(norm->num_batches_tracked.item<int64_t>(), 0);
}

TEST_P(NormRectify, PicturesWithChannelsFirstGoTheOrdinaryWay) {
    const torch::Tensor planes = pictures.contiguous();
    expectClose(models::normRectify(*norm, GetParam(), planes), layerByLayer(planes), "output");
}

TEST_P(NormRectify, FrozenLayerLetsTheGradientThrough) {
    for (auto parameter : norm->parameters()) parameter.requires_grad_(false);
    const torch::Tensor input = pictures.clone().requires_grad_();
    (models::normRectify(*norm, GetParam(), input) * hashed(101, pictures.sizes())).sum().backward();
    EXPECT_GT(input.grad().abs().sum().item<double>(), 0);
    EXPECT_FALSE(norm->weight.grad().defined());
}

INSTANTIATE_TEST_SUITE_P(Slopes, NormRectify, testing::Values(0.0, 0.2, 1.0), [](const auto& slope) {
    return slope.param == 0 ? "Relu" : slope.param == 1 ? "None" : "Leaky";
});

}  // namespace
}  // namespace limner::test
