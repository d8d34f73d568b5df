// The network that fast style trains: pictures in, painted pictures out, in the layout of pytorch/examples
// fast_neural_style, whose names its parameters bear.
#pragma once

#include "core/internal/torch.h"

#include "fast_layout.h"

namespace limner::style {

class StyleTransformer final : public torch::nn::Module {
public:
    /// Weights are drawn as PyTorch draws those of convolutions; the last bias is the middle grey.
    explicit StyleTransformer(at::Generator& generator);

    /// @param pictures  RGB, 0 to 255, float32 [N, 3, H, W], no side below FastNetwork::kSmallestSide
    /// @return of the same shape, about 0 to 255, not clamped
    torch::Tensor forward(const torch::Tensor& pictures) const;

    /// The layout that its parameters bear.
    static const FastLayout& layout();
};

}  // namespace limner::style
