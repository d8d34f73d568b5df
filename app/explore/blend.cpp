#include "blend.h"

#include <array>
#include <cmath>
#include <numeric>

namespace limner::app {
namespace {

double lengthOf(const Latent& point) {
    return std::sqrt(std::inner_product(point.begin(), point.end(), point.begin(), 0.0));
}

}  // namespace

Latent blended(std::span<const Latent> points, std::span<const double> weights, Path path) {
    Latent mean = weighted(points, weights);
    if (path == Path::Linear) return mean;
    double wanted = 0;
    for (size_t i = 0; i < points.size(); ++i) wanted += weights[i] * lengthOf(points[i]);
    const double length = lengthOf(mean);
    if (length <= 0) return mean;
    for (float& number : mean) number = static_cast<float>(number * wanted / length);
    return mean;
}

Latent arithmetic(const Latent& a, const Latent& b, const Latent& c) {
    const std::array points{a, b, c};
    constexpr std::array weights{1.0, -1.0, 1.0};
    return weighted(points, weights);
}

}  // namespace limner::app
