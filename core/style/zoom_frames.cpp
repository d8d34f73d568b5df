#include "zoom_frames.h"

#include <ATen/ops/affine_grid_generator.h>
#include <ATen/ops/grid_sampler.h>

#include <cmath>
#include <numbers>

#include "dream_method.h"
#include "pictures.h"

namespace limner::style {

using torch::Tensor;

Tensor moved(const Tensor& picture, const ZoomMove& move) {
    if (move.factor == 1 && move.degrees == 0) return picture;
    constexpr int64_t kBicubic = 2, kReflected = 2;
    const double angle = move.degrees * std::numbers::pi / 180;
    const double aspect = static_cast<double>(picture.size(1)) / static_cast<double>(picture.size(2));
    const auto along = static_cast<float>(std::cos(angle) / move.factor);
    const auto across = static_cast<float>(std::sin(angle) / move.factor);
    const auto ratio = static_cast<float>(aspect);
    // Where each pixel comes from, in coordinates from -1 to 1 along each side.
    const Tensor way =
        torch::tensor({along, -across * ratio, 0.0F, across / ratio, along, 0.0F}).view({1, 2, 3});
    const Tensor places =
        at::affine_grid_generator(way, {1, 3, picture.size(1), picture.size(2)}, /*align_corners=*/false);
    return at::grid_sampler(picture.unsqueeze(0), places, kBicubic, kReflected, /*align_corners=*/false)[0]
        .clamp(0, 1);
}

ZoomFrames::ZoomFrames(FeatureNetwork network, StyleInput input, const ZoomMove& move)
    : m_network(std::move(network)), m_input(std::move(input)), m_move(move) {}

void ZoomFrames::goOnFrom(const Image& image, int64_t frame) {
    m_picture = image;
    m_frame = frame;
    m_dream.reset();
}

/// A frame after the first is dreamt at its full size alone: larger shapes come with the zoom.
void ZoomFrames::begin() {
    StyleInput input = m_input;
    input.seed += static_cast<uint64_t>(m_frame);
    if (m_frame > 0) {
        input.content = moved(toTensor(m_picture), m_move);
        input.values["octaves"] = int64_t{1};
        input.values["steps"] = intOf(m_input.values, "frame_steps");
    }
    m_undreamt = input.content;
    const bool isStill = m_frame > 0 && intOf(m_input.values, "frame_steps") == 0;
    if (!isStill) m_dream = dreamOf(m_network, input);
}

Result<bool> ZoomFrames::step() {
    if (!m_dream) begin();
    if (m_dream) {
        const auto moved = m_dream->step();
        if (!moved) return moved.error();
        if (!m_dream->isDone()) return false;
        m_undreamt = m_dream->picture();
    }
    if (!std::isfinite(m_undreamt.sum().item<float>()))
        return Error{.code = ErrorCode::NotFinite,
                     .message = LIMNER_TR("core", "The picture turned into numbers that are not finite."),
                     .hint = LIMNER_TR("core", "Try a lower strength or a lower learning rate.")};
    m_picture = toImage(m_undreamt);
    m_dream.reset();
    ++m_frame;
    return true;
}

}  // namespace limner::style
