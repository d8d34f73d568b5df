// Every model Limner can train. One row each; order is the order in the menu.
#include "core/internal/style_training.h"
#include "entries.h"

namespace limner::models {

const std::vector<ModelEntry>& modelRegistry() {
    static const std::vector<ModelEntry> rows{mlpGanEntry(), dcganEntry(), vaeEntry(), fastStyleEntry(),
                                              gptEntry(),    lstmEntry(),  gruEntry(), rnnEntry()};
    return rows;
}

Shown PictureModel::show(const Batch& examples, uint64_t seed) {
    constexpr int64_t kPictures = 64;
    const torch::Tensor latents = fixedLatents(kPictures, latentSize(), seed).to(examples.inputs.device());
    return {.pictures = decode(latents), .shape = shape()};
}

torch::Tensor fixedLatents(int64_t count, int64_t dim, uint64_t seed) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return torch::randn({count, dim}, generator);
}

}  // namespace limner::models
