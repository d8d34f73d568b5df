// Large pictures in pieces: any method, one tile after another, blended where they lie over each other.
#pragma once

#include "core/internal/torch.h"

#include <exception>
#include <vector>

#include "core/internal/style_method.h"

namespace limner::style {

struct TileSpan {
    int64_t begin = 0;
    int64_t end = 0;
    friend bool operator==(const TileSpan&, const TileSpan&) = default;
};

/// Tiles along one side: equal in length as far as it goes, none longer than `tile`, neighbours over each
/// other by at least `overlap`. @pre length >= 1, 0 <= 2 * overlap <= tile
std::vector<TileSpan> tileSpans(int64_t length, int64_t tile, int64_t overlap);

/// How much each pixel of a tile counts along one side: nothing in the outer quarter of an overlap, where a
/// tile does not know its neighbours, then rising to 1. At the sides of the picture it is 1. float32 [length
/// of the span]
torch::Tensor tileWeights(const TileSpan& span, int64_t length, int64_t overlap);

/// The method on tiles of "tile" and "overlap" of the values; on a picture that fits into one it is the
/// method itself. Where the memory is not enough the tile is halved, which is said to `input.warn`, and all
/// begins anew. Errors: those of the method; OutOfMemory (with the smallest tile, too).
Result<std::unique_ptr<StyleMethod>> makeTiled(const StyleMethodEntry& method, const StyleInput& input,
                                               JobContext& context);

/// Half the side of a piece, which is said to `input.warn`. Errors: OutOfMemory (no piece would be small
/// enough).
Result<int64_t> halvedTile(const StyleInput& input, int64_t tile);

/// Whether an exception says that memory ran out, on the CPU or on a GPU.
bool isOutOfMemory(const std::exception& exception);
Error outOfMemory();

}  // namespace limner::style
