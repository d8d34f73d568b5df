#include "neural_objective.h"

#include <algorithm>
#include <stdexcept>

namespace limner::style {
namespace {

using torch::Tensor;

double sumOf(const std::vector<LayerWeight>& layers) {
    double sum = 0;
    for (const LayerWeight& layer : layers) sum += layer.weight;
    return sum > 0 ? sum : 1;
}

/// The index of a name, which is added if it is not there.
size_t indexIn(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::ranges::find(names, name);
    const auto index = static_cast<size_t>(found - names.begin());
    if (found == names.end()) names.push_back(name);
    return index;
}

template <typename Term>
Tensor summed(const std::vector<Term>& terms, const std::vector<Tensor>& features, const Tensor& zero) {
    Tensor sum = zero;
    for (const Term& term : terms) sum = sum + term.loss(features[term.layer]) * term.weight;
    return sum;
}

}  // namespace

NeuralObjective::NeuralObjective(const FeatureNetwork& network, const NeuralSettings& settings,
                                 const Tensor& content, const std::vector<StyleShare>& styles,
                                 const at::Generator& generator)
    : m_network(network), m_settings(settings) {
    const StyleLossEntry* kind = findStyleLoss(settings.styleLoss);
    if (kind == nullptr) throw std::invalid_argument("there is no style loss " + settings.styleLoss);
    const torch::NoGradGuard noGradients;
    for (const auto& [layer, weight] : settings.contentLayers) {
        const Tensor wanted = network.features(content, {layer}).front();
        m_content.push_back({indexIn(m_layers, layer), weight / sumOf(settings.contentLayers),
                             [wanted](const Tensor& drawn) { return contentLoss(drawn, wanted); }});
    }
    std::vector<std::string> names;
    for (const LayerWeight& style : settings.styleLayers) names.push_back(style.layer);
    std::vector<std::vector<Tensor>> seen;
    for (const StyleShare& style : styles) seen.push_back(network.features(style.picture, names));
    for (size_t i = 0; i < names.size(); ++i) {
        std::vector<StyleExample> examples;
        for (size_t k = 0; k < styles.size(); ++k) examples.push_back({seen[k][i], styles[k].share});
        m_style.push_back({indexIn(m_layers, names[i]),
                           settings.styleLayers[i].weight / sumOf(settings.styleLayers),
                           kind->make(examples, generator)});
    }
}

NeuralLosses NeuralObjective::operator()(const Tensor& picture) const {
    const auto features = m_network.features(picture, m_layers);
    const Tensor zero = torch::zeros({}, picture.options().requires_grad(false));
    NeuralLosses losses{.content = summed(m_content, features, zero),
                        .style = summed(m_style, features, zero),
                        .variation = m_settings.variationWeight > 0 ? totalVariation(picture) : zero,
                        .total = {}};
    losses.total = losses.content * m_settings.contentWeight + losses.style * m_settings.styleWeight +
                   losses.variation * m_settings.variationWeight;
    return losses;
}

void NeuralObjective::setWeights(double content, double style, double variation) {
    m_settings.contentWeight = content;
    m_settings.styleWeight = style;
    m_settings.variationWeight = variation;
}

}  // namespace limner::style
