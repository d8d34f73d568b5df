// DeepDream (Mordvintsev, Olah & Tyka 2015): a picture is changed until a layer of a feature network answers
// more.
#pragma once

#include "core/internal/torch.h"

#include <string>

#include "core/internal/feature_network.h"

namespace limner::style {

struct DreamTarget {
    std::string layer;
    int64_t channel = -1;  ///< -1: all of them
    /// Features of another picture, [C, n]: every place is drawn to the most like of them. Undefined for
    /// none; the channel does not count then.
    torch::Tensor guide = {};
};

struct DreamStep {
    double rate = 0.02;   ///< how far a pixel moves, on average
    int64_t jitter = 16;  ///< the picture is shifted by up to so many pixels, so that no grid shows
};

/// Moves the picture one step up the gradient; it stays in 0..1.
/// @param picture  [1, 3, H, W], RGB in 0..1
/// @return how much the target answered before
double dreamOn(const FeatureNetwork& network, const DreamTarget& target, const DreamStep& step,
               torch::Tensor& picture, at::Generator& generator);

/// Features of a layer for `DreamTarget::guide`.
/// @param picture  [1, 3, H, W]
torch::Tensor guideOf(const FeatureNetwork& network, const std::string& layer, const torch::Tensor& picture,
                      const at::Generator& generator);

/// What one channel likes best: a square picture that began as grey noise, float32 [3, side, side] in 0..1.
/// Takes about a second for a layer of SqueezeNet at 96 pixels; the same for the same seed.
/// @pre network.hasLayer(layer), 0 <= channel < network.channels(layer), side >= network.smallestSide(layer)
torch::Tensor likedBy(const FeatureNetwork& network, const std::string& layer, int64_t channel, int64_t side,
                      uint64_t seed);

}  // namespace limner::style
