#include "sliced_distance.h"

namespace limner::models {

torch::Tensor slicedDistance(const torch::Tensor& first, const torch::Tensor& second,
                             at::Generator& generator) {
    constexpr int64_t kDirections = 128;
    const int64_t pixels = first[0].numel();
    torch::Tensor directions = torch::randn({pixels, kDirections}, generator, first.options());
    directions = directions / directions.norm(2, 0, /*keepdim=*/true);
    const auto seen = [&](const torch::Tensor& pictures) {
        return std::get<0>(pictures.flatten(1).matmul(directions).sort(0));  // [N, directions]
    };
    return (seen(first) - seen(second)).abs().mean();
}

}  // namespace limner::models
