// Brings one picture to the size and channels that a model learns from.
#pragma once

#include <cstdint>

#include "core/types/image.h"

namespace limner::datasets {

struct Preparation;

/// Flattens transparency on white, makes it grey (ITU-R BT.601 luma) or RGB, crops to the central square,
/// pads with white or stretches, and resizes: by area where it shrinks, by cubic interpolation where it
/// grows.
/// @pre `image` is not empty
/// @param planes  where to write; uint8, [preparation.channels, preparation.size, preparation.size]
void prepare(const Image& image, const Preparation& preparation, uint8_t* planes);

}  // namespace limner::datasets
