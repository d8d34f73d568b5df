#include "gan.h"

#include <algorithm>

#include "sliced_distance.h"

namespace limner::models {
namespace {

constexpr std::string_view kGenerator = "generator";
constexpr std::string_view kDiscriminator = "discriminator";

const losses::GanLossEntry& lossOf(const ParamValues& values) {
    const auto& rows = losses::ganLossRegistry();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto& row) { return row.id == textOf(values, "gan_loss"); });
    if (found == rows.end()) throw std::invalid_argument("no GAN loss '" + textOf(values, "gan_loss") + "'");
    return *found;
}

/// Share of logits that say "real".
torch::Tensor shareCalledReal(const torch::Tensor& logits) {
    return logits.detach().gt(0).mean(torch::kFloat32);
}

/// With instance noise, where it is on (Sønderby et al. 2017).
torch::Tensor noisy(const torch::Tensor& pictures, StepTools& tools) {
    const double deviation = tools.live("instance_noise");
    if (deviation == 0) return pictures;
    return pictures + deviation * torch::randn(pictures.sizes(), tools.generator(), pictures.options());
}

/// Keeps the weights of a network out of the graphs that are recorded in its scope: gradients pass through
/// it, but none are computed for it.
class WithoutWeightGradients {
public:
    explicit WithoutWeightGradients(const torch::nn::Module& network) {
        for (torch::Tensor& parameter : network.parameters()) {
            if (parameter.requires_grad()) m_changed.push_back(parameter.requires_grad_(false));
        }
    }
    ~WithoutWeightGradients() {
        for (torch::Tensor& parameter : m_changed) parameter.requires_grad_(true);
    }
    WithoutWeightGradients(const WithoutWeightGradients&) = delete;
    WithoutWeightGradients& operator=(const WithoutWeightGradients&) = delete;

private:
    std::vector<torch::Tensor> m_changed;
};

}  // namespace

Gan::Gan(Stack generator, Stack discriminator, PictureShape shape, int64_t latentSize,
         const ParamValues& values)
    : m_generator(std::move(generator)),
      m_discriminator(std::move(discriminator)),
      m_shape(shape),
      m_latentSize(latentSize),
      m_loss(&lossOf(values)),
      m_isSimultaneous(textOf(values, "update") == "simultaneous") {
    if (m_loss->hasGradientPenalty) m_penaltyWeight = realOf(values, "gp_weight");
    if (m_loss->clipsWeights) m_weightLimit = realOf(values, "clip_value");
}

std::vector<Network> Gan::networks() const {
    return {{std::string(kGenerator), m_generator.ptr(), "learning_rate_g"},
            {std::string(kDiscriminator), m_discriminator.ptr(), "learning_rate_d"}};
}

std::vector<std::string> Gan::scalarNames() const {
    return {"loss_d", "loss_g", "d_accuracy_real", "d_accuracy_fake"};
}

Gan::Turn Gan::turn(const StepTools& tools) const {
    enum Choice { Both, DiscriminatorOnly, GeneratorOnly };  // the order of the row "networks_to_train"
    const auto chosen = static_cast<int>(tools.live("networks_to_train"));
    const auto turns = std::max<int64_t>(1, static_cast<int64_t>(tools.live("d_steps")));
    const bool generatorIsDue = chosen == GeneratorOnly || (tools.step() + 1) % turns == 0;
    return {.discriminator = chosen != GeneratorOnly && tools.trains(kDiscriminator),
            .generator = chosen != DiscriminatorOnly && generatorIsDue && tools.trains(kGenerator)};
}

Scalars Gan::step(const Batch& batch, StepTools& tools) {
    const Turn now = turn(tools);
    // What is frozen stays as it is, running means of batch norm included.
    const ModeGuard generatorMode({m_generator.get()}, tools.trains(kGenerator));
    const ModeGuard discriminatorMode({m_discriminator.get()}, tools.trains(kDiscriminator));
    const torch::Tensor latents = tools.latents(batch.inputs.size(0), m_latentSize);
    Verdict verdict;
    const torch::Tensor lossG = m_isSimultaneous
                                    ? stepSimultaneous(batch.inputs, latents, now, tools, verdict)
                                    : stepAlternating(batch.inputs, latents, now, tools, verdict);
    return {verdict.loss.detach(), lossG.detach(), shareCalledReal(verdict.real),
            1 - shareCalledReal(verdict.fake)};
}

torch::Tensor Gan::stepAlternating(const torch::Tensor& real, const torch::Tensor& latents, Turn now,
                                   StepTools& tools, Verdict& verdict) {
    torch::Tensor fake;
    {
        const torch::AutoGradMode recording(now.generator);
        fake = m_generator->forward(latents);
    }
    {
        const torch::AutoGradMode recording(now.discriminator);
        verdict = judge(real, fake.detach(), tools);
        if (now.discriminator) {
            tools.update(kDiscriminator, withPenalties(verdict.loss, real, fake, tools));
            clipDiscriminator();
        }
    }
    if (!now.generator) return m_loss->generator(verdict.fake.detach());
    // The same pictures serve again: the generator has not moved since it made them.
    const WithoutWeightGradients frozen(*m_discriminator);
    const torch::Tensor loss = m_loss->generator(criticise(fake, tools));
    tools.update(kGenerator, loss);
    return loss;
}

torch::Tensor Gan::stepSimultaneous(const torch::Tensor& real, const torch::Tensor& latents, Turn now,
                                    StepTools& tools, Verdict& verdict) {
    const torch::Tensor made = m_generator->forward(latents);
    const torch::Tensor fake = made.detach().requires_grad_();
    verdict = judge(real, fake, tools);
    const torch::Tensor lossG = m_loss->generator(verdict.fake);
    // dL_G/d(pictures) first, so that one backward pass can then give each network the gradient of its own
    // loss only.
    const torch::Tensor wish = torch::autograd::grad({lossG}, {fake}, {}, /*retain_graph=*/true).front();
    const torch::Tensor forGenerator = (made * wish).sum();
    if (!now.discriminator) {
        if (now.generator) tools.update(kGenerator, forGenerator);
        return lossG;
    }
    const torch::Tensor forDiscriminator = withPenalties(verdict.loss, real, made, tools);
    if (now.generator) {
        tools.update({kDiscriminator, kGenerator}, forDiscriminator + forGenerator);
    } else {
        tools.update(kDiscriminator, forDiscriminator);
    }
    clipDiscriminator();
    return lossG;
}

torch::Tensor Gan::criticise(const torch::Tensor& pictures, StepTools& tools) {
    return m_discriminator->forward(noisy(pictures, tools));
}

Gan::Verdict Gan::judge(const torch::Tensor& real, const torch::Tensor& fake, StepTools& tools) {
    Verdict verdict;
    if (m_discriminator->treatsRowsAlone()) {  // then one pass over both gives the same in less time
        const auto logits = criticise(torch::cat({real, fake}), tools).split(real.size(0));
        verdict = {.real = logits[0], .fake = logits[1], .loss = {}};
    } else {
        verdict = {.real = criticise(real, tools), .fake = criticise(fake, tools), .loss = {}};
    }
    verdict.loss = m_loss->discriminator(verdict.real, verdict.fake, tools.live("label_smoothing"));
    return verdict;
}

torch::Tensor Gan::withPenalties(torch::Tensor loss, const torch::Tensor& real, const torch::Tensor& fake,
                                 StepTools& tools) {
    const losses::Critic critic = [&](const torch::Tensor& pictures) {
        return m_discriminator->forwardTwiceDifferentiable(noisy(pictures, tools));
    };
    const double r1Weight = tools.live("r1_weight");
    if (r1Weight > 0) loss = loss + r1Weight * losses::r1Penalty(critic, real);
    if (m_penaltyWeight > 0) {
        loss = loss + m_penaltyWeight * losses::gradientPenalty(critic, real, fake, tools.generator());
    }
    return loss;
}

void Gan::clipDiscriminator() {
    if (m_weightLimit <= 0) return;
    const torch::NoGradGuard noGradients;
    std::vector<torch::Tensor> weights = m_discriminator->parameters();
    at::_foreach_clamp_min_(weights, -m_weightLimit);
    at::_foreach_clamp_max_(weights, m_weightLimit);
}

torch::Tensor Gan::decode(const torch::Tensor& latents) {
    const torch::NoGradGuard noGradients;
    const ModeGuard evaluating({m_generator.get()}, /*training=*/false);
    return m_generator->forward(latents);
}

torch::Tensor Gan::decodeForGradients(const torch::Tensor& latents) {
    const ModeGuard evaluating({m_generator.get()}, /*training=*/false);
    const WithoutWeightGradients frozen(*m_generator);
    return m_generator->forward(latents);
}

torch::Tensor Gan::earlyFeatures(const torch::Tensor& latents) {
    const torch::NoGradGuard noGradients;
    const ModeGuard evaluating({m_generator.get()}, /*training=*/false);
    return m_generator->forwardEarly(latents, 1);
}

torch::Tensor Gan::judgedFeatures(const torch::Tensor& pictures) {
    const ModeGuard evaluating({m_discriminator.get()}, /*training=*/false);
    const WithoutWeightGradients frozen(*m_discriminator);
    return m_discriminator->forwardEarly(pictures, 2);
}

Decoder Gan::frozenDecoder() {
    return m_generator->frozen();
}

std::vector<std::string> Gan::evaluationNames() const {
    return {"loss", "loss_d", "d_accuracy_real", "d_accuracy_fake"};
}

Scalars Gan::evaluate(const Batch& batch, at::Generator& generator) {
    const torch::NoGradGuard noGradients;
    const ModeGuard evaluating({m_discriminator.get()}, /*training=*/false);
    const torch::Tensor& real = batch.inputs;
    const torch::Tensor fake = decode(torch::randn({real.size(0), m_latentSize}, generator, real.options()));
    const torch::Tensor realLogits = m_discriminator->forward(real);
    const torch::Tensor fakeLogits = m_discriminator->forward(fake);
    return {slicedDistance(real, fake, generator), m_loss->discriminator(realLogits, fakeLogits, 0),
            shareCalledReal(realLogits), 1 - shareCalledReal(fakeLogits)};
}

}  // namespace limner::models
