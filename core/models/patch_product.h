// Convolutions as one product of matrices over the patches that they look at.
#pragma once

#include "core/internal/torch.h"

#include <optional>

namespace limner::models {

/// A convolution that can be computed that way: square, without groups or dilation.
struct PatchLayer {
    torch::Tensor weight;
    torch::Tensor bias;  ///< undefined where the layer has none
    int64_t kernel, stride, padding, outputPadding;
    bool isTransposed;
};

/// Nothing for any other layer.
std::optional<PatchLayer> patchLayer(const torch::nn::Module& layer);

/// Whether `patchProduct` is the faster way for this input. It is on the CPU, where the library's convolution
/// is slow: for small pictures, and for hardly any channels on one side. Never with a bias.
/// @param input  [N, C, H, W]
bool isForPatches(const PatchLayer& layer, const torch::Tensor& input);

/// The same numbers as the layer. Patches are copied into the rows of a matrix, which is multiplied with the
/// weights (im2col; Chellapilla et al. 2006); a transposed convolution does so backwards. Not twice
/// differentiable.
/// @param input  float32 on the CPU, [N, C, H, W]
/// @return [N, C', H', W'] with channels last
/// @pre the layer has no bias
torch::Tensor patchProduct(const PatchLayer& layer, const torch::Tensor& input);

/// A convolution whose weights stay as they are, and what is done to each channel of its output.
struct FixedPatches {
    PatchLayer layer;
    torch::Tensor matrix;  ///< weights times the scales, in the order of the product
    torch::Tensor bias;    ///< [C']
};

/// The layer and after it a scale and a shift of each channel, both [C'].
FixedPatches fixedPatches(const PatchLayer& layer, const torch::Tensor& scale, const torch::Tensor& shift);

/// The same numbers as the layer, then the scale, then the shift; without gradients.
torch::Tensor patchProduct(const FixedPatches& fixed, const torch::Tensor& input);

}  // namespace limner::models
