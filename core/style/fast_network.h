// Networks that paint a picture in one style in one pass.
#pragma once

#include "core/internal/torch.h"

#include <filesystem>
#include <string>
#include <vector>

#include "core/types/result.h"
#include "fast_layout.h"
#include "fixed_convolution.h"
#include "instance_norm.h"

namespace limner::style {

/// What the instance norms of one pass saw, in the order of the stages.
using PassStatistics = std::vector<ChannelStatistics>;

class FastNetwork {
public:
    /// The layout is told by the names of the tensors. Errors: those of readTensorFile; Mismatch, naming what
    /// is missing, of another shape or unknown.
    static Result<FastNetwork> load(const std::filesystem::path& file);

    /// @param picture  RGB in 0..1, float32 [3, H, W] on the CPU, no side below `kSmallestSide`
    /// @return of the same shape, in 0..1; without gradients
    torch::Tensor paint(const torch::Tensor& picture) const;
    /// The same, and what the norms saw.
    torch::Tensor paint(const torch::Tensor& picture, PassStatistics& seen) const;
    /// A part of a larger picture, with norms from a pass over all of it (made smaller): parts fit together
    /// then.
    torch::Tensor paintPart(const torch::Tensor& picture, const PassStatistics& seen) const;

    const std::string& hash() const { return m_hash; }
    const FastLayout& layout() const { return *m_layout; }

    /// How much of its mirror image a picture of these sides needs around it: a layout that pads with zeros
    /// draws a frame along the edges of what it is given, as wide as this. 0 where the layout mirrors itself.
    int64_t margin(int64_t height, int64_t width) const;

    /// Mirror images need more pixels than they show.
    static constexpr int64_t kSmallestSide = 12;

private:
    struct Stage {
        FixedConvolution convolution;  ///< without what `border` does
        torch::Tensor normWeight, normBias;
    };
    FastNetwork() = default;
    Border borderFor(size_t stage, int64_t height, int64_t width) const;
    torch::Tensor convolved(size_t stage, const torch::Tensor& input) const;
    torch::Tensor run(const torch::Tensor& picture, const PassStatistics* given, PassStatistics* seen) const;
    torch::Tensor lastPixels(const torch::Tensor& output, const torch::Tensor& picture) const;

    const FastLayout* m_layout = nullptr;
    std::vector<Stage> m_stages;
    std::string m_hash;
};

/// A picture with `margin` pixels of its mirror image on each side. @pre no side is below margin + 1
torch::Tensor withMargin(const torch::Tensor& picture, int64_t margin);
/// What lies inside of such a margin.
torch::Tensor withoutMargin(const torch::Tensor& picture, int64_t margin);

/// The whole of a picture, without a frame. @param seen  as in FastNetwork::paint
torch::Tensor paintWhole(const FastNetwork& network, const torch::Tensor& picture, PassStatistics& seen);

}  // namespace limner::style
