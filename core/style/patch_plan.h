// Which patches are laid over the picture in which order: from coarse to fine, from large to small.
#pragma once

#include <cstdint>
#include <vector>

#include "pictures.h"

namespace limner::style {

/// One pass over the picture: look for the nearest patches, average them, mix the content in.
struct PatchRound {
    int level = 0;  ///< 0 is the coarsest
    int side = 0;   ///< of a patch, in pixels of its level
    int gap = 0;    ///< between patches
    friend bool operator==(const PatchRound&, const PatchRound&) = default;
};

struct PatchPlan {
    int levels = 1;  ///< each twice as large as the one before; the last is the result
    std::vector<PatchRound> rounds = {};
};

/// The size of a level. @pre 0 <= level < levels
PixelSize levelSize(PixelSize whole, int level, int levels);

/// Levels that people ask for are those of a picture of 400 pixels; each doubling beyond brings one more, so
/// that the coarsest sees as much of the picture. Levels and patches that do not fit are left out.
/// @param size      of the result
/// @param smallest  side of any picture, the result and the styles, in pixels of the result
/// @param levels    1 to 5
/// @param scale     of the patches, 0.5 to 2
/// @return no rounds where even the smallest patch does not fit
PatchPlan planPatches(PixelSize size, int smallest, int levels, double scale);

}  // namespace limner::style
