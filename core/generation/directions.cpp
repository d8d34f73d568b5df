#include "core/internal/directions.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace limner::generation {
namespace {

using torch::Tensor;

constexpr uint64_t kSeed = 20;

/// One thread for the scope: sums over several come out a little differently with each number of them.
class OneThread {
public:
    OneThread() : m_before(at::get_num_threads()) {
        if (m_before != 1) at::set_num_threads(1);
    }
    ~OneThread() {
        if (m_before != 1) at::set_num_threads(m_before);
    }
    OneThread(const OneThread&) = delete;
    OneThread& operator=(const OneThread&) = delete;

private:
    int m_before;
};

bool isFinite(const Tensor& numbers) {
    return numbers.isfinite().all().item<bool>();
}

/// [count, size] with ZᵀZ = count · I: drawn from N(0, I), then made free of chance correlations.
Tensor whiteLatents(int64_t count, int64_t size) {
    const Tensor drawn = models::fixedLatents(count, size, kSeed).to(torch::kFloat64);
    const Tensor q = std::get<0>(at::linalg_qr(drawn));
    return (q * std::sqrt(static_cast<double>(count))).to(torch::kFloat32);
}

/// The half of f that changes sign with the latent, [N, features], a few rows at a time.
Tensor oddPart(const std::function<Tensor(const Tensor&)>& features, const Tensor& latents) {
    constexpr int64_t kAtOnce = 64;
    std::vector<Tensor> parts;
    for (const Tensor& some : latents.split(kAtOnce)) {
        const auto ends = features(torch::cat({some, -some})).chunk(2);
        parts.push_back((ends[0] - ends[1]).div_(2));
    }
    return torch::cat(parts);
}

/// What is left of a direction beside those before it, of unit length and turned to its positive end;
/// undefined where that is next to nothing.
Tensor besideOthers(Tensor direction, const std::vector<Tensor>& others) {
    constexpr double kLeast = 0.3;  // of its length: below, it is mostly the others again
    const double length = direction.norm().item<double>();
    for (int round = 0; round < 2; ++round) {  // twice, since the first leaves its own rounding
        for (const Tensor& other : others) direction = direction - direction.dot(other) * other;
    }
    const double left = direction.norm().item<double>();
    if (!(left > kLeast * length)) return {};
    const Tensor largest = direction.index({direction.abs().argmax()});
    return direction / (largest.item<double>() < 0 ? -left : left);
}

}  // namespace

Directions principalDirections(const std::function<Tensor(const Tensor&)>& features, int64_t latentSize,
                               int64_t most) {
    constexpr int64_t kFewestPairs = 512;
    constexpr double kLeastExplained =
        0.1;  // of a component's variance by a straight line through the latents
    const torch::NoGradGuard noGradients;
    const OneThread alone;
    const int64_t pairs = std::max(kFewestPairs, 2 * latentSize);
    const Tensor latents = whiteLatents(pairs, latentSize);
    const Tensor odd = oddPart(features, latents);
    const auto count = static_cast<double>(pairs);
    const Tensor gram = odd.mm(odd.t()).to(torch::kFloat64) / count;  // [pairs, pairs]
    const double total = gram.trace().item<double>();
    Directions found{.rows = torch::zeros({0, latentSize}), .facts = {}};
    if (!isFinite(gram) || !(total > 0)) return found;

    const auto [variances, components] = at::linalg_eigh(gram);  // rising
    const Tensor back = latents.to(torch::kFloat64).t().mm(components) / std::sqrt(count);
    std::vector<Tensor> rows;
    for (int64_t i = pairs - 1; i >= 0 && static_cast<int64_t>(rows.size()) < std::min(most, latentSize);
         --i) {
        const double share = variances[i].item<double>() / total;
        const Tensor direction = back.select(1, i);  // its squared length: how much a straight line explains
        if (share < 1e-9 || direction.square().sum().item<double>() < kLeastExplained) continue;
        const Tensor own = besideOthers(direction, rows);
        if (!own.defined()) continue;
        rows.push_back(own);
        found.facts.push_back(
            {.name = {LIMNER_TR("core", "Direction %1"), {std::to_string(rows.size())}}, .share = share});
    }
    if (!rows.empty()) found.rows = torch::stack(rows).to(torch::kFloat32);
    return found;
}

Directions dimensionsByDivergence(models::PictureModel& model) {
    constexpr int64_t kPictures = 256;
    constexpr double kLeastNats = 0.01;
    const torch::NoGradGuard noGradients;
    const OneThread alone;
    const int64_t size = model.latentSize();
    const models::Posterior posterior =
        model.posterior(model.decode(models::fixedLatents(kPictures, size, kSeed)));
    const Tensor mean = posterior.mean.to(torch::kFloat64);
    const Tensor logVariance = posterior.logVariance.to(torch::kFloat64);
    // KL(N(m, s²) ‖ N(0, 1)), Kingma & Welling 2014, appendix B.
    const Tensor nats = 0.5 * (mean.square() + logVariance.exp() - logVariance - 1).mean(0);
    Directions found{.rows = torch::zeros({0, size}), .facts = {}};
    if (!isFinite(nats)) return found;

    const double total = nats.sum().item<double>();
    const auto [ordered, dimensions] = nats.sort(/*stable=*/true, /*dim=*/0, /*descending=*/true);
    const int64_t used = (ordered >= kLeastNats).sum().item<int64_t>();
    found.rows = torch::eye(size).index_select(0, dimensions.slice(0, 0, used));
    for (int64_t i = 0; i < used; ++i) {
        found.facts.push_back(
            {.name = {LIMNER_TR("core", "Dimension %1"), {std::to_string(dimensions[i].item<int64_t>() + 1)}},
             .share = ordered[i].item<double>() / total});
    }
    return found;
}

Directions directionsOf(models::PictureModel& model) {
    constexpr int64_t kMost = 10;
    if (model.encodes()) return dimensionsByDivergence(model);
    return principalDirections([&](const Tensor& latents) { return model.earlyFeatures(latents); },
                               model.latentSize(), kMost);
}

}  // namespace limner::generation
