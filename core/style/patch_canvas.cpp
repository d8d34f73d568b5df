#include "patch_canvas.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "patch_plan.h"

namespace limner::style {
namespace {

using torch::Tensor;

/// Below this strength the colours, too, go back to those of the content.
constexpr double kFullColour = 0.35;

Tensor interleaved(const Picture& picture) {
    return picture.permute({1, 2, 0}).contiguous();
}

Picture planar(const Tensor& pixels) {
    return pixels.permute({2, 0, 1}).contiguous();
}

/// How strong the edges of a picture are, smoothed, from 0 to 1. [1, H, W]
Tensor edgesOf(const Picture& picture) {
    const Tensor luma = lumaOf(picture).contiguous();
    const cv::Mat grey(static_cast<int>(luma.size(1)), static_cast<int>(luma.size(2)), CV_32F,
                       luma.data_ptr<float>());
    cv::Mat right, down, strength;
    cv::Sobel(grey, right, CV_32F, 1, 0, 3, 1, 0, cv::BORDER_REPLICATE);
    cv::Sobel(grey, down, CV_32F, 0, 1, 3, 1, 0, cv::BORDER_REPLICATE);
    cv::magnitude(right, down, strength);
    const double sigma = std::max(1.0, 0.006 * std::max(grey.rows, grey.cols));
    cv::GaussianBlur(strength, strength, cv::Size(), sigma, sigma, cv::BORDER_REPLICATE);
    Tensor edges = torch::empty_like(luma);
    strength.copyTo(cv::Mat(grey.rows, grey.cols, CV_32F, edges.data_ptr<float>()));
    const Tensor flat = edges.flatten();
    const int64_t rank = std::max<int64_t>(1, flat.numel() * 95 / 100);
    const double most = std::get<0>(flat.kthvalue(rank)).item<double>();
    return (edges / std::max(most, 1e-6)).clamp(0, 1);
}

/// A mosaic of random pieces: [H, W, 3] of the wanted size.
Tensor pieces(PixelSize wanted, const std::vector<Tensor>& styles, at::Generator& generator) {
    int64_t side = 24;
    for (const Tensor& style : styles) side = std::min({side, style.size(0), style.size(1)});
    const auto draw = [&](int64_t count) {
        return at::randint(count, {1}, generator, torch::kInt64).item<int64_t>();
    };
    Tensor mosaic = torch::empty({wanted.height, wanted.width, 3});
    for (int64_t y = 0; y < wanted.height; y += side)
        for (int64_t x = 0; x < wanted.width; x += side) {
            const Tensor& style = styles[static_cast<size_t>(draw(static_cast<int64_t>(styles.size())))];
            Tensor place = mosaic.slice(0, y, y + side).slice(1, x, x + side);
            const int64_t top = draw(style.size(0) - place.size(0) + 1);
            const int64_t left = draw(style.size(1) - place.size(1) + 1);
            place.copy_(style.slice(0, top, top + place.size(0)).slice(1, left, left + place.size(1)));
        }
    return mosaic;
}

/// How much the content counts beside the patches: as in the paper at the standard strength, a little at 1,
/// so that it can still be told, more and more towards 0.
double contentFactor(double strength) {
    constexpr double kLeast = 0.3;
    const double asked = (1 / std::max(strength, 1e-3) - 1) / (1 / kStandardStrength - 1);
    return kLeast + (1 - kLeast) * asked;
}

}  // namespace

PatchCanvas::PatchCanvas(const StyleInput& input, int levels)
    : m_levels(levels),
      m_size{static_cast<int>(input.width), static_cast<int>(input.height)},
      m_strength(realOf(input.values, "strength")),
      m_hasContent(input.content.defined()) {
    std::vector<ColourMoments> moments;
    std::vector<ColourHistogram> histograms;
    for (const StylePicture& style : input.styles) {
        m_styles.push_back(style.picture);
        m_weights.push_back(style.weight);
        moments.push_back(momentsOf(style.picture));
        histograms.emplace_back(style.picture);
    }
    m_colours.emplace(histograms, m_weights);
    if (!m_hasContent && textOf(input.values, "texture") == "layout")
        m_layout = resized(m_styles.front(), m_size);
    if (!m_hasContent) return;
    const Tensor inStyle = matchHistogram(matchMoments(input.content, mixed(moments, m_weights)), *m_colours);
    m_content = torch::lerp(input.content, inStyle, std::min(1.0, m_strength / kFullColour));
    m_mass = edgesOf(input.content) * 2 + 0.15;
}

PixelSize PatchCanvas::size(int level) const {
    return levelSize(m_size, level, m_levels);
}

std::vector<Tensor> PatchCanvas::styles(int level) const {
    std::vector<Tensor> pictures;
    for (const Picture& style : m_styles)
        pictures.push_back(interleaved(resized(style, levelSize(sizeOf(style), level, m_levels))));
    return pictures;
}

int64_t PatchCanvas::patchCount(int level, int side) const {
    int64_t count = 0;
    for (const Picture& style : m_styles) {
        const PixelSize size = levelSize(sizeOf(style), level, m_levels);
        count += int64_t{size.width - side + 1} * (size.height - side + 1);
    }
    return count;
}

Tensor PatchCanvas::begin(int level, at::Generator& generator) const {
    const PixelSize wanted = size(level);
    const Tensor noise = at::randn({wanted.height, wanted.width, 3}, generator, torch::kFloat32);
    if (m_hasContent)
        return hold(level).content + noise * (0.2 * std::min(1.0, m_strength / kStandardStrength));
    if (m_layout.defined()) return interleaved(resized(m_layout, wanted)) + noise * 0.05;
    return pieces(wanted, styles(level), generator);
}

Tensor PatchCanvas::begin(const Picture& former) const {
    return interleaved(former);
}

Tensor PatchCanvas::enlarged(const Tensor& pixels, int level) const {
    return interleaved(resized(planar(pixels), size(level)));
}

const PatchCanvas::Hold& PatchCanvas::hold(int level) const {
    if (m_heldLevel == level) return m_hold;
    m_hold = {interleaved(resized(m_content, size(level))), interleaved(resized(m_mass, size(level)))};
    m_heldLevel = level;
    return m_hold;
}

Tensor PatchCanvas::withContent(const Tensor& pixels, int level, Content content) const {
    Tensor mixture = pixels;
    if (m_hasContent) {
        const Hold& here = hold(level);
        const double factor = contentFactor(m_strength);
        const Tensor mass = here.mass * (content == Content::Holds ? factor : std::max(0.0, factor - 1));
        mixture = (pixels + mass * here.content) / (mass + 1);
    }
    const Picture picture = planar(mixture);
    const Picture coloured = matchHistogram(picture, *m_colours);
    return interleaved(
        torch::lerp(picture, coloured, m_hasContent ? std::min(1.0, m_strength / kFullColour) : 1));
}

Picture PatchCanvas::shown(const Tensor& pixels) const {
    return resized(planar(pixels), m_size).clamp(0, 1);
}

}  // namespace limner::style
