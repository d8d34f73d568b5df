// All patches of one size among the styles, and the search for the nearest: exact, in a basis of principal
// components that holds most of what tells patches apart, as one matrix product after another.
#pragma once

#include "core/internal/torch.h"

#include <cstdint>
#include <span>
#include <vector>

namespace limner::style {

/// The top left corner of a patch.
struct PatchPlace {
    int32_t picture = 0;  ///< which of the styles
    int32_t y = 0;
    int32_t x = 0;
    friend bool operator==(const PatchPlace&, const PatchPlace&) = default;
};

/// For each row of `queries` the row of `known` with the smallest distance; the first of equal ones.
/// @param queries  float32 [Q, D]
/// @param known    float32 [N, D], N >= 1
std::vector<int32_t> nearestRows(const torch::Tensor& queries, const torch::Tensor& known);

class PatchIndex {
public:
    /// @param pictures  float32 [H, W, 3] each, not smaller than a patch
    /// @param shares    of each picture in the patches that are kept, > 0
    /// @param side      of a patch in pixels, >= 1
    /// @param most      patches to keep, >= 1; which of more is drawn from `generator`
    PatchIndex(std::vector<torch::Tensor> pictures, const std::vector<double>& shares, int side, int64_t most,
               at::Generator& generator);

    int side() const { return m_side; }
    /// How many patches it holds, and by how many numbers they are told apart.
    int64_t count() const { return m_known.size(0); }
    int64_t dimensions() const { return m_basis.size(1); }
    const torch::Tensor& picture(int32_t index) const { return m_pictures[static_cast<size_t>(index)]; }

    /// A picture that may be searched for: kept between calls of `nearest`.
    torch::Tensor prepared(const torch::Tensor& picture) const;
    /// The nearest known patch for each patch of a picture.
    /// @param preparedPicture  of `prepared`
    std::vector<PatchPlace> nearest(const torch::Tensor& preparedPicture,
                                    std::span<const PatchPlace> places) const;

    /// The squared distances between the patches of a picture and those of the styles, which need not be
    /// among the known ones. @pre as many candidates as places, all inside of their styles
    std::vector<float> distances(const torch::Tensor& preparedPicture, std::span<const PatchPlace> places,
                                 std::span<const PatchPlace> candidates) const;
    bool isInside(const PatchPlace& place) const;

private:
    /// What patches look like in small: [places, taps * taps * 3]. A place names one of the pictures.
    torch::Tensor gather(const std::vector<torch::Tensor>& preparedPictures,
                         std::span<const PatchPlace> places) const;
    void choosePlaces(const std::vector<double>& shares, int64_t most, at::Generator& generator);
    void findBasis(const torch::Tensor& patches);

    std::vector<torch::Tensor> m_pictures, m_prepared;
    int m_side;
    int m_spacing;  // between the taps of a patch; large patches are looked at through a box filter
    int m_taps;     // along a side
    std::vector<PatchPlace> m_places;
    torch::Tensor m_basis;  // [taps * taps * 3, dimensions]
    torch::Tensor m_known;  // [count, dimensions + 1]: the last is the squared length
};

}  // namespace limner::style
