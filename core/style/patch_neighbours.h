// Neighbouring patches that come from neighbouring places: then strokes go on where one patch ends.
#pragma once

#include "core/internal/torch.h"

#include <vector>

#include "patch_index.h"
#include "patch_quilt.h"

namespace limner::style {

/// Lets patches follow their neighbours: each may take the place beside that of a neighbour instead of its
/// own nearest one as long as it fits about as well (coherence; Ashikhmin 2001). Where a picture is flat, one
/// patch would else repeat all over it.
class PatchNeighbours {
public:
    static constexpr int kPasses = 6;

    /// @param found  the nearest patch of each place of the grid
    PatchNeighbours(const torch::Tensor& preparedPicture, const PatchGrid& grid, const PatchIndex& index,
                    std::vector<PatchPlace> found);

    /// One look at the neighbours in one direction. @pre 0 <= pass < kPasses
    void pass(int pass);
    const std::vector<PatchPlace>& found() const { return m_found; }

private:
    PatchPlace beside(size_t row, size_t column, int pass) const;

    torch::Tensor m_picture;
    PatchGrid m_grid;
    std::vector<PatchPlace> m_places;
    const PatchIndex& m_index;
    std::vector<PatchPlace> m_found;
    std::vector<float> m_limits;  // how far a patch may be
};

}  // namespace limner::style
