// Pictures with channels last as matrices with a row for each pixel.
#pragma once

#include "core/internal/torch.h"

namespace limner::style {

/// [N, C, H, W] → [N H W, C], the same memory where channels are last.
inline torch::Tensor pixelRows(const torch::Tensor& pictures) {
    return pictures.permute({0, 2, 3, 1}).reshape({-1, pictures.size(1)});
}

/// The way back: the same memory, of the height and width of `like`.
inline torch::Tensor fromPixelRows(const torch::Tensor& rows, const torch::Tensor& like) {
    return rows.view({like.size(0), like.size(2), like.size(3), rows.size(1)}).permute({0, 3, 1, 2});
}

}  // namespace limner::style
