// What neural style makes small: the distance from what the content picture shows plus the distance from how
// the style pictures are painted, both seen through a feature network.
#pragma once

#include "core/internal/torch.h"

#include <string>
#include <utility>
#include <vector>

#include "core/internal/feature_network.h"
#include "feature_rows.h"
#include "style_loss.h"

namespace limner::style {

struct NeuralSettings {
    std::vector<LayerWeight> contentLayers = {},
                             styleLayers = {};  ///< their weights are taken relative to their sum
    double contentWeight = 1, styleWeight = 1, variationWeight = 0;
    std::string styleLoss = "gram";  ///< id in styleLossRegistry
};

struct StyleShare {
    torch::Tensor picture;  ///< [1, 3, H, W], RGB in 0..1
    double share = 1;       ///< shares add up to 1
};

/// 0-dim tensors; the total has gradients to the picture.
struct NeuralLosses {
    torch::Tensor content, style, variation;  ///< not weighted
    torch::Tensor total;
};

class NeuralObjective {
public:
    /// @param content    [1, 3, H, W], RGB in 0..1, on the device of the network
    /// @param generator  for style losses that look at random directions
    /// @throws std::invalid_argument for an unknown layer or loss, or a picture that is too small for a layer
    NeuralObjective(const FeatureNetwork& network, const NeuralSettings& settings,
                    const torch::Tensor& content, const std::vector<StyleShare>& styles,
                    const at::Generator& generator);

    /// @param picture  of the size of the content
    NeuralLosses operator()(const torch::Tensor& picture) const;
    /// For what comes from now on.
    void setWeights(double content, double style, double variation);

private:
    FeatureNetwork m_network;
    NeuralSettings m_settings;
    std::vector<std::string> m_layers;  ///< of the content, then of the style, none twice
    struct Term {
        size_t layer;   ///< index in m_layers
        double weight;  ///< all of one kind add up to 1
        StyleLoss loss;
    };
    std::vector<Term> m_content, m_style;
};

}  // namespace limner::style
