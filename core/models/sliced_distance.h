// How far two sets of pictures are apart.
#pragma once

#include "core/internal/torch.h"

namespace limner::models {

/// Sliced Wasserstein-1 distance: the mean, over random directions, of the distance between the two sets as
/// seen along that direction (Rabin et al. 2011; used for GANs by Karras et al. 2017). It falls as generated
/// pictures come to resemble real ones, which no loss of a GAN does.
/// @param first, second  float32, [N, C, H, W], the same shape, N >= 1
/// @return 0-dim
torch::Tensor slicedDistance(const torch::Tensor& first, const torch::Tensor& second,
                             at::Generator& generator);

}  // namespace limner::models
