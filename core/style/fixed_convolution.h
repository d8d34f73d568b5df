// Convolutions whose weights stay as they are.
#pragma once

#include "core/internal/torch.h"

namespace limner::style {

struct FixedConvolution {
    torch::Tensor weight;                 ///< float32 [out, in, rows, columns]
    torch::Tensor bias;                   ///< [out]; undefined for none
    int64_t stride = 1;                   ///< in both directions
    int64_t padRows = 0, padColumns = 0;  ///< zeros on both sides
    bool rectifies = false;               ///< a ReLU follows

    /// Of square kernels; 0 where the input is too small.
    int64_t sideAfter(int64_t side) const {
        const int64_t room = side + 2 * padRows - weight.size(2);
        return room < 0 ? 0 : room / stride + 1;
    }
};

/// The same numbers as at::conv2d and relu, in one pass over memory where the processor's library has one;
/// without gradients.
/// @param input  [N, in, H, W], channels last
/// @return channels last
torch::Tensor convolve(const FixedConvolution& convolution, const torch::Tensor& input);

/// Gradient of the input from that of what comes out (before the ReLU, if there is one).
/// @param input  of that shape; its numbers mean nothing
torch::Tensor inputGradient(const FixedConvolution& convolution, const torch::Tensor& gradient,
                            const torch::Tensor& input);

}  // namespace limner::style
