#include "style_transformer.h"

#include <ATen/ops/conv2d.h>
#include <ATen/ops/instance_norm.h>
#include <ATen/ops/reflection_pad2d.h>
#include <ATen/ops/upsample_nearest2d.h>

#include <algorithm>
#include <cmath>

namespace limner::style {
namespace {

using torch::Tensor;
using Size = FastStage::Size;

constexpr double kMiddleGrey = 127.5;

/// A module with nothing but parameters and other modules.
class Holder : public torch::nn::Module {
public:
    using torch::nn::Module::Module;
};

/// "res1.conv1.conv2d." → the module of that place, which is made where it is missing.
torch::nn::Module& placeOf(torch::nn::Module& root, const std::string& prefix) {
    torch::nn::Module* place = &root;
    for (size_t from = 0; from < prefix.size();) {
        const size_t dot = prefix.find('.', from);
        const std::string name = prefix.substr(from, dot - from);
        const auto children = place->named_children();
        place = children.contains(name) ? children[name].get()
                                        : place->register_module(name, std::make_shared<Holder>(name)).get();
        from = dot + 1;
    }
    return *place;
}

Tensor drawn(const std::vector<int64_t>& shape, int64_t fanIn, at::Generator& generator) {
    const double most = 1 / std::sqrt(static_cast<double>(fanIn));
    return torch::empty(shape).uniform_(-most, most, generator);
}

}  // namespace

const FastLayout& StyleTransformer::layout() {
    static const FastLayout& row =
        *std::ranges::find(fastLayouts(), std::string("pytorch-examples"), &FastLayout::id);
    return row;
}

StyleTransformer::StyleTransformer(at::Generator& generator) : Module("transformer") {
    for (const FastStage& stage : layout().stages) {
        const int64_t fanIn = stage.in * stage.kernel * stage.kernel;
        torch::nn::Module& convolution = placeOf(*this, stage.convolution);
        convolution.register_parameter(
            "weight", drawn({stage.out, stage.in, stage.kernel, stage.kernel}, fanIn, generator));
        const Tensor bias = drawn({stage.out}, fanIn, generator);
        convolution.register_parameter("bias", stage.norm.empty() ? bias + kMiddleGrey : bias);
        if (stage.norm.empty()) continue;
        torch::nn::Module& norm = placeOf(*this, stage.norm);
        norm.register_parameter("weight", torch::ones({stage.out}));
        norm.register_parameter("bias", torch::zeros({stage.out}));
    }
}

Tensor StyleTransformer::forward(const Tensor& pictures) const {
    const auto own = named_parameters();
    Tensor value = pictures, kept;
    for (const FastStage& stage : layout().stages) {
        if (stage.beginsBlock) kept = value;
        if (stage.size == Size::Doubled)
            value = at::upsample_nearest2d(value, {2 * value.size(2), 2 * value.size(3)});
        const int64_t side = stage.kernel / 2, stride = stage.size == Size::Halved ? 2 : 1;
        value = at::conv2d(at::reflection_pad2d(value, {side, side, side, side}),
                           own[stage.convolution + "weight"], own[stage.convolution + "bias"], stride);
        if (!stage.norm.empty())
            value = at::instance_norm(value, own[stage.norm + "weight"], own[stage.norm + "bias"], {}, {},
                                      /*use_input_stats=*/true, /*momentum=*/0, layout().epsilon,
                                      /*cudnn_enabled=*/false);
        if (stage.rectifies) value = value.relu();
        if (stage.endsBlock) value = value + kept;
    }
    return value.narrow(2, 0, pictures.size(2)).narrow(3, 0, pictures.size(3));
}

}  // namespace limner::style
