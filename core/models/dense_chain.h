// Dense layers with leaky ReLU between them, as one node of the autograd graph.
#pragma once

#include <torch/nn/modules/linear.h>

#include <vector>

namespace limner::models {

struct DenseLayer {
    torch::nn::Linear linear;
    double slope = 1;  ///< of the leaky ReLU after it for negative numbers: 0 for ReLU, 1 for none
};

/// The same numbers as the layers one by one, with less work between them: small networks spend much of their
/// time there. Not twice differentiable.
/// @param input  [N, in features of the first layer]
/// @return [N, out features of the last layer]
torch::Tensor denseChain(const torch::Tensor& input, const std::vector<DenseLayer>& layers);

}  // namespace limner::models
