// Least-squares GAN (Mao et al. 2017, eq. 9: a = 0, b = c = 1).
#include "entries.h"

namespace limner::losses {
namespace {

torch::Tensor leastSquaresDiscriminator(const torch::Tensor& real, const torch::Tensor& fake,
                                        double smoothing) {
    return 0.5 * ((real - (1 - smoothing)).square().mean() + fake.square().mean());
}

torch::Tensor leastSquaresGenerator(const torch::Tensor& fake) {
    return 0.5 * (fake - 1).square().mean();
}

}  // namespace

GanLossEntry leastSquaresEntry() {
    return {.id = "least-squares",
            .label = LIMNER_TR("core", "Least squares"),
            .help = LIMNER_TR("core",
                              "Grades by squared distance to 1 for real and 0 for generated, which keeps a "
                              "gradient for pictures far from the border."),
            .rows = {},
            .standards = {},
            .discriminator = &leastSquaresDiscriminator,
            .generator = &leastSquaresGenerator};
}

}  // namespace limner::losses
