// Variational autoencoder (Kingma & Welling 2014): the training step, decoding and evaluation. Networks:
// "encoder", "decoder".
#pragma once

#include "core/internal/torch.h"

#include <memory>
#include <string>
#include <vector>

#include "core/internal/model.h"
#include "stack.h"

namespace limner::models {

/// −log p(picture | z) in nats a picture, summed over pixels.
/// @param output   of the decoder, [N, C, H, W]; the sigmoid of it is the mean
/// @param target   pixels in [0, 1], the same shape
/// @param deviation  of the Gaussian; unused for Bernoulli
/// @return 0-dim, the mean over the batch
using Likelihood = torch::Tensor (*)(const torch::Tensor& output, const torch::Tensor& target,
                                     double deviation);

/// The rows of a VAE beside those of its networks: learning rate, weight of the KL divergence, likelihood.
ParamTable vaeRows();

class Vae : public PictureModel {
public:
    /// @param encoder  [N, C, H, W] → [N, 2 * latentSize]: means, then log-variances of q(z | picture)
    /// @param decoder  [N, latentSize] → [N, C, H, W]: logits of the pixels
    Vae(Stack encoder, Stack decoder, PictureShape shape, int64_t latentSize, const ParamValues& values);

    std::vector<Network> networks() const override;
    std::vector<std::string> scalarNames() const override { return {"loss", "reconstruction", "kl"}; }
    Scalars step(const Batch& batch, StepTools& tools) override;
    PictureShape shape() const override { return m_shape; }
    int64_t latentSize() const override { return m_latentSize; }
    std::string decoderName() const override { return "decoder"; }
    torch::Tensor decode(const torch::Tensor& latents) override;
    Decoder frozenDecoder() override;
    std::vector<std::string> evaluationNames() const override;
    Scalars evaluate(const Batch& batch, at::Generator& generator) override;
    bool encodes() const override { return true; }
    Posterior posterior(const torch::Tensor& pictures) override;
    torch::Tensor decodeForGradients(const torch::Tensor& latents) override;
    torch::Tensor earlyFeatures(const torch::Tensor& latents) override;

private:
    /// The two halves of the negative ELBO, in nats a picture.
    struct Elbo {
        torch::Tensor reconstruction, kl;
    };
    /// One sample of z per picture, from `noise` ~ N(0, I), [N, latentSize].
    Elbo negativeElbo(const torch::Tensor& pictures, const torch::Tensor& noise);
    /// Pixels in the range of `shape` ↔ pixels in [0, 1].
    torch::Tensor toUnit(const torch::Tensor& pictures) const;
    /// What the decoder says → pixels in the range of `shape`; in place.
    torch::Tensor fromLogits(torch::Tensor logits) const;

    Stack m_encoder, m_decoder;
    PictureShape m_shape;
    int64_t m_latentSize;
    Likelihood m_likelihood;
    double m_deviation = 1;
    double m_klWeight;  ///< in force, without warm-up
};

}  // namespace limner::models
