#include "feature_layers.h"

#include <ATen/ops/max_pool2d_with_indices.h>
#include <ATen/ops/max_pool2d_with_indices_backward.h>

#include "fixed_convolution.h"

namespace limner::style {
namespace {

using torch::Tensor;

constexpr auto kChannelsLast = at::MemoryFormat::ChannelsLast;

/// Gradient before a ReLU from that behind it.
Tensor beforeRectifier(const Tensor& gradient, const Tensor& output) {
    return at::threshold_backward(gradient, output, 0);
}

FixedConvolution moved(const FixedConvolution& convolution, const at::Device& device) {
    FixedConvolution copy = convolution;
    copy.weight = convolution.weight.to(device);
    copy.bias = convolution.bias.to(device);
    return copy;
}

class ConvolutionLayer final : public FeatureLayer {
public:
    explicit ConvolutionLayer(FixedConvolution convolution) : m_convolution(std::move(convolution)) {}

    LayerPass forward(const Tensor& input) const override {
        return {input, convolve(m_convolution, input), {}};
    }
    Tensor backward(const LayerPass& pass, const Tensor& gradient) const override {
        return inputGradient(m_convolution, beforeRectifier(gradient, pass.output), pass.input);
    }
    int64_t sideAfter(int64_t side) const override { return m_convolution.sideAfter(side); }
    int64_t channelsAfter(int64_t) const override { return m_convolution.weight.size(0); }
    std::unique_ptr<FeatureLayer> to(const at::Device& device) const override {
        auto copy = std::make_unique<ConvolutionLayer>(moved(m_convolution, device));
        copy->name = name;
        return copy;
    }

private:
    FixedConvolution m_convolution;
};

class MaxPoolLayer final : public FeatureLayer {
public:
    explicit MaxPoolLayer(const MaxPoolPart& part) : m_part(part) {}

    LayerPass forward(const Tensor& input) const override {
        const auto [kernel, stride, roundsUp] = m_part;
        auto [output, places] =
            at::max_pool2d_with_indices(input, kernel, stride, /*padding=*/0, /*dilation=*/1, roundsUp);
        return {input, output, places};
    }
    Tensor backward(const LayerPass& pass, const Tensor& gradient) const override {
        const auto [kernel, stride, roundsUp] = m_part;
        return at::max_pool2d_with_indices_backward(gradient.contiguous(kChannelsLast), pass.input, kernel,
                                                    stride, 0, 1, roundsUp, pass.extra);
    }
    int64_t sideAfter(int64_t side) const override {
        const auto [kernel, stride, roundsUp] = m_part;
        if (side < kernel) return 0;
        return (side - kernel + (roundsUp ? stride - 1 : 0)) / stride + 1;
    }
    int64_t channelsAfter(int64_t channels) const override { return channels; }
    std::unique_ptr<FeatureLayer> to(const at::Device&) const override {
        auto copy = std::make_unique<MaxPoolLayer>(m_part);
        copy->name = name;
        return copy;
    }

private:
    MaxPoolPart m_part;
};

class FireLayer final : public FeatureLayer {
public:
    FireLayer(FixedConvolution squeeze, FixedConvolution expand1, FixedConvolution expand3)
        : m_squeeze(std::move(squeeze)), m_expand1(std::move(expand1)), m_expand3(std::move(expand3)) {}

    LayerPass forward(const Tensor& input) const override {
        const Tensor squeezed = convolve(m_squeeze, input);
        return {input, at::cat({convolve(m_expand1, squeezed), convolve(m_expand3, squeezed)}, 1), squeezed};
    }
    Tensor backward(const LayerPass& pass, const Tensor& gradient) const override {
        const Tensor before = beforeRectifier(gradient, pass.output);
        const int64_t half = m_expand1.weight.size(0);
        Tensor squeezed =
            inputGradient(m_expand3, before.narrow(1, half, half).contiguous(kChannelsLast), pass.extra);
        squeezed.add_(inputGradient(m_expand1, before.narrow(1, 0, half), pass.extra));
        return inputGradient(m_squeeze, beforeRectifier(squeezed, pass.extra), pass.input);
    }
    int64_t sideAfter(int64_t side) const override { return side; }
    int64_t channelsAfter(int64_t) const override {
        return m_expand1.weight.size(0) + m_expand3.weight.size(0);
    }
    std::unique_ptr<FeatureLayer> to(const at::Device& device) const override {
        auto copy = std::make_unique<FireLayer>(moved(m_squeeze, device), moved(m_expand1, device),
                                                moved(m_expand3, device));
        copy->name = name;
        return copy;
    }

private:
    FixedConvolution m_squeeze, m_expand1, m_expand3;
};

/// Reads the tensors of one convolution.
FixedConvolution convolutionOf(const TensorsByName& tensors, const std::string& prefix, int64_t stride,
                               int64_t padding) {
    return {.weight = tensors.at(prefix + "weight").contiguous(),
            .bias = tensors.at(prefix + "bias").contiguous(),
            .stride = stride,
            .padRows = padding,
            .padColumns = padding,
            .rectifies = true};
}

struct LayerMaker {
    const TensorsByName& tensors;

    std::unique_ptr<FeatureLayer> operator()(const ConvolutionPart& part) const {
        return std::make_unique<ConvolutionLayer>(
            convolutionOf(tensors, part.prefix, part.stride, part.padding));
    }
    std::unique_ptr<FeatureLayer> operator()(const MaxPoolPart& part) const {
        return std::make_unique<MaxPoolLayer>(part);
    }
    std::unique_ptr<FeatureLayer> operator()(const FirePart& part) const {
        return std::make_unique<FireLayer>(convolutionOf(tensors, part.prefix + "squeeze.", 1, 0),
                                           convolutionOf(tensors, part.prefix + "expand1x1.", 1, 0),
                                           convolutionOf(tensors, part.prefix + "expand3x3.", 1, 1));
    }
};

}  // namespace

std::unique_ptr<FeatureLayer> makeFeatureLayer(const FeaturePart& part, const TensorsByName& tensors) {
    auto layer = std::visit(LayerMaker{tensors}, part.what);
    layer->name = part.name;
    return layer;
}

}  // namespace limner::style
