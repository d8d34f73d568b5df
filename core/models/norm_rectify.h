// Batch norm and the (leaky) ReLU after it, as one node of the autograd graph.
#pragma once

#include "core/internal/torch.h"

#include <torch/nn/modules/batchnorm.h>

namespace limner::models {

/// What `norm` and a leaky ReLU with this slope for negative numbers make of `input`: 0 for ReLU, 1 for none.
/// While training on the CPU, with channels last, memory is read and written as seldom as possible: one pass
/// for the statistics, one for the result, and two on the way back. Anything else goes layer by layer. The
/// result does not depend on the number of threads. Not twice differentiable.
/// @param input  float32, [N, C, H, W]
/// @return the same shape and memory format
torch::Tensor normRectify(torch::nn::BatchNorm2dImpl& norm, double slope, const torch::Tensor& input);

}  // namespace limner::models
