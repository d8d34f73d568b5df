#include "variation.h"

#include <torch/nn/functional/vision.h>

#include <cmath>
#include <numbers>

namespace limner::training {
namespace {

torch::Tensor mirrored(const torch::Tensor& pictures, at::Generator& generator) {
    const torch::Tensor isMirrored =
        torch::rand({pictures.size(0), 1, 1, 1}, generator, pictures.options()).lt_(0.5).to(torch::kBool);
    return torch::where(isMirrored, pictures.flip(3), pictures);
}

/// For each picture where its pixels come from: turned, scaled and moved. [N, 2, 3]
torch::Tensor drawnTransforms(const torch::Tensor& pictures, const Variation& variation,
                              at::Generator& generator) {
    const torch::Tensor drawn =
        torch::rand({4, pictures.size(0)}, generator, pictures.options()).mul_(2).sub_(1);
    const torch::Tensor angle = drawn[0] * (variation.degrees * std::numbers::pi / 180);
    const torch::Tensor scale = torch::exp(drawn[1] * std::log1p(variation.zoom));
    const torch::Tensor cosine = torch::cos(angle) / scale, sine = torch::sin(angle) / scale;
    // The grid runs from −1 to 1, so the whole side is 2.
    const torch::Tensor right = drawn[2] * (2 * variation.shift), down = drawn[3] * (2 * variation.shift);
    return torch::stack({torch::stack({cosine, -sine, right}, 1), torch::stack({sine, cosine, down}, 1)}, 1);
}

torch::Tensor moved(const torch::Tensor& pictures, const Variation& variation, at::Generator& generator) {
    namespace functional = torch::nn::functional;
    const torch::Tensor grid = functional::affine_grid(drawnTransforms(pictures, variation, generator),
                                                       pictures.sizes(), /*align_corners=*/false);
    return functional::grid_sample(pictures, grid,
                                   functional::GridSampleFuncOptions()
                                       .mode(torch::kBilinear)
                                       .padding_mode(torch::kBorder)
                                       .align_corners(false));
}

}  // namespace

Variation variationOf(const ParamValues& values) {
    return {.flips = boolOf(values, "flip"),
            .degrees = realOf(values, "rotate"),
            .zoom = realOf(values, "zoom"),
            .shift = realOf(values, "shift")};
}

torch::Tensor varied(const torch::Tensor& pictures, const Variation& variation, at::Generator& generator) {
    const torch::NoGradGuard noGradients;
    const torch::Tensor turned = variation.flips ? mirrored(pictures, generator) : pictures;
    return variation.moves() ? moved(turned, variation, generator) : turned;
}

}  // namespace limner::training
