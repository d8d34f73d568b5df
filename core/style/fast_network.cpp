#include "fast_network.h"

#include <ATen/ops/conv_transpose2d.h>
#include <ATen/ops/reflection_pad2d.h>
#include <ATen/ops/upsample_nearest2d.h>

#include <algorithm>
#include <regex>

#include "network_tensors.h"

namespace limner::style {
namespace {

using torch::Tensor;
using Size = FastStage::Size;

/// Old files of pytorch/examples hold statistics that mean nothing.
ShapesByName shapesIn(const std::map<std::string, Tensor>& tensors) {
    static const std::regex leftover("(.*\\.)?in\\d+\\.(running_mean|running_var|num_batches_tracked)");
    ShapesByName shapes;
    for (const auto& [name, tensor] : tensors) {
        if (!std::regex_match(name, leftover)) shapes[name] = tensor.sizes().vec();
    }
    return shapes;
}

/// Without the name of the network that a run or its export puts before each tensor.
std::map<std::string, Tensor> ofTransformer(std::map<std::string, Tensor> tensors) {
    const std::string prefix = "transformer.";
    std::map<std::string, Tensor> own;
    for (const auto& [name, tensor] : tensors)
        if (name.starts_with(prefix)) own.emplace(name.substr(prefix.size()), tensor);
    return own.empty() ? tensors : own;
}

/// The layout whose names occur most often.
const FastLayout& likeliestLayout(const ShapesByName& shapes) {
    return *std::ranges::max_element(fastLayouts(), {}, [&](const FastLayout& layout) {
        return std::ranges::count_if(expectedTensors(layout), [&](const ExpectedTensor& expected) {
            return shapes.contains(expected.name);
        });
    });
}

/// So few channels make a convolution slow, and the rows of its kernel can take their place.
bool isThin(const FastStage& stage) {
    return stage.out * stage.kernel <= 32 && stage.kernel > 3;
}

/// [out, in, rows, columns] → [rows · out, in, 1, columns]; see sumOfKernelRows.
Tensor inKernelRows(const Tensor& weight) {
    return weight.permute({2, 0, 1, 3}).reshape({-1, weight.size(1), 1, weight.size(3)}).contiguous();
}

/// Zeros before and after, for TensorFlow's SAME.
std::pair<int64_t, int64_t> sameBorder(int64_t size, int64_t kernel, int64_t stride) {
    const int64_t after = (size + stride - 1) / stride;
    const int64_t zeros = std::max<int64_t>((after - 1) * stride + kernel - size, 0);
    return {zeros / 2, zeros - zeros / 2};
}

}  // namespace

Result<FastNetwork> FastNetwork::load(const std::filesystem::path& file) {
    auto read = readNetworkTensors(file);
    if (!read) return read.error();
    read->tensors = ofTransformer(std::move(read->tensors));
    const ShapesByName shapes = shapesIn(read->tensors);
    const FastLayout& layout = likeliestLayout(shapes);
    const auto fits = checkShapes(file, layout.label, expectedTensors(layout), shapes);
    if (!fits) return fits.error();

    const auto tensor = [&](const std::string& name) { return read->tensors.at(name).to(torch::kFloat32); };
    FastNetwork network;
    network.m_layout = &layout;
    network.m_hash = read->sha256;
    for (const FastStage& stage : layout.stages) {
        Stage own;
        Tensor weight = tensor(stage.convolution + "weight");
        if (network.m_stages.empty()) weight = weight * 255;  // pixels come in 0..1
        own.convolution.weight = isThin(stage) ? inKernelRows(weight) : weight;
        own.convolution.stride = stage.size == Size::Halved ? 2 : 1;
        const bool padsItself = !layout.mirrors && stage.size == Size::Same;
        own.convolution.padColumns = padsItself ? stage.kernel / 2 : 0;
        own.convolution.padRows = padsItself && !isThin(stage) ? stage.kernel / 2 : 0;
        if (!stage.norm.empty()) {  // which takes a bias before it away
            own.normWeight = tensor(stage.norm + "weight");
            own.normBias = tensor(stage.norm + "bias");
        } else {
            own.normBias = layout.hasBias ? tensor(stage.convolution + "bias") : torch::zeros({stage.out});
        }
        network.m_stages.push_back(std::move(own));
    }
    return network;
}

Border FastNetwork::borderFor(size_t index, int64_t height, int64_t width) const {
    if (index >= m_stages.size()) return {};
    const FastStage& stage = m_layout->stages[index];
    const int64_t side = stage.kernel / 2;
    if (m_layout->mirrors) {
        // Doubled pixels get their border after they were doubled.
        if (stage.size == Size::Doubled) return {};
        return {side, side, side, side, true};
    }
    if (stage.size != Size::Halved) return {};
    const auto [top, bottom] = sameBorder(height, stage.kernel, 2);
    const auto [left, right] = sameBorder(width, stage.kernel, 2);
    return {top, bottom, left, right, false};
}

Tensor FastNetwork::convolved(size_t index, const Tensor& input) const {
    const FastStage& stage = m_layout->stages[index];
    const FixedConvolution& convolution = m_stages[index].convolution;
    if (stage.size == Size::Doubled && m_layout->doublesByConvolution) {
        const Tensor whole = at::conv_transpose2d(input, convolution.weight, {}, 2);
        return whole.contiguous(at::MemoryFormat::ChannelsLast)
            .narrow(2, 0, 2 * input.size(2))
            .narrow(3, 0, 2 * input.size(3));
    }
    if (stage.size == Size::Doubled) {
        const int64_t side = stage.kernel / 2;
        const Tensor doubled = at::upsample_nearest2d(input, {2 * input.size(2), 2 * input.size(3)});
        return convolve(convolution, bordered(doubled, {side, side, side, side, true}));
    }
    const Tensor output = convolve(convolution, input);
    if (!isThin(stage)) return output;
    const int64_t above = m_layout->mirrors ? 0 : stage.kernel / 2;
    const int64_t height = m_layout->mirrors ? input.size(2) - stage.kernel + 1 : input.size(2);
    return sumOfKernelRows(output, stage.kernel, above, height);
}

Tensor FastNetwork::run(const Tensor& picture, const PassStatistics* given, PassStatistics* seen) const {
    const torch::NoGradGuard noGradients;
    Border border = borderFor(0, picture.size(1), picture.size(2));
    Tensor value = bordered(picture.unsqueeze(0), border), kept;
    size_t norms = 0;
    for (size_t i = 0; i < m_stages.size(); ++i) {
        const FastStage& stage = m_layout->stages[i];
        if (stage.beginsBlock) kept = insideOf(value, border);
        const Tensor output = convolved(i, value);
        if (stage.norm.empty()) return lastPixels(output + m_stages[i].normBias.view({1, -1, 1, 1}), picture);
        const ChannelStatistics statistics = given != nullptr ? (*given)[norms] : channelStatistics(output);
        if (seen != nullptr) seen->push_back(statistics);
        ++norms;
        border = borderFor(i + 1, output.size(2), output.size(3));
        value = normalised(output, statistics,
                           {.weight = m_stages[i].normWeight,
                            .bias = m_stages[i].normBias,
                            .epsilon = m_layout->epsilon,
                            .rectifies = stage.rectifies,
                            .added = stage.endsBlock ? kept : Tensor(),
                            .border = border});
    }
    return lastPixels(value, picture);
}

Tensor FastNetwork::lastPixels(const Tensor& output, const Tensor& picture) const {
    const Tensor part = output[0].narrow(1, 0, picture.size(1)).narrow(2, 0, picture.size(2));
    const Tensor pixels = m_layout->endsInTanh ? part.tanh() * (150 / 255.0) + 0.5 : part / 255.0;
    return pixels.clamp(0, 1).contiguous();
}

Tensor FastNetwork::paint(const Tensor& picture) const {
    return run(picture, nullptr, nullptr);
}

Tensor FastNetwork::paint(const Tensor& picture, PassStatistics& seen) const {
    seen.clear();
    return run(picture, nullptr, &seen);
}

Tensor FastNetwork::paintPart(const Tensor& picture, const PassStatistics& seen) const {
    return run(picture, &seen, nullptr);
}

int64_t FastNetwork::margin(int64_t height, int64_t width) const {
    constexpr int64_t kFrame = 32, kGrid = 4;
    return m_layout->mirrors ? 0 : std::min(kFrame, (std::min(height, width) - 1) / kGrid * kGrid);
}

Tensor withMargin(const Tensor& picture, int64_t margin) {
    return at::reflection_pad2d(picture.unsqueeze(0), {margin, margin, margin, margin})[0];
}

Tensor withoutMargin(const Tensor& picture, int64_t margin) {
    return picture.narrow(1, margin, picture.size(1) - 2 * margin)
        .narrow(2, margin, picture.size(2) - 2 * margin)
        .contiguous();
}

Tensor paintWhole(const FastNetwork& network, const Tensor& picture, PassStatistics& seen) {
    const int64_t margin = network.margin(picture.size(1), picture.size(2));
    return withoutMargin(network.paint(withMargin(picture, margin), seen), margin);
}

}  // namespace limner::style
