// Colours moved from one picture to another. Pictures are float32 [3, H, W]; the two of a pair may differ in
// size.
#pragma once

#include "core/internal/torch.h"

#include <array>
#include <vector>

namespace limner::style {

/// Mean and covariance of the colours of a picture.
struct ColourMoments {
    torch::Tensor mean;        ///< float64 [3]
    torch::Tensor covariance;  ///< float64 [3, 3]
};
ColourMoments momentsOf(const torch::Tensor& picture);
/// Of several pictures as if they were one, each with a share. @pre at least one; the weights sum to more
/// than 0
ColourMoments mixed(const std::vector<ColourMoments>& moments, const std::vector<double>& weights);

/// The linear map that gives the colours of `picture` the moments of `model` while moving them as little as
/// possible (Monge-Kantorovich; Pitié & Kokaram 2007). Not clamped. Where a picture hardly varies, its noise
/// is not blown up: deviations below 0.01 count as 0.01.
torch::Tensor matchMoments(const torch::Tensor& picture, const ColourMoments& model);

/// How often each value from 0 to 1 occurs in each channel; values beyond count at the ends.
class ColourHistogram {
public:
    static constexpr int kBins = 4096;
    explicit ColourHistogram(const torch::Tensor& picture);
    /// Of several pictures, each with a share. @pre at least one; the weights sum to more than 0
    ColourHistogram(const std::vector<ColourHistogram>& parts, const std::vector<double>& weights);

    /// The share of pixels of channel `channel` below each edge of a bin: kBins + 1 values, rising from 0
    /// to 1.
    const std::vector<double>& shares(int channel) const { return m_shares[static_cast<size_t>(channel)]; }

private:
    std::array<std::vector<double>, 3> m_shares;
};

/// Each channel gets the distribution of the same channel of `model` by a rising map of its values, so equal
/// values stay equal. Good to one bin. (Histogram specification; Gonzalez & Woods, section 3.3.)
torch::Tensor matchHistogram(const torch::Tensor& picture, const ColourHistogram& model);

/// ITU-R BT.601 luma, [1, H, W].
torch::Tensor lumaOf(const torch::Tensor& picture);

}  // namespace limner::style
