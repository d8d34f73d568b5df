// Pictures of files as tensors, and the sizes they come in.
#pragma once

#include "core/internal/torch.h"

#include <filesystem>
#include <functional>

#include "core/types/host.h"

namespace limner::style {

struct PixelSize {
    int width = 0;
    int height = 0;
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// Reads one picture, upright, in sRGB. Of several frames it takes the first, and says so to `warn`.
/// Errors, which name the file: NotFound, Unsupported (not a picture, over 100 megapixels), Damaged.
Result<Image> readPicture(const std::filesystem::path& file, const Host& host,
                          const std::function<void(Message)>& warn);

/// The size with the same aspect whose longest side is `longest`; no side is below 1.
PixelSize sizeWithin(PixelSize size, int64_t longest);

/// By area where it shrinks, by cubic interpolation where it grows; the same bytes where the size is the
/// same.
Image resized(const Image& image, PixelSize size);

/// RGB without transparency: what is transparent lies on white. Grey becomes three equal channels.
Image flattened(const Image& image);
/// 1 channel, ITU-R BT.601 luma of the flattened picture.
Image greyOf(const Image& image);
/// The alpha channel alone, 1 channel; empty where there is none.
Image alphaOf(const Image& image);

/// float32 [channels, H, W] from 0 to 1.
torch::Tensor toTensor(const Image& image);
/// Rounded to 8 bits, clamped. @param picture  float32 [C, H, W], C 1 or 3
Image toImage(const torch::Tensor& picture);

/// float32 [C, H, W], by area where it shrinks, cubic where it grows.
torch::Tensor resized(const torch::Tensor& picture, PixelSize size);
PixelSize sizeOf(const torch::Tensor& picture);

}  // namespace limner::style
