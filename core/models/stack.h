// Layers in a row, and how their first weights are drawn.
#pragma once

#include <torch/nn/modules/container/sequential.h>

#include "core/internal/torch.h"

#include <vector>

#include "core/internal/model.h"
#include "steps.h"

namespace limner::models {

/// Layers in a row under the name "main", as nn.Sequential in PyTorch ("main.0.weight"), between two shapes:
/// each row of the input is viewed as `rowIn` first, each row of the output as `rowOut` last.
class StackImpl : public torch::nn::Module {
public:
    StackImpl(torch::nn::Sequential layers, std::vector<int64_t> rowIn, std::vector<int64_t> rowOut);
    /// [N, any shape with as many elements as rowIn] → [N, rowOut…]
    torch::Tensor forward(const torch::Tensor& input);
    /// The same, layer by layer: slower, but its gradients have gradients.
    torch::Tensor forwardTwiceDifferentiable(const torch::Tensor& input);
    /// What comes out of the first layers, up to and with so many activation functions: [N, features].
    torch::Tensor forwardEarly(const torch::Tensor& input, int activations);
    /// What `forward` does in eval mode, without gradients and up to rounding, for weights as they are now:
    /// in less time, but no longer right once they change.
    Step frozen() const;
    /// Whether what comes out for a row depends on that row alone: not so with batch norm.
    bool treatsRowsAlone() const { return m_treatsRowsAlone; }

private:
    torch::nn::Sequential m_layers;
    std::vector<Step> m_steps;  ///< what `forward` runs
    bool m_treatsRowsAlone;
    std::vector<int64_t> m_rowIn, m_rowOut;
};
TORCH_MODULE(Stack);

/// Weights and biases of all dense and convolution layers from U(−1/√fanIn, 1/√fanIn), which is what PyTorch
/// does by default (He et al. 2015 with a = √5); other layers are left as they are.
void drawDefaultWeights(torch::nn::Module& network, at::Generator& generator);

/// Convolution weights from N(0, 0.02), batch-norm scales from N(1, 0.02), biases 0 (Radford et al. 2015,
/// section 4).
void drawDcganWeights(torch::nn::Module& network, at::Generator& generator);

/// The row "latent_size".
ParamSpec latentRow(int64_t standard);

/// Size, channels and range of the pictures that these values ask for.
PictureShape pictureShape(const ParamValues& values);

/// The last activation of a network that makes pictures: tanh for [-1, 1], else a sigmoid.
void addPictureActivation(torch::nn::Sequential& layers, const PictureShape& shape);

/// Puts networks into one mode and back into their former one at the end of the scope.
class ModeGuard {
public:
    ModeGuard(std::vector<torch::nn::Module*> networks, bool training);
    ~ModeGuard();
    ModeGuard(const ModeGuard&) = delete;
    ModeGuard& operator=(const ModeGuard&) = delete;

private:
    std::vector<torch::nn::Module*> m_changed;
    bool m_training;
};

}  // namespace limner::models
