// Wasserstein GAN with clipped weights (Arjovsky et al. 2017) and with a gradient penalty (Gulrajani et al.
// 2017).
#include "entries.h"

namespace limner::losses {
namespace {

torch::Tensor wassersteinDiscriminator(const torch::Tensor& real, const torch::Tensor& fake, double) {
    return fake.mean() - real.mean();
}

torch::Tensor wassersteinGenerator(const torch::Tensor& fake) {
    return -fake.mean();
}

ParamSpec clipRow() {
    return {.id = "clip_value",
            .label = LIMNER_TR("core", "Weight limit"),
            .help = LIMNER_TR(
                "core", "After each step the discriminator's weights are clipped to plus and minus this."),
            .group = LIMNER_TR("core", "Loss"),
            .kind = ParamKind::Real,
            .standard = 0.01,
            .range = {.low = 1e-4, .high = 1, .scale = Scale::Log}};
}

ParamSpec penaltyRow() {
    return {.id = "gp_weight",
            .label = LIMNER_TR("core", "Gradient penalty"),
            .help = LIMNER_TR(
                "core", "How strongly the discriminator's slope is held at 1 between real and generated."),
            .group = LIMNER_TR("core", "Loss"),
            .kind = ParamKind::Real,
            .standard = 10.0,
            .range = {.low = 0.01, .high = 1000, .scale = Scale::Log}};
}

}  // namespace

GanLossEntry wassersteinEntry() {
    return {.id = "wasserstein",
            .label = LIMNER_TR("core", "Wasserstein, clipped weights"),
            .help = LIMNER_TR("core",
                              "The discriminator estimates a distance between real and generated; clipping "
                              "its weights keeps the estimate smooth."),
            .rows = {clipRow()},
            // Algorithm 1 of the paper.
            .standards = {{"d_steps", int64_t{5}},
                          {"learning_rate_d", 5e-5},
                          {"learning_rate_g", 5e-5},
                          {"optimizer", std::string("rmsprop")}},
            .discriminator = &wassersteinDiscriminator,
            .generator = &wassersteinGenerator,
            .clipsWeights = true};
}

GanLossEntry wassersteinGpEntry() {
    return {.id = "wasserstein-gp",
            .label = LIMNER_TR("core", "Wasserstein, gradient penalty"),
            .help = LIMNER_TR("core",
                              "The discriminator estimates a distance between real and generated; a penalty "
                              "on its slope keeps the estimate smooth. Slow, but steady."),
            .rows = {penaltyRow()},
            // Algorithm 1 of the paper.
            .standards = {{"d_steps", int64_t{5}},
                          {"learning_rate_d", 1e-4},
                          {"learning_rate_g", 1e-4},
                          {"beta1", 0.0},
                          {"beta2", 0.9}},
            .discriminator = &wassersteinDiscriminator,
            .generator = &wassersteinGenerator,
            .hasGradientPenalty = true};
}

}  // namespace limner::losses
