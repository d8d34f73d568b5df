// What happens to every result before it is shown or written: whose colours it has, and where it is at all.
#pragma once

#include "core/internal/torch.h"

#include "colour.h"
#include "core/types/image.h"

namespace limner::style {

enum class Colours { Style, Luminance, Histogram };
/// @pre `id` is a choice of "colours"
Colours coloursOf(const std::string& id);

class Finish {
public:
    /// Without a content: any picture stays as it is.
    Finish() = default;
    /// @param content  RGB
    /// @param alpha    1 channel of the same size, or empty
    /// @param region   [1, H, W] from 0 to 1, or undefined for everywhere
    Finish(Image content, Image alpha, torch::Tensor region, Colours colours);

    /// RGB. Outside of the region the bytes are those of the content.
    /// @param picture  float32 [3, H, W] from 0 to 1, of the size of the content
    Image apply(const torch::Tensor& picture) const;
    /// RGBA where the content had transparency.
    Image withAlpha(const Image& rgb) const;

private:
    torch::Tensor recoloured(const torch::Tensor& picture) const;

    Image m_content, m_alpha;
    torch::Tensor m_region;
    Colours m_colours = Colours::Style;
};

/// A grey mask with a soft edge: distances from the outside up to `feather` pixels rise from 0 to 1, so
/// nothing outside is touched. @param mask  1 channel of the size of the result
torch::Tensor regionOf(const Image& mask, int64_t feather);

}  // namespace limner::style
