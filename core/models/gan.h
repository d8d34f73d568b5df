// What all GANs share: one training step, decoding, evaluation, and the parameters that steer them.
#pragma once

#include "core/internal/torch.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/internal/gan_loss.h"
#include "core/internal/model.h"
#include "stack.h"

namespace limner::models {

/// The rows of a GAN beside those of its networks: learning rates, turns, loss.
ParamTable ganRows(double learningRate);

/// A generator and a discriminator that learn from each other (Goodfellow et al. 2014). Networks:
/// "generator", "discriminator".
class Gan : public PictureModel {
public:
    /// @param generator      [N, latentSize] → [N, C, H, W] in the range of `shape`
    /// @param discriminator  [N, C, H, W] → logits [N]
    Gan(Stack generator, Stack discriminator, PictureShape shape, int64_t latentSize,
        const ParamValues& values);

    std::vector<Network> networks() const override;
    std::vector<std::string> scalarNames() const override;
    Scalars step(const Batch& batch, StepTools& tools) override;
    PictureShape shape() const override { return m_shape; }
    int64_t latentSize() const override { return m_latentSize; }
    std::string decoderName() const override { return "generator"; }
    torch::Tensor decode(const torch::Tensor& latents) override;
    torch::Tensor decodeForGradients(const torch::Tensor& latents) override;
    torch::Tensor earlyFeatures(const torch::Tensor& latents) override;
    std::string judgeName() const override { return "discriminator"; }
    torch::Tensor judgedFeatures(const torch::Tensor& pictures) override;
    Decoder frozenDecoder() override;
    std::vector<std::string> evaluationNames() const override;
    Scalars evaluate(const Batch& batch, at::Generator& generator) override;

private:
    /// What the discriminator says of one batch, and its loss.
    struct Verdict {
        torch::Tensor real, fake;  ///< logits, [N]
        torch::Tensor loss;
    };
    /// Who learns in this step.
    struct Turn {
        bool discriminator;
        bool generator;
    };

    Turn turn(const StepTools& tools) const;
    torch::Tensor stepAlternating(const torch::Tensor& real, const torch::Tensor& latents, Turn turn,
                                  StepTools& tools, Verdict& verdict);
    torch::Tensor stepSimultaneous(const torch::Tensor& real, const torch::Tensor& latents, Turn turn,
                                   StepTools& tools, Verdict& verdict);
    torch::Tensor criticise(const torch::Tensor& pictures, StepTools& tools);
    Verdict judge(const torch::Tensor& real, const torch::Tensor& fake, StepTools& tools);
    torch::Tensor withPenalties(torch::Tensor loss, const torch::Tensor& real, const torch::Tensor& fake,
                                StepTools& tools);
    void clipDiscriminator();

    Stack m_generator, m_discriminator;
    PictureShape m_shape;
    int64_t m_latentSize;
    const losses::GanLossEntry* m_loss;
    bool m_isSimultaneous;
    double m_penaltyWeight = 0;  ///< of the gradient penalty; 0 where the loss has none
    double m_weightLimit = 0;    ///< of the discriminator's weights; 0 where the loss clips none
};

}  // namespace limner::models
