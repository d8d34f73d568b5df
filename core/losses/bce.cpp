// The first GAN losses (Goodfellow et al. 2014, section 3), from logits: −log σ(x) = softplus(−x).
#include "entries.h"

namespace limner::losses {
namespace {

/// Cross-entropy against the targets 1 − smoothing (Salimans et al. 2016, section 3.4) and 0.
torch::Tensor bceDiscriminator(const torch::Tensor& real, const torch::Tensor& fake, double smoothing) {
    const torch::Tensor loss = torch::softplus(-real).mean() + torch::softplus(fake).mean();
    return smoothing == 0 ? loss : loss + smoothing * real.mean();
}

torch::Tensor nonSaturating(const torch::Tensor& fake) {
    return torch::softplus(-fake).mean();
}

torch::Tensor saturating(const torch::Tensor& fake) {
    return -torch::softplus(fake).mean();
}

}  // namespace

GanLossEntry bceEntry() {
    return {.id = "bce",
            .label = LIMNER_TR("core", "Non-saturating BCE"),
            .help = LIMNER_TR("core",
                              "The usual loss: each side is graded by cross-entropy, and the generator "
                              "wants its pictures to be called real."),
            .rows = {},
            .standards = {},
            .discriminator = &bceDiscriminator,
            .generator = &nonSaturating};
}

GanLossEntry saturatingBceEntry() {
    return {.id = "bce-saturating",
            .label = LIMNER_TR("core", "Saturating BCE (minimax)"),
            .help = LIMNER_TR("core",
                              "The game as first written down: the generator only wants its pictures not to "
                              "be called fake, and learns slowly while it is bad."),
            .rows = {},
            .standards = {},
            .discriminator = &bceDiscriminator,
            .generator = &saturating};
}

}  // namespace limner::losses
