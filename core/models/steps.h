// How layers in a row are computed: several as one step where that saves time.
#pragma once

#include <torch/nn/modules/container/sequential.h>

#include "core/internal/torch.h"

#include <functional>
#include <vector>

namespace limner::models {

/// One or more layers of a network.
using Step = std::function<torch::Tensor(const torch::Tensor&)>;

/// The layers while they learn: runs of dense layers, and batch norm with its rectifier, as one node each of
/// the autograd graph; convolutions in the way that is faster for their input; other layers as they are.
std::vector<Step> trainingSteps(torch::nn::Sequential layers);

/// The layers with weights that stay as they are, on the CPU and in eval mode: batch norm is folded into the
/// convolution before it, the rectifier works in place. Weights of convolutions are copied, so that the steps
/// have to be made again once they change.
std::vector<Step> foldedSteps(torch::nn::Sequential layers);

}  // namespace limner::models
