// The layers of a feature network: what each makes of its input, and the way back.
#pragma once

#include "core/internal/torch.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "feature_architecture.h"

namespace limner::style {

using TensorsByName = std::map<std::string, torch::Tensor>;

/// What one pass through a layer leaves for the way back.
struct LayerPass {
    torch::Tensor input;  ///< its numbers are kept only where the layer needs them
    torch::Tensor output;
    torch::Tensor extra;  ///< places of maxima, or what lies between two convolutions
};

class FeatureLayer {
public:
    virtual ~FeatureLayer() = default;
    /// @param input  [N, C, H, W], channels last
    virtual LayerPass forward(const torch::Tensor& input) const = 0;
    /// Gradient of the input from that of the output.
    virtual torch::Tensor backward(const LayerPass& pass, const torch::Tensor& gradient) const = 0;
    virtual int64_t sideAfter(int64_t side) const = 0;
    /// Channels of what comes out, from those of what goes in.
    virtual int64_t channelsAfter(int64_t channels) const = 0;
    virtual std::unique_ptr<FeatureLayer> to(const at::Device& device) const = 0;

    std::string name;  ///< empty where it has none
};

/// @param tensors  hold what `expectedTensors` names, float32
std::unique_ptr<FeatureLayer> makeFeatureLayer(const FeaturePart& part, const TensorsByName& tensors);

}  // namespace limner::style
