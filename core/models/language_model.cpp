#include "core/internal/language_model.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace limner::models {

double LanguageModel::scoreOf(size_t scalar, double mean) const {
    constexpr size_t kPerplexity = 1;  // its place in `evaluationNames`
    return scalar == kPerplexity ? std::exp(mean) : mean;
}

Shown LanguageModel::show(const Batch& examples, uint64_t seed) {
    constexpr int64_t kPrompt = 24, kTokens = 176;
    constexpr double kTemperature = 0.8;  // less than what was learned varies, more than the likeliest alone
    const torch::NoGradGuard noGradients;
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    torch::Tensor tokens = examples.inputs[0].slice(0, 0, std::min(kPrompt, window()));
    const auto reading = reader();
    std::vector<torch::Tensor> all{tokens.cpu()};
    for (int64_t i = 0; i < kTokens; ++i) {
        const torch::Tensor logits = reading->readLast(tokens).cpu().to(torch::kFloat32);
        if (!logits.isfinite().all().item<bool>()) break;  // training will notice it itself
        const torch::Tensor next = (logits / kTemperature).softmax(0).multinomial(1, false, generator);
        all.push_back(next);
        tokens = next.to(examples.inputs.device());
    }
    return {.tokens = torch::cat(all)};
}

}  // namespace limner::models
