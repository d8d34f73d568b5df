// Convolutions as products of patches equal LibTorch's own.
#include "core/models/patch_product.h"

#include <gtest/gtest.h>
#include <torch/nn/modules/container/any.h>
#include <torch/nn/modules/conv.h>

#include <string>

#include "formula.h"

namespace limner::test {
namespace {

using torch::nn::Conv2d;
using torch::nn::Conv2dOptions;
using torch::nn::ConvTranspose2d;
using torch::nn::ConvTranspose2dOptions;

struct Case {
    std::string name;
    torch::nn::AnyModule layer;
    std::vector<int64_t> input;
};

Conv2d conv(int64_t in, int64_t out, int64_t kernel, int64_t stride, int64_t padding) {
    return Conv2d(Conv2dOptions(in, out, kernel).stride(stride).padding(padding).bias(false));
}

ConvTranspose2d transposedConv(int64_t in, int64_t out, int64_t kernel, int64_t stride, int64_t padding,
                               int64_t outputPadding = 0) {
    return ConvTranspose2d(ConvTranspose2dOptions(in, out, kernel)
                               .stride(stride)
                               .padding(padding)
                               .output_padding(outputPadding)
                               .bias(false));
}

std::vector<Case> cases() {
    using torch::nn::AnyModule;
    // The last one fills more than one block of memory on each of two threads.
    return {{"Halves", AnyModule(conv(6, 9, 4, 2, 1)), {5, 6, 8, 12}},
            {"LeavesAnEdgeOut", AnyModule(conv(6, 9, 4, 2, 1)), {3, 6, 7, 7}},
            {"SeesAllAtOnce", AnyModule(conv(6, 1, 4, 1, 0)), {4, 6, 4, 4}},
            {"OfOneChannel", AnyModule(conv(1, 5, 3, 1, 1)), {2, 1, 6, 6}},
            {"Doubles", AnyModule(transposedConv(9, 6, 4, 2, 1)), {5, 9, 4, 6}},
            {"OddSide", AnyModule(transposedConv(9, 6, 3, 2, 1)), {3, 9, 4, 4}},
            {"PaddedOutput", AnyModule(transposedConv(9, 6, 3, 2, 1, 1)), {3, 9, 4, 4}},
            {"FromAPoint", AnyModule(transposedConv(9, 6, 4, 1, 0)), {7, 9, 1, 1}},
            {"ToOneChannel", AnyModule(transposedConv(9, 1, 4, 2, 1)), {3, 9, 5, 5}},
            {"InBlocks", AnyModule(conv(64, 8, 4, 2, 1)), {40, 64, 16, 16}}};
}

void expectSame(const torch::Tensor& given, const torch::Tensor& expected, const std::string& what) {
    ASSERT_EQ(given.sizes(), expected.sizes()) << what;
    const double difference = (given - expected).abs().max().item<double>();
    EXPECT_LT(difference, 1e-5 * expected.abs().max().item<double>()) << what;
}

class PatchProduct : public testing::TestWithParam<Case> {};

TEST_P(PatchProduct, OutputAndGradientsEqualTheConvolution) {
    torch::nn::AnyModule layer = GetParam().layer;
    fillParameters(*layer.ptr(), 0);
    const auto patches = models::patchLayer(*layer.ptr());
    ASSERT_TRUE(patches);
    const torch::Tensor input = hashed(100, GetParam().input).requires_grad_();
    const torch::Tensor output = models::patchProduct(*patches, input), expected = layer.forward(input);
    expectSame(output, expected, "output");

    const torch::Tensor weights = hashed(101, output.sizes());
    const std::vector<torch::Tensor> leaves{input, patches->weight};
    const auto gradients = torch::autograd::grad({(output * weights).sum()}, leaves);
    const auto expectedGradients = torch::autograd::grad({(expected * weights).sum()}, leaves);
    for (size_t i = 0; i < leaves.size(); ++i) {
        expectSame(gradients[i], expectedGradients[i], i == 0 ? "gradient of the input" : "of the weight");
        EXPECT_TRUE(gradients[i].is_contiguous() || i == 0) << "the optimizer needs the layout of the weight";
    }
}

TEST_P(PatchProduct, AnyNumberOfThreadsGivesTheSame) {
    torch::nn::AnyModule layer = GetParam().layer;
    fillParameters(*layer.ptr(), 0);
    const torch::Tensor input = hashed(100, GetParam().input);
    const torch::Tensor expected = layer.forward<torch::Tensor>(input);
    const int before = at::get_num_threads();
    for (const int threads : {1, 2, 3}) {
        at::set_num_threads(threads);
        expectSame(models::patchProduct(*models::patchLayer(*layer.ptr()), input), expected,
                   std::to_string(threads) + " threads");
    }
    at::set_num_threads(before);
}

TEST_P(PatchProduct, FixedWeightsTakeAScaleAndAShiftOfEachChannel) {
    torch::nn::AnyModule layer = GetParam().layer;
    fillParameters(*layer.ptr(), 0);
    const torch::Tensor input = hashed(100, GetParam().input);
    const torch::Tensor plain = layer.forward<torch::Tensor>(input);
    const torch::Tensor scale = 2 + hashed(102, {plain.size(1)}), shift = hashed(103, {plain.size(1)});
    const auto fixed = models::fixedPatches(*models::patchLayer(*layer.ptr()), scale, shift);
    const torch::Tensor expected = plain * scale.view({1, -1, 1, 1}) + shift.view({1, -1, 1, 1});
    expectSame(models::patchProduct(fixed, input), expected, "output");
}

INSTANTIATE_TEST_SUITE_P(Layers, PatchProduct, testing::ValuesIn(cases()),
                         [](const auto& layer) { return layer.param.name; });

TEST(PatchLayer, LeavesOtherConvolutionsAlone) {
    EXPECT_FALSE(models::patchLayer(*Conv2d(Conv2dOptions(4, 4, 3).bias(false).groups(2))));
    EXPECT_FALSE(models::patchLayer(*Conv2d(Conv2dOptions(4, 4, 3).bias(false).dilation(2))));
    EXPECT_FALSE(models::patchLayer(*Conv2d(Conv2dOptions(4, 4, {3, 1}).bias(false))));
    EXPECT_TRUE(models::patchLayer(*conv(4, 4, 3, 1, 0)));
}

}  // namespace
}  // namespace limner::test
