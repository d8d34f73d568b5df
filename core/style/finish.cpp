#include "finish.h"

#include <opencv2/imgproc.hpp>

#include "pictures.h"

namespace limner::style {

using torch::Tensor;

Colours coloursOf(const std::string& id) {
    if (id == "luminance") return Colours::Luminance;
    return id == "histogram" ? Colours::Histogram : Colours::Style;
}

Finish::Finish(Image content, Image alpha, Tensor region, Colours colours)
    : m_content(std::move(content)),
      m_alpha(std::move(alpha)),
      m_region(std::move(region)),
      m_colours(colours) {}

Tensor Finish::recoloured(const Tensor& picture) const {
    const Tensor content = toTensor(m_content);
    if (m_colours == Colours::Luminance) return content + (lumaOf(picture) - lumaOf(content));
    return matchHistogram(matchMoments(picture, momentsOf(content)), ColourHistogram(content));
}

Image Finish::apply(const Tensor& picture) const {
    const bool keepsColours = m_colours != Colours::Style && !m_content.isEmpty();
    Image result = toImage(keepsColours ? recoloured(picture) : picture);
    if (!m_region.defined()) return result;
    const float* share = m_region.const_data_ptr<float>();
    for (size_t i = 0; i < result.bytes.size(); ++i) {
        const float weight = share[i / 3];
        const float mixture = static_cast<float>(m_content.bytes[i]) * (1 - weight) +
                              static_cast<float>(result.bytes[i]) * weight;
        result.bytes[i] = weight <= 0 ? m_content.bytes[i] : static_cast<uint8_t>(mixture + 0.5F);
    }
    return result;
}

Image Finish::withAlpha(const Image& rgb) const {
    if (m_alpha.isEmpty()) return rgb;
    Image result(rgb.width, rgb.height, 4);
    for (size_t i = 0; i < m_alpha.bytes.size(); ++i) {
        std::copy_n(rgb.bytes.data() + 3 * i, 3, result.bytes.data() + 4 * i);
        result.bytes[4 * i + 3] = m_alpha.bytes[i];
    }
    return result;
}

Tensor regionOf(const Image& mask, int64_t feather) {
    Tensor region = toTensor(mask);
    if (feather < 1) return region;
    cv::Mat grey(mask.height, mask.width, CV_8U, const_cast<uint8_t*>(mask.bytes.data()));
    cv::Mat distance;  // in pixels, to the nearest pixel outside; where there is none, very far
    cv::distanceTransform(grey, distance, cv::DIST_L2, cv::DIST_MASK_PRECISE);
    const Tensor ramp = torch::from_blob(distance.data, {1, mask.height, mask.width}, torch::kFloat32)
                            .div(static_cast<double>(feather))
                            .clamp(0, 1);
    return region.mul_(ramp * ramp * (3 - 2 * ramp));
}

}  // namespace limner::style
