// Instance norm and what stands around it in a network that makes pictures, in two passes over memory.
#pragma once

#include "core/internal/torch.h"

namespace limner::style {

/// Pixels around a picture.
struct Border {
    int64_t top = 0, bottom = 0, left = 0, right = 0;
    bool mirrors = false;  ///< the picture without its edge, as in ReflectionPad2d; else zeros

    bool isEmpty() const { return top + bottom + left + right == 0; }
};

/// Each channel of a picture minus its mean, over its deviation (with `epsilon` under the root).
struct ChannelStatistics {
    torch::Tensor mean, variance;  ///< float32 [C]
};

/// @param input  float32 on the CPU, [1, C, H, W] with channels last; may be a part of a larger picture
ChannelStatistics channelStatistics(const torch::Tensor& input);

struct AfterNorm {
    torch::Tensor weight, bias;  ///< float32 [C]
    double epsilon = 1e-5;
    bool rectifies = false;    ///< a ReLU follows
    torch::Tensor added = {};  ///< of the shape of the input, added last; may be undefined
    Border border = {};        ///< is put around what comes out
};

/// (input − mean) / √(variance + ε) · weight + bias, then perhaps a ReLU, an addition and a border; without
/// gradients.
/// @param input  as for channelStatistics
/// @return [1, C, top + H + bottom, left + W + right], channels last
torch::Tensor normalised(const torch::Tensor& input, const ChannelStatistics& statistics,
                         const AfterNorm& after);

/// The picture inside its border, the same memory.
torch::Tensor insideOf(const torch::Tensor& picture, const Border& border);
/// A copy with a border around it, channels last.
torch::Tensor bordered(const torch::Tensor& picture, const Border& border);

/// For a convolution that was cut into the rows of its kernel: its part for row r and channel c is channel r
/// C + c. Sums the parts, each shifted by its row; what would lie outside counts as 0.
/// @param parts  [1, rows · C, H, W] with channels last
/// @param above  how many rows the first kernel row looks up
/// @param height  of what comes out
/// @return [1, C, height, W], channels last
torch::Tensor sumOfKernelRows(const torch::Tensor& parts, int64_t rows, int64_t above, int64_t height);

}  // namespace limner::style
