#include "vae.h"

#include <torch/nn/functional/loss.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limner::models {
namespace {

constexpr std::string_view kEncoder = "encoder";
constexpr std::string_view kDecoder = "decoder";

torch::Tensor bernoulli(const torch::Tensor& output, const torch::Tensor& target, double) {
    const auto sum = torch::nn::functional::BinaryCrossEntropyWithLogitsFuncOptions().reduction(torch::kSum);
    return torch::nn::functional::binary_cross_entropy_with_logits(output, target, sum) /
           static_cast<double>(target.size(0));
}

torch::Tensor gaussian(const torch::Tensor& output, const torch::Tensor& target, double deviation) {
    const double constant = 0.5 * std::log(2 * std::numbers::pi) + std::log(deviation);
    const auto pixels = static_cast<double>(target[0].numel());
    return torch::mse_loss(output.sigmoid(), target, at::Reduction::Sum) /
               (2 * deviation * deviation * static_cast<double>(target.size(0))) +
           pixels * constant;
}

ParamSpec learningRateRow() {
    return {.id = "learning_rate",
            .label = LIMNER_TR("core", "Learning rate"),
            .help = LIMNER_TR("core", "How far the weights move in one step."),
            .group = LIMNER_TR("core", "Steering"),
            .kind = ParamKind::Real,
            .standard = 1e-3,
            .range = {.low = 1e-7, .high = 1, .scale = Scale::Log},
            .editableWhileRunning = true};
}

ParamSpec klWeightRow() {
    return {.id = "kl_weight",
            .label = LIMNER_TR("core", "KL weight"),
            .help = LIMNER_TR("core",
                              "More orders the latent space, less sharpens the pictures; 1 is the plain VAE, "
                              "other values a beta-VAE (Higgins et al. 2017)."),
            .group = LIMNER_TR("core", "Steering"),
            .kind = ParamKind::Real,
            .standard = 1.0,
            .range = {.low = 0, .high = 100, .step = 0.1},
            .editableWhileRunning = true};
}

ParamSpec klWarmupRow() {
    return {.id = "kl_warmup",
            .label = LIMNER_TR("core", "KL warm-up"),
            .help = LIMNER_TR("core", "Over how many steps the KL weight grows from 0 (Bowman et al. 2016)."),
            .group = LIMNER_TR("core", "Steering"),
            .unit = LIMNER_TR("core", "steps"),
            .kind = ParamKind::Integer,
            .standard = int64_t{0},
            .range = {.low = 0, .high = 1e6, .step = 100},
            .editableWhileRunning = true,
            .zeroText = LIMNER_TR("core", "off")};
}

ParamSpec deviationRow() {
    return {.id = "pixel_deviation",
            .label = LIMNER_TR("core", "Pixel deviation"),
            .help = LIMNER_TR("core",
                              "The deviation that the Gaussian grants each pixel, with black 0 and white 1."),
            .group = LIMNER_TR("core", "Loss"),
            .kind = ParamKind::Real,
            .standard = 0.1,
            .range = {.low = 0.01, .high = 1, .step = 0.01}};
}

ParamSpec likelihoodRow() {
    return {
        .id = "likelihood",
        .label = LIMNER_TR("core", "Likelihood"),
        .help = LIMNER_TR("core", "How the difference between a picture and its reconstruction is measured."),
        .group = LIMNER_TR("core", "Loss"),
        .kind = ParamKind::Choice,
        .standard = std::string("bernoulli"),
        .choices = {
            {.id = "bernoulli",
             .label = LIMNER_TR("core", "Bernoulli"),
             .help = LIMNER_TR("core", "Cross-entropy of each pixel, for pictures near black and white.")},
            {.id = "gaussian",
             .label = LIMNER_TR("core", "Gaussian"),
             .help = LIMNER_TR("core", "Squared difference of each pixel, for photographs."),
             .rows = {deviationRow()}}}};
}

/// KL(q(z|x) ‖ N(0, I)) in nats a picture (Kingma & Welling 2014, appendix B).
torch::Tensor klDivergence(const torch::Tensor& mean, const torch::Tensor& logVariance) {
    return (mean.square() + logVariance.exp() - logVariance - 1).sum() *
           (0.5 / static_cast<double>(mean.size(0)));
}

}  // namespace

ParamTable vaeRows() {
    return {learningRateRow(), klWeightRow(), klWarmupRow(), likelihoodRow()};
}

Vae::Vae(Stack encoder, Stack decoder, PictureShape shape, int64_t latentSize, const ParamValues& values)
    : m_encoder(std::move(encoder)),
      m_decoder(std::move(decoder)),
      m_shape(shape),
      m_latentSize(latentSize),
      m_likelihood(textOf(values, "likelihood") == "gaussian" ? &gaussian : &bernoulli),
      m_klWeight(realOf(values, "kl_weight")) {
    if (m_likelihood == &gaussian) m_deviation = realOf(values, "pixel_deviation");
}

std::vector<Network> Vae::networks() const {
    return {{std::string(kEncoder), m_encoder.ptr(), "learning_rate"},
            {std::string(kDecoder), m_decoder.ptr(), "learning_rate"}};
}

torch::Tensor Vae::toUnit(const torch::Tensor& pictures) const {
    return m_shape.isSigned ? pictures * 0.5 + 0.5 : pictures;
}

torch::Tensor Vae::fromLogits(torch::Tensor logits) const {
    const torch::Tensor unit = logits.sigmoid_();
    return m_shape.isSigned ? unit.mul_(2).sub_(1) : unit;
}

Vae::Elbo Vae::negativeElbo(const torch::Tensor& pictures, const torch::Tensor& noise) {
    const auto posterior = m_encoder->forward(pictures).chunk(2, 1);
    const torch::Tensor &mean = posterior[0], &logVariance = posterior[1];
    const torch::Tensor latents = mean + noise * (0.5 * logVariance).exp();
    return {m_likelihood(m_decoder->forward(latents), toUnit(pictures), m_deviation),
            klDivergence(mean, logVariance)};
}

Scalars Vae::step(const Batch& batch, StepTools& tools) {
    m_klWeight = tools.live("kl_weight");
    const double warmup = tools.live("kl_warmup");
    const double grown = warmup > 0 ? std::min(1.0, static_cast<double>(tools.step()) / warmup) : 1.0;
    const Elbo elbo = negativeElbo(batch.inputs, tools.latents(batch.inputs.size(0), m_latentSize));
    const torch::Tensor loss = elbo.reconstruction + m_klWeight * grown * elbo.kl;
    tools.update({kEncoder, kDecoder}, loss);
    return {loss.detach(), elbo.reconstruction.detach(), elbo.kl.detach()};
}

torch::Tensor Vae::decode(const torch::Tensor& latents) {
    const torch::NoGradGuard noGradients;
    const ModeGuard evaluating({m_decoder.get()}, /*training=*/false);
    return fromLogits(m_decoder->forward(latents));
}

Decoder Vae::frozenDecoder() {
    return [this, logits = m_decoder->frozen()](const torch::Tensor& latents) {
        return fromLogits(logits(latents));
    };
}

torch::Tensor Vae::decodeForGradients(const torch::Tensor& latents) {
    const ModeGuard evaluating({m_decoder.get()}, /*training=*/false);
    const torch::Tensor unit = m_decoder->forward(latents).sigmoid();
    return m_shape.isSigned ? unit * 2 - 1 : unit;
}

torch::Tensor Vae::earlyFeatures(const torch::Tensor& latents) {
    const torch::NoGradGuard noGradients;
    const ModeGuard evaluating({m_decoder.get()}, /*training=*/false);
    return m_decoder->forwardEarly(latents, 1);
}

Posterior Vae::posterior(const torch::Tensor& pictures) {
    const torch::NoGradGuard noGradients;
    const ModeGuard evaluating({m_encoder.get()}, /*training=*/false);
    const auto halves = m_encoder->forward(pictures).chunk(2, 1);
    return {halves[0].clone(), halves[1].clone()};
}

std::vector<std::string> Vae::evaluationNames() const {
    return {"loss", "negative_elbo", "reconstruction", "kl"};
}

Scalars Vae::evaluate(const Batch& batch, at::Generator& generator) {
    const torch::NoGradGuard noGradients;
    const ModeGuard evaluating({m_encoder.get(), m_decoder.get()}, /*training=*/false);
    const torch::Tensor noise =
        torch::randn({batch.inputs.size(0), m_latentSize}, generator, batch.inputs.options());
    const Elbo elbo = negativeElbo(batch.inputs, noise);
    return {elbo.reconstruction + m_klWeight * elbo.kl, elbo.reconstruction + elbo.kl, elbo.reconstruction,
            elbo.kl};
}

}  // namespace limner::models
