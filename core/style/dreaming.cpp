#include "dreaming.h"

#include <ATen/ops/upsample_bilinear2d.h>

#include <algorithm>
#include <cmath>

#include "core/internal/random.h"
#include "pictures.h"

namespace limner::style {
namespace {

using torch::Tensor;

/// So many places of a guide are enough to find something alike.
constexpr int64_t kGuidePlaces = 2048;

int64_t anyOf(int64_t count, const at::Generator& generator) {
    return torch::randint(0, count, {1}, generator, torch::kLong).item<int64_t>();
}

/// [1, C, H, W] → [C, H W]
Tensor placesOf(const Tensor& activations) {
    return activations.flatten(2)[0];
}

Tensor answerOf(const Tensor& activations, const DreamTarget& target) {
    if (target.guide.defined()) {
        const Tensor places = placesOf(activations);
        const Tensor nearest = target.guide.t().mm(places.detach()).argmax(0);
        return (places * target.guide.index_select(1, nearest)).mean();
    }
    if (target.channel >= 0) return activations.select(1, target.channel).mean();
    return activations.square().mean() / 2;
}

/// Grey noise to which the channel answers at all: one that is silent everywhere has no gradient to follow.
Tensor awakening(const FeatureNetwork& network, const std::string& layer, int64_t channel, int64_t side,
                 const at::Generator& generator) {
    const torch::NoGradGuard noGradients;
    const Tensor noise = torch::randn({1, 3, side, side}, generator, torch::kFloat32);
    const Tensor coarse = at::upsample_bilinear2d(torch::randn({1, 3, 5, 5}, generator, torch::kFloat32),
                                                  {side, side}, /*align_corners=*/false);
    Tensor picture;
    for (const double contrast : {0.05, 0.15, 0.3}) {
        for (const Tensor& grain : {noise, coarse}) {
            picture = (0.5 + contrast * grain).clamp(0, 1);
            const Tensor answer = network.features(picture, {layer}).front().select(1, channel);
            if (answer.max().item<float>() > 0) return picture;
        }
    }
    return picture;
}

}  // namespace

double dreamOn(const FeatureNetwork& network, const DreamTarget& target, const DreamStep& step,
               Tensor& picture, at::Generator& generator) {
    const int64_t span = 2 * step.jitter + 1;
    const int64_t down = anyOf(span, generator) - step.jitter, right = anyOf(span, generator) - step.jitter;
    const Tensor shifted = picture.detach().roll({down, right}, {2, 3}).requires_grad_();
    const Tensor answer = answerOf(network.features(shifted, {target.layer}).front(), target);
    answer.backward();
    const torch::NoGradGuard noGradients;
    const Tensor gradient = shifted.grad().roll({-down, -right}, {2, 3});
    const Tensor size = gradient.abs().mean().clamp_min(1e-12);
    picture = (picture + gradient * (step.rate / size)).clamp(0, 1);
    return answer.item<double>();
}

Tensor guideOf(const FeatureNetwork& network, const std::string& layer, const Tensor& picture,
               const at::Generator& generator) {
    const torch::NoGradGuard noGradients;
    const Tensor places = placesOf(network.features(picture, {layer}).front());
    if (places.size(1) <= kGuidePlaces) return places.contiguous();
    return places.index_select(
        1, torch::randperm(places.size(1), generator, torch::kLong).narrow(0, 0, kGuidePlaces));
}

Tensor likedBy(const FeatureNetwork& network, const std::string& layer, int64_t channel, int64_t side,
               uint64_t seed) {
    constexpr int kOctaves = 3, kSteps = 12;
    constexpr double kScale = 1.6;
    at::Generator generator = training::makeGenerator(at::kCPU, seed);
    Tensor picture;
    for (int octave = kOctaves - 1; octave >= 0; --octave) {
        const auto wanted = std::lround(static_cast<double>(side) / std::pow(kScale, octave));
        const int now = static_cast<int>(std::max<int64_t>(wanted, network.smallestSide(layer)));
        picture = picture.defined() ? resized(picture[0], {now, now}).clamp(0, 1).unsqueeze(0)
                                    : awakening(network, layer, channel, now, generator);
        for (int i = 0; i < kSteps; ++i)
            dreamOn(network, {.layer = layer, .channel = channel}, {.rate = 0.03, .jitter = 4}, picture,
                    generator);
    }
    return resized(picture[0], {static_cast<int>(side), static_cast<int>(side)}).clamp(0, 1);
}

}  // namespace limner::style
