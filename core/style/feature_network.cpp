#include "core/internal/feature_network.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "feature_architecture.h"
#include "feature_layers.h"
#include "network_tensors.h"

namespace limner::style {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;
using Layers = std::vector<std::shared_ptr<const FeatureLayer>>;

// ---- one pass, as one node of the autograd graph ----

/// What a forward pass leaves for the way back.
struct Pass : torch::CustomClassHolder {
    Layers layers;
    std::vector<LayerPass> passes;
    std::vector<size_t> wanted;  ///< indices of layers, one for each output
};

class FeaturePass : public torch::autograd::Function<FeaturePass> {
public:
    /// @param pictures  as the first layer wants them
    static variable_list forward(AutogradContext* context, const Tensor& pictures, const Layers& layers,
                                 const std::vector<size_t>& wanted) {
        auto pass = c10::make_intrusive<Pass>();
        pass->layers = layers;
        pass->wanted = wanted;
        Tensor value = pictures;
        for (size_t i = 0; i <= *std::ranges::max_element(wanted); ++i) {
            pass->passes.push_back(layers[i]->forward(value));
            value = pass->passes.back().output;
        }
        variable_list outputs;
        for (const size_t i : wanted) outputs.push_back(pass->passes[i].output.alias());
        context->saved_data["pass"] = c10::IValue::make_capsule(std::move(pass));
        return outputs;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        if (torch::GradMode::is_enabled()) throw std::logic_error("features are not twice differentiable");
        const auto capsule = context->saved_data["pass"].toCapsule();
        const Pass& pass = static_cast<const Pass&>(*capsule);
        Tensor gradient;
        for (size_t i = pass.passes.size(); i-- > 0;) {
            bool isOwn = gradient.defined();  // and may be changed in place
            for (size_t k = 0; k < pass.wanted.size(); ++k) {
                if (pass.wanted[k] != i || !gradients[k].defined()) continue;
                const Tensor added = gradients[k].contiguous(at::MemoryFormat::ChannelsLast);
                gradient = !gradient.defined() ? added : isOwn ? gradient.add_(added) : gradient + added;
                isOwn = isOwn || gradient.data_ptr() != added.data_ptr();
            }
            if (gradient.defined()) gradient = pass.layers[i]->backward(pass.passes[i], gradient);
        }
        return {gradient, {}, {}};
    }
};

// ---- from a file ----

/// What is done to pictures in 0..1 before the first convolution: minus the mean, times the scale; then
/// perhaps blue first.
struct Preprocessing {
    std::array<double, 3> mean, scale;  ///< red, green, blue
    bool isBlueFirst;
};

constexpr Preprocessing kTorchvision{{0.485, 0.456, 0.406}, {1 / 0.229, 1 / 0.224, 1 / 0.225}, false};
constexpr Preprocessing kCaffe{{123 / 255.0, 117 / 255.0, 104 / 255.0}, {255, 255, 255}, true};

const Preprocessing& preprocessingOf(const std::map<std::string, std::string>& metadata) {
    const auto input = metadata.find("input");
    return input != metadata.end() && input->second.starts_with("BGR") ? kCaffe : kTorchvision;
}

Tensor ofChannels(const std::array<double, 3>& numbers) {
    return torch::tensor(std::vector<double>(numbers.begin(), numbers.end()), torch::kFloat32)
        .view({1, 3, 1, 1});
}

/// Weights of the first convolution for pictures that have only their mean taken away.
Tensor withPreprocessing(const Tensor& weight, const Preprocessing& preprocessing) {
    return (preprocessing.isBlueFirst ? weight.flip(1) : weight) * ofChannels(preprocessing.scale);
}

}  // namespace

Result<FeatureNetwork> FeatureNetwork::load(const std::filesystem::path& file,
                                            const FeatureArchitecture& architecture) {
    auto read = readNetworkTensors(file);
    if (!read) return read.error();
    ShapesByName shapes;
    for (const auto& [name, tensor] : read->tensors) shapes[name] = tensor.sizes().vec();
    const auto fits = checkFeatureShapes(architecture, file, shapes);
    if (!fits) return fits.error();
    TensorsByName tensors;
    for (const auto& [name, tensor] : read->tensors) tensors[name] = tensor.to(torch::kFloat32);
    const Preprocessing& preprocessing = preprocessingOf(read->metadata);
    Tensor& first = tensors[expectedTensors(architecture).front().name];
    first = withPreprocessing(first, preprocessing);

    FeatureNetwork network;
    network.m_architecture = &architecture;
    network.m_mean = ofChannels(preprocessing.mean);
    network.m_hash = read->sha256;
    for (const FeaturePart& part : architecture.parts)
        network.m_layers.push_back(makeFeatureLayer(part, tensors));
    return network;
}

Result<FeatureNetwork> FeatureNetwork::load(const std::filesystem::path& file) {
    const auto shapes = readShapes(file);
    if (!shapes) return shapes.error();
    for (const FeatureArchitecture& architecture : featureArchitectures()) {
        if (checkFeatureShapes(architecture, file, *shapes)) return load(file, architecture);
    }
    return Error{
        .code = ErrorCode::Unsupported,
        .message = {LIMNER_TR("core", "“%1” does not hold the weights of a feature network."),
                    {file.filename().string()}},
        .hint = LIMNER_TR("core", "SqueezeNet 1.1, VGG-16 and VGG-19 with torchvision's names are known.")};
}

std::vector<Tensor> FeatureNetwork::features(const Tensor& pictures,
                                             const std::vector<std::string>& layers) const {
    std::vector<size_t> wanted;
    for (const std::string& name : layers) {
        if (std::min(pictures.size(2), pictures.size(3)) < smallestSide(name))
            throw std::invalid_argument("the picture is too small for the layer " + name);
        wanted.push_back(indexOf(name));
    }
    if (wanted.empty()) return {};
    return FeaturePass::apply((pictures - m_mean).contiguous(at::MemoryFormat::ChannelsLast), m_layers,
                              wanted);
}

size_t FeatureNetwork::indexOf(std::string_view name) const {
    for (size_t i = 0; i < m_layers.size(); ++i) {
        if (!name.empty() && m_layers[i]->name == name) return i;
    }
    throw std::invalid_argument("there is no layer " + std::string(name));
}

std::vector<std::string> FeatureNetwork::layerNames() const {
    std::vector<std::string> names;
    for (const auto& layer : m_layers) {
        if (!layer->name.empty()) names.push_back(layer->name);
    }
    return names;
}

bool FeatureNetwork::hasLayer(std::string_view name) const {
    return std::ranges::any_of(m_layers, [&](const auto& layer) { return layer->name == name; }) &&
           !name.empty();
}

int64_t FeatureNetwork::channels(std::string_view name) const {
    int64_t channels = 3;
    for (size_t i = 0; i <= indexOf(name); ++i) channels = m_layers[i]->channelsAfter(channels);
    return channels;
}

int64_t FeatureNetwork::smallestSide(std::string_view name) const {
    const size_t last = indexOf(name);
    for (int64_t side = 1;; ++side) {
        int64_t after = side;
        for (size_t i = 0; i <= last && after > 0; ++i) after = m_layers[i]->sideAfter(after);
        if (after > 0) return side;
    }
}

FeatureNetwork FeatureNetwork::to(const at::Device& device) const {
    FeatureNetwork copy = *this;
    copy.m_mean = m_mean.to(device);
    for (auto& layer : copy.m_layers) layer = layer->to(device);
    return copy;
}

}  // namespace limner::style
