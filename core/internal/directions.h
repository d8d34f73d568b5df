// The ways through latent space along which the pictures of a model change most, found from the model alone.
#pragma once

#include "core/internal/torch.h"

#include <functional>
#include <vector>

#include "core/internal/model.h"
#include "core/types/model_facts.h"

namespace limner::generation {

struct Directions {
    /// float32 [count, latent size]: of unit length and at right angles to each other. Latents are N(0, I),
    /// so that one step is one standard deviation of them along it.
    torch::Tensor rows;
    std::vector<Direction> facts;  ///< of each row
};

/// Of a model with an encoder `dimensionsByDivergence`, of any other `principalDirections`; empty where it
/// makes numbers that are not finite. The same on any thread, whatever its share of the cores.
Directions directionsOf(models::PictureModel& model);

/// Principal components of the activations behind the first layers over many latents, mapped back to latent
/// space by linear regression (Härkönen et al. 2020, GANSpace). Latents come in pairs z, −z and only the part
/// of the activations that changes sign with them is looked at: a direction has two ends, and what is the
/// same at both is no movement. Share: of the variance of that part.
/// @param features    latents [N, latentSize] → activations [N, any]
/// @param latentSize  >= 1
/// @param most        how many at most, the largest first; each turned so that its largest number is positive
Directions principalDirections(const std::function<torch::Tensor(const torch::Tensor&)>& features,
                               int64_t latentSize, int64_t most);

/// The dimensions of a VAE by the KL divergence of their posterior from the prior, largest first, measured on
/// pictures that the model makes: those that it does not use fall back to the prior. Left out: dimensions of
/// less than 0.01 nats. Share: of the sum over all dimensions.
Directions dimensionsByDivergence(models::PictureModel& model);

}  // namespace limner::generation
