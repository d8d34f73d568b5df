// The pictures of a synthesis at every level: content, styles, and how much the content holds each place.
#pragma once

#include "core/internal/torch.h"

#include <optional>
#include <vector>

#include "colour.h"
#include "core/internal/style_method.h"
#include "pictures.h"

namespace limner::style {

/// How much the content takes part: as the strength asks, or only where that asks for more than the standard,
/// so that the last word is that of the style.
enum class Content { Holds, Yields };

/// Pictures inside of the synthesis are float32 [H, W, 3], so that a row of a patch lies in one piece.
class PatchCanvas {
public:
    PatchCanvas(const StyleInput& input, int levels);

    PixelSize size(int level) const;
    /// The styles at a level, and how much each counts.
    std::vector<torch::Tensor> styles(int level) const;
    const std::vector<double>& weights() const { return m_weights; }
    /// How many patches of a side there are among the styles of a level.
    int64_t patchCount(int level, int side) const;

    /// The first picture of a level: the content with noise, the style stretched, or random pieces of the
    /// styles.
    torch::Tensor begin(int level, at::Generator& generator) const;
    /// The same from a former result.
    torch::Tensor begin(const Picture& former) const;
    torch::Tensor enlarged(const torch::Tensor& pixels, int level) const;
    /// (X + M C) / (1 + M) with the colours of the styles, where M grows with the edges of the content (Elad
    /// & Milanfar 2017, section III).
    torch::Tensor withContent(const torch::Tensor& pixels, int level, Content content) const;
    /// At the size of the result.
    Picture shown(const torch::Tensor& pixels) const;

private:
    struct Hold {
        torch::Tensor content;  // [H, W, 3]
        torch::Tensor mass;     // [H, W, 1]
    };
    const Hold& hold(int level) const;

    int m_levels;
    PixelSize m_size;
    double m_strength;
    bool m_hasContent;
    std::vector<Picture> m_styles;
    std::vector<double> m_weights;
    std::optional<ColourHistogram> m_colours;
    Picture m_content;     // recoloured; undefined without one
    Picture m_layout;      // without a content: what the synthesis begins with, or undefined for pieces
    torch::Tensor m_mass;  // [1, H, W]
    mutable int m_heldLevel = -1;
    mutable Hold m_hold;  // of that level
};

}  // namespace limner::style
