// A picture made of overlapping patches, where each pixel settles on what most of its patches agree on.
#pragma once

#include "core/internal/torch.h"

#include <vector>

#include "patch_index.h"

namespace limner::style {

/// Where patches of one side lie on a picture: about every `gap` pixels, the last ones at the edge.
class PatchGrid {
public:
    /// @param seed  of how far the gaps differ from each other, by one pixel at most: a regular grid would
    /// leave its
    ///              own pattern in the picture. 0 is the regular one.
    /// @pre neither side of the picture is smaller than a patch; 1 <= gap < side
    PatchGrid(int64_t height, int64_t width, int side, int gap, uint64_t seed = 0);
    int side() const { return m_side; }
    const std::vector<int32_t>& ys() const { return m_ys; }
    const std::vector<int32_t>& xs() const { return m_xs; }
    /// Row by row; `picture` is 0.
    std::vector<PatchPlace> places() const;

private:
    int m_side;
    std::vector<int32_t> m_ys, m_xs;
};

/// The picture that minimises the sum of the distances to the patches, each to the power 0.8, by iteratively
/// reweighted least squares (Kwatra et al. 2005; Elad & Milanfar 2017, section III): patches that fit count
/// more.
/// @param picture  float32 [H, W, 3], where to begin
/// @param found    the patch of the index for each place of the grid
/// @param rounds   of reweighting, >= 1
torch::Tensor robustAverage(const torch::Tensor& picture, const PatchGrid& grid, const PatchIndex& index,
                            const std::vector<PatchPlace>& found, int rounds);

}  // namespace limner::style
