#include "evaluation.h"

#include <algorithm>

#include "core/internal/random.h"

namespace limner::training {

std::map<std::string, double> evaluate(models::Model& model, BatchMaker& batches, const torch::Tensor& rows,
                                       uint64_t seed, const torch::Device& device) {
    constexpr int64_t kBatch = 256;  // fixed, so that scores do not depend on the batch size of training
    const std::vector<std::string> names = model.evaluationNames();
    const int64_t count = rows.size(0);
    if (names.empty() || count == 0) return {};

    const torch::NoGradGuard noGrad;
    at::Generator generator = makeGenerator(device, seedOf(seed, Stream::Evaluation));
    const torch::Tensor sums =
        torch::zeros({static_cast<int64_t>(names.size())}, torch::device(device).dtype(torch::kFloat64));
    for (int64_t first = 0; first < count; first += kBatch) {
        const torch::Tensor part = rows.slice(0, first, std::min(first + kBatch, count));
        const models::Scalars scalars = model.evaluate(batches.make(part), generator);
        sums.add_(torch::stack(scalars).to(torch::kFloat64), static_cast<double>(part.size(0)));
    }
    const torch::Tensor means = (sums / static_cast<double>(count)).cpu();
    std::map<std::string, double> scores;
    for (size_t i = 0; i < names.size(); ++i)
        scores[names[i]] = means[static_cast<int64_t>(i)].item<double>();
    return scores;
}

}  // namespace limner::training
