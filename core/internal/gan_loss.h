// Adversarial losses, usable with every GAN. One row each in core/losses/registry.cpp.
#pragma once

#include "core/internal/torch.h"

#include <functional>
#include <string>
#include <vector>

#include "core/types/param.h"

namespace limner::losses {

/// A discriminator as a function: pictures [N, C, H, W] → logits [N].
using Critic = std::function<torch::Tensor(const torch::Tensor&)>;

struct GanLossEntry {
    std::string id;  ///< "bce", "least-squares", …
    std::string label;
    std::string help;
    ParamTable rows;        ///< "gp_weight", "clip_value", …
    ParamValues standards;  ///< "d_steps" 5 for Wasserstein, …
    /// Loss of the discriminator from its logits on real and generated pictures, [N] each. 0-dim.
    /// `smoothing` in [0, 0.5) lowers the target of real pictures (where the loss has one).
    torch::Tensor (*discriminator)(const torch::Tensor& real, const torch::Tensor& fake, double smoothing);
    /// Loss of the generator from the logits on its pictures, [N]. 0-dim.
    torch::Tensor (*generator)(const torch::Tensor& fake);
    bool hasGradientPenalty = false;  ///< adds gp_weight * E[(‖∇D(x̂)‖₂ − 1)²] (Gulrajani et al. 2017, eq. 3)
    bool clipsWeights = false;  ///< clamps D's weights to ±clip_value after its step (Arjovsky et al. 2017)
};

const std::vector<GanLossEntry>& ganLossRegistry();

/// E[(‖∇D(x̂)‖₂ − 1)²] on straight lines between real and fake, one point each drawn from `generator`. 0-dim.
torch::Tensor gradientPenalty(const Critic& critic, const torch::Tensor& real, const torch::Tensor& fake,
                              at::Generator& generator);

/// E[‖∇D(x)‖²] / 2 on real pictures (Mescheder et al. 2018, R1). 0-dim.
torch::Tensor r1Penalty(const Critic& critic, const torch::Tensor& real);

}  // namespace limner::losses
