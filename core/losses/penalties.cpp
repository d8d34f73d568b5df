// Penalties on the slope of a discriminator.
#include "core/internal/torch.h"

#include "core/internal/gan_loss.h"

namespace limner::losses {
namespace {

/// ∂ Σ critic(x) / ∂x, one row per picture, itself differentiable: [N, C*H*W].
torch::Tensor slopes(const Critic& critic, const torch::Tensor& pictures) {
    const torch::Tensor points = pictures.detach().requires_grad_();
    const auto gradients = torch::autograd::grad({critic(points).sum()}, {points}, /*grad_outputs=*/{},
                                                 /*retain_graph=*/true, /*create_graph=*/true);
    return gradients.front().flatten(1);
}

}  // namespace

torch::Tensor gradientPenalty(const Critic& critic, const torch::Tensor& real, const torch::Tensor& fake,
                              at::Generator& generator) {
    const torch::Tensor share = torch::rand({real.size(0), 1, 1, 1}, generator, real.options());
    return (slopes(critic, torch::lerp(fake.detach(), real, share)).norm(2, 1) - 1).square().mean();
}

torch::Tensor r1Penalty(const Critic& critic, const torch::Tensor& real) {
    return 0.5 * slopes(critic, real).square().sum(1).mean();
}

}  // namespace limner::losses
