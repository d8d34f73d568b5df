// What makes a network learn a style: it paints pictures, and a feature network says how far they are from
// their content and from the manner of the style.
#pragma once

#include "core/internal/torch.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/internal/feature_network.h"
#include "core/internal/model.h"
#include "feature_rows.h"
#include "style_transformer.h"

namespace limner::style {

struct PerceptualWeights {
    double content = 1, style = 1, variation = 0;
};

/// 0-dim tensors with gradients, means over the pictures.
struct PerceptualLosses {
    torch::Tensor content, style, variation;  ///< not weighted
    torch::Tensor total;
};

/// The loss of Johnson, Alahi & Fei-Fei 2016, its parts relative to what is wanted, as those of neural style.
class PerceptualObjective {
public:
    /// @param style  [1, 3, H, W], RGB in 0..1, on the device of the network
    /// @pre checkLayer for every layer and both pictures
    PerceptualObjective(FeatureNetwork network, std::vector<LayerWeight> contentLayers,
                        std::vector<LayerWeight> styleLayers, const torch::Tensor& style);
    /// @param painted  [N, 3, H, W], RGB, about 0..1 @param content  the same pictures before
    PerceptualLosses operator()(const torch::Tensor& painted, const torch::Tensor& content,
                                const PerceptualWeights& weights) const;

private:
    FeatureNetwork m_network;
    std::vector<LayerWeight> m_contentLayers, m_styleLayers;  ///< their weights add up to 1
    std::vector<std::string> m_layers;                        ///< content, then style
    std::vector<torch::Tensor> m_grams;                       ///< of the style, in the order of its layers
};

class StyleTraining final : public models::Model {
public:
    /// @param values  complete, of the model's rows and "normalise"
    StyleTraining(std::shared_ptr<StyleTransformer> network, const ParamValues& values);

    std::vector<models::Network> networks() const override;
    std::vector<std::string> scalarNames() const override {
        return {"loss", "content", "style", "variation"};
    }
    std::string decoderName() const override { return "transformer"; }
    /// Reads the style picture and the feature network. Errors: those of both, InvalidArgument (layers).
    Result<void> open(const models::Surroundings& surroundings) override;
    models::Scalars step(const models::Batch& batch, models::StepTools& tools) override;
    /// The examples, painted.
    models::Shown show(const models::Batch& examples, uint64_t seed) override;
    std::vector<std::string> evaluationNames() const override { return {"loss", "content", "style"}; }
    models::Scalars evaluate(const models::Batch& batch, at::Generator& generator) override;

private:
    torch::Tensor inUnit(const torch::Tensor& pictures) const;
    torch::Tensor painted(const torch::Tensor& pictures) const;

    std::shared_ptr<StyleTransformer> m_network;
    ParamValues m_values;
    bool m_isSigned;
    PerceptualWeights m_weights;                     ///< in force now
    std::optional<PerceptualObjective> m_objective;  ///< once it is open
};

}  // namespace limner::style
