#include "projection.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace limner::generation {
namespace {

using torch::Tensor;

struct Points : torch::nn::Module {
    explicit Points(Tensor first) { register_parameter("latents", std::move(first)); }
};

}  // namespace

Projection::Projection(models::PictureModel& model, Tensor target, const ProjectionSettings& settings,
                       bool hasJudge)
    : m_model(model),
      m_settings(settings),
      m_target(std::move(target)),
      m_points(std::make_shared<Points>(
          models::fixedLatents(settings.restarts, model.latentSize(), settings.seed))),
      m_adam({"search", m_points, {}}, {.kind = "adam"}) {
    if (!hasJudge || settings.featureWeight <= 0) return;
    const torch::NoGradGuard noGradients;
    m_targetFeatures = model.judgedFeatures(m_target);
    const double meanSquare = m_targetFeatures.square().mean().item<double>();
    m_featureScale = meanSquare > 0 ? settings.featureWeight / meanSquare : 0;
}

Projection::Losses Projection::lossesOf(const Tensor& pictures) {
    const Tensor pixel = (pictures - m_target).square().flatten(1).mean(1);
    if (m_featureScale == 0) return {pixel, pixel, torch::zeros_like(pixel)};
    const Tensor feature =
        (m_model.judgedFeatures(pictures) - m_targetFeatures).square().mean(1) * m_featureScale;
    return {pixel + feature, pixel, feature};
}

Result<void> Projection::step() {
    const torch::AutoGradMode recording(true);
    const Tensor points = m_points->parameters().front();
    const Tensor pictures = m_model.decodeForGradients(points);
    const Losses losses = lossesOf(pictures);
    // A point that has gone astray counts as infinitely far, and gives no gradient to the others.
    const Tensor isGood = losses.total.isfinite();
    const Tensor ranked = losses.total.detach().masked_fill(~isGood, std::numeric_limits<float>::infinity());
    const auto best = ranked.argmin().item<int64_t>();
    if (!isGood[best].item<bool>()) {
        return Error{
            .code = ErrorCode::NotFinite,
            .message = LIMNER_TR("core", "The model makes numbers that are not finite instead of a picture."),
            .hint = LIMNER_TR("core", "Choose an earlier checkpoint, or a lower learning rate.")};
    }
    const Loss now{losses.total[best].item<double>(), losses.pixel[best].item<double>(),
                   losses.feature[best].item<double>()};
    if (m_step == 0) m_start = now;
    if (m_step == 0 || now.total < m_best.total) {
        m_best = now;
        m_latent = points.detach().slice(0, best, best + 1).clone();
        m_picture = pictures.detach().slice(0, best, best + 1).clone();
    }
    m_adam.zeroGradients();
    losses.total.masked_select(isGood).sum().backward();
    const double share = static_cast<double>(m_step) / static_cast<double>(m_settings.steps);
    m_adam.step(m_settings.learningRate * 0.5 * (1 + std::cos(std::numbers::pi * share)));
    ++m_step;
    return {};
}

}  // namespace limner::generation
