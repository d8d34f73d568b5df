// Blends of latents for the map and for mixing named points.
#pragma once

#include "core/types/timeline.h"

namespace limner::app {

/// The weighted sum of points. Along a spherical path its length is the weighted mean of their lengths, since
/// a plain mean of far points falls towards the middle, where a GAN has never been.
/// @pre weights sum to 1; as for `weighted`
Latent blended(std::span<const Latent> points, std::span<const double> weights, Path path);

/// a − b + c. @pre equal sizes
Latent arithmetic(const Latent& a, const Latent& b, const Latent& c);

}  // namespace limner::app
