// Hinge loss (Lim & Ye 2017; Miyato et al. 2018, eq. 16 and 17).
#include "entries.h"

namespace limner::losses {
namespace {

torch::Tensor hingeDiscriminator(const torch::Tensor& real, const torch::Tensor& fake, double) {
    return (1 - real).relu().mean() + (1 + fake).relu().mean();
}

torch::Tensor hingeGenerator(const torch::Tensor& fake) {
    return -fake.mean();
}

}  // namespace

GanLossEntry hingeEntry() {
    return {.id = "hinge",
            .label = LIMNER_TR("core", "Hinge"),
            .help = LIMNER_TR(
                "core", "The discriminator only learns from pictures that it does not yet judge clearly."),
            .rows = {},
            .standards = {},
            .discriminator = &hingeDiscriminator,
            .generator = &hingeGenerator};
}

}  // namespace limner::losses
