// Pictures of a model as bytes: one sheet of equal tiles.
#pragma once

#include "core/internal/torch.h"

#include "core/internal/model.h"
#include "core/types/image.h"
#include "core/types/result.h"

namespace limner::generation {

/// Lays pictures out in rows. Values outside the range of `shape` are clamped.
/// @param pictures  float32 [N, C, H, W], N >= 1, C 1 or 3, on any device
/// @param columns   tiles in a row, >= 1
SampleSheet sheetOf(const torch::Tensor& pictures, const models::PictureShape& shape, int columns,
                    int64_t step);

/// Errors: NotFinite (a broken model: there is nothing to show).
Result<void> checkPictures(const torch::Tensor& pictures);

/// The same numbers from 0 to 1, on the CPU.
torch::Tensor toUnitRange(const torch::Tensor& pictures, const models::PictureShape& shape);

}  // namespace limner::generation
