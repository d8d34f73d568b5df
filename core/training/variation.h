// Slight random changes of the pictures that a model learns from, so that a small set teaches more.
#pragma once

#include "core/internal/torch.h"

#include "core/types/param.h"

namespace limner::training {

/// How far each picture may be changed, drawn anew each time it is seen. All zero: not at all.
struct Variation {
    bool flips = false;  ///< mirrored left to right, half of the time
    double degrees = 0;  ///< turned by −degrees to degrees
    double zoom = 0;     ///< scaled by 1/(1 + zoom) to 1 + zoom
    double shift = 0;    ///< moved by up to this share of the side, in both directions
    bool moves() const { return degrees > 0 || zoom > 0 || shift > 0; }
};

/// Reads "flip", "rotate", "zoom" and "shift". @pre `values` are complete
Variation variationOf(const ParamValues& values);

/// The pictures changed at random. What comes in from outside repeats the edge.
/// @param pictures  float32 [N, C, H, W]
/// @return the same shape; `pictures` itself where nothing varies, which draws nothing
torch::Tensor varied(const torch::Tensor& pictures, const Variation& variation, at::Generator& generator);

}  // namespace limner::training
