#include "steps.h"

#include <torch/nn/modules.h>

#include <memory>
#include <optional>

#include "dense_chain.h"
#include "norm_rectify.h"
#include "patch_product.h"

namespace limner::models {
namespace {

using torch::nn::BatchNorm2dImpl;
using Layers = std::vector<std::shared_ptr<torch::nn::Module>>;

/// The slope of a rectifier for negative numbers; nothing for other layers.
std::optional<double> slopeOf(const torch::nn::Module& layer) {
    if (const auto* leaky = dynamic_cast<const torch::nn::LeakyReLUImpl*>(&layer)) {
        return leaky->options.negative_slope();
    }
    if (dynamic_cast<const torch::nn::ReLUImpl*>(&layer) != nullptr) return 0.0;
    return std::nullopt;
}

/// The dense layers that follow each other from `first` on, with the rectifiers after them.
struct DenseRun {
    std::vector<DenseLayer> layers;
    size_t end;  ///< index of the first layer that is not part of it
};

DenseRun denseRun(const Layers& layers, size_t first) {
    DenseRun run{{}, first};
    while (run.end < layers.size()) {
        const auto linear = std::dynamic_pointer_cast<torch::nn::LinearImpl>(layers[run.end]);
        if (linear == nullptr) break;
        run.layers.push_back({torch::nn::Linear(linear)});
        if (++run.end == layers.size()) break;
        const auto slope = slopeOf(*layers[run.end]);
        if (!slope) break;
        run.layers.back().slope = *slope;
        ++run.end;
    }
    return run;
}

/// One layer by itself; a convolution in the way that is faster for its input.
Step layerStep(torch::nn::AnyModule& layer) {
    const auto patches = patchLayer(*layer.ptr());
    return [layer, patches](const torch::Tensor& x) mutable {
        return patches && isForPatches(*patches, x) ? patchProduct(*patches, x) : layer.forward(x);
    };
}

std::shared_ptr<BatchNorm2dImpl> normAt(const Layers& layers, size_t at) {
    return at < layers.size() ? std::dynamic_pointer_cast<BatchNorm2dImpl>(layers[at]) : nullptr;
}

/// Of the rectifier at `next`, which then moves behind it; 1 if there is none.
double slopeAt(const Layers& layers, size_t& next) {
    const auto slope = next < layers.size() ? slopeOf(*layers[next]) : std::nullopt;
    if (slope) ++next;
    return slope.value_or(1);
}

/// What computes the layers from `next` on, as many as go together; `next` moves behind them.
Step stepFrom(torch::nn::Sequential& sequential, const Layers& layers, size_t& next) {
    DenseRun run = denseRun(layers, next);
    if (!run.layers.empty()) {
        next = run.end;
        return [chain = std::move(run.layers)](const auto& x) { return denseChain(x, chain); };
    }
    const auto norm = normAt(layers, next);
    if (norm == nullptr) return layerStep(*(sequential->begin() + static_cast<std::ptrdiff_t>(next++)));
    return [norm, slope = slopeAt(layers, ++next)](const auto& x) { return normRectify(*norm, slope, x); };
}

/// A convolution and the batch norm after it, if there is one that can be folded; `next` moves behind it.
FixedPatches foldedConvolution(const PatchLayer& layer, const Layers& layers, size_t& next) {
    const int64_t channels = layer.weight.size(layer.isTransposed ? 1 : 0);
    const auto norm = normAt(layers, next);
    const bool isFoldable = norm != nullptr && norm->options.affine() && norm->options.track_running_stats();
    if (!isFoldable) return fixedPatches(layer, torch::ones(channels), torch::zeros(channels));
    ++next;
    const torch::Tensor scale = norm->weight * (norm->running_var + norm->options.eps()).rsqrt();
    return fixedPatches(layer, scale, norm->bias - norm->running_mean * scale);
}

Step foldedStepFrom(torch::nn::Sequential& sequential, const Layers& layers, size_t& next) {
    const auto layer = patchLayer(*layers[next]);
    if (!layer) return stepFrom(sequential, layers, next);
    const FixedPatches fixed = foldedConvolution(*layer, layers, ++next);
    return [fixed, slope = slopeAt(layers, next)](const torch::Tensor& x) {
        torch::Tensor output = patchProduct(fixed, x);
        return slope == 1 ? output : at::leaky_relu_(output, slope);
    };
}

using MakeStep = Step (*)(torch::nn::Sequential& sequential, const Layers& layers, size_t& next);

std::vector<Step> stepsOf(torch::nn::Sequential& sequential, MakeStep stepAt) {
    Layers layers;
    for (const auto& layer : *sequential) layers.push_back(layer.ptr());
    std::vector<Step> steps;
    for (size_t next = 0; next < layers.size();) steps.push_back(stepAt(sequential, layers, next));
    return steps;
}

}  // namespace

std::vector<Step> trainingSteps(torch::nn::Sequential layers) {
    return stepsOf(layers, &stepFrom);
}

std::vector<Step> foldedSteps(torch::nn::Sequential layers) {
    const torch::NoGradGuard noGradients;
    return stepsOf(layers, &foldedStepFrom);
}

}  // namespace limner::models
