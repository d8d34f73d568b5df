// What Explore needs to know of a model that decodes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text.h"

namespace limner {

/// A way through latent space along which the pictures change most. The number of a direction is its place in
/// the list, from 1.
struct Direction {
    Message name;      ///< "Direction 1", "Dimension 7"
    double share = 0;  ///< of the variance, or of the KL divergence; 0 to 1
};

struct ModelFacts {
    std::string title;      ///< "dcgan-fashion-mnist"
    std::string modelHash;  ///< SHA-256 of the weights, hex; empty while they are still being trained
    int64_t step = 0;       ///< of the weights
    int latentSize = 0;
    int channels = 1;
    int size = 28;         ///< side of a picture in pixels
    bool encodes = false;  ///< whether a picture can be turned into a latent at once (a VAE)
    std::vector<Direction> directions;
};

}  // namespace limner
