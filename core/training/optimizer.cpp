// Adam (Kingma & Ba 2015), AdamW (Loshchilov & Hutter 2019), SGD with momentum and RMSProp (Tieleman & Hinton
// 2012), each as torch.optim defines it, through LibTorch's fused kernels.
#include "core/internal/optimizer.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

namespace limner::training {

/// One row of the table below.
struct OptimizerKind {
    std::string id;
    std::string label;
    std::string help;
    ParamTable rows;
    ParamValues standards;
    std::vector<std::string> slots;  ///< what is kept per parameter beside the step count
    void (*move)(const OptimizerSettings& settings, double learningRate,
                 std::vector<torch::Tensor>& parameters, std::vector<torch::Tensor>& gradients,
                 std::vector<std::vector<torch::Tensor>>& slots, std::vector<torch::Tensor>& steps,
                 const std::optional<torch::Tensor>& notFinite);
};

namespace {

using Tensors = std::vector<torch::Tensor>;
using MaybeTensor = std::optional<torch::Tensor>;

void moveAdam(const OptimizerSettings& s, double learningRate, Tensors& parameters, Tensors& gradients,
              std::vector<Tensors>& slots, Tensors& steps, const MaybeTensor& notFinite) {
    at::_fused_adam_(parameters, gradients, slots[0], slots[1], {}, steps, learningRate, s.beta1, s.beta2,
                     s.weightDecay, s.epsilon, /*amsgrad=*/false, /*maximize=*/false, /*grad_scale=*/{},
                     notFinite);
}

void moveAdamW(const OptimizerSettings& s, double learningRate, Tensors& parameters, Tensors& gradients,
               std::vector<Tensors>& slots, Tensors& steps, const MaybeTensor& notFinite) {
    at::_fused_adamw_(parameters, gradients, slots[0], slots[1], {}, steps, learningRate, s.beta1, s.beta2,
                      s.weightDecay, s.epsilon, /*amsgrad=*/false, /*maximize=*/false, /*grad_scale=*/{},
                      notFinite);
}

void moveSgd(const OptimizerSettings& s, double learningRate, Tensors& parameters, Tensors& gradients,
             std::vector<Tensors>& slots, Tensors&, const MaybeTensor& notFinite) {
    // A buffer of zeros makes the first step what torch.optim does on its first: buffer = gradient.
    const Tensors buffers = s.momentum == 0 ? Tensors{} : slots[0];
    at::_fused_sgd_(parameters, gradients, buffers, s.weightDecay, s.momentum, learningRate, /*dampening=*/0,
                    /*nesterov=*/false, /*maximize=*/false, /*is_first_step=*/false, /*grad_scale=*/{},
                    notFinite);
}

void moveRmsprop(const OptimizerSettings& s, double learningRate, Tensors& parameters, Tensors& gradients,
                 std::vector<Tensors>& slots, Tensors&, const MaybeTensor& notFinite) {
    if (notFinite && notFinite->item<float>() != 0) return;  // no fused kernel that could look for itself
    if (s.weightDecay != 0) at::_foreach_add_(gradients, parameters, s.weightDecay);
    at::_foreach_mul_(slots[0], s.alpha);
    at::_foreach_addcmul_(slots[0], gradients, gradients, 1 - s.alpha);
    Tensors root = at::_foreach_sqrt(slots[0]);
    at::_foreach_add_(root, s.epsilon);
    at::_foreach_addcdiv_(parameters, gradients, root, -learningRate);
}

ParamSpec rateRow(std::string id, std::string label, std::string help, double standard) {
    return {.id = std::move(id),
            .label = std::move(label),
            .help = std::move(help),
            .group = LIMNER_TR("core", "Training"),
            .kind = ParamKind::Real,
            .standard = standard,
            .range = {.low = 0, .high = 0.9999, .step = 0.01}};
}

ParamTable adamRows() {
    return {
        rateRow("beta1", LIMNER_TR("core", "Beta 1"),
                LIMNER_TR("core", "How long the mean of the gradients remembers; GANs often use 0.5."), 0.9),
        rateRow("beta2", LIMNER_TR("core", "Beta 2"),
                LIMNER_TR("core", "How long the mean of the squared gradients remembers."), 0.999)};
}

const std::vector<OptimizerKind>& optimizerKinds() {
    static const std::vector<OptimizerKind> kinds{
        {"adam",
         LIMNER_TR("core", "Adam"),
         LIMNER_TR("core", "Adapts the step of each weight; a good first choice (Kingma & Ba 2015)."),
         adamRows(),
         {},
         {"exp_avg", "exp_avg_sq"},
         &moveAdam},
        {"adamw",
         LIMNER_TR("core", "AdamW"),
         LIMNER_TR("core",
                   "Adam with weight decay that does not mix with the gradient (Loshchilov & Hutter 2019)."),
         adamRows(),
         {{"weight_decay", 0.01}},
         {"exp_avg", "exp_avg_sq"},
         &moveAdamW},
        {"sgd",
         LIMNER_TR("core", "SGD with momentum"),
         LIMNER_TR("core", "Plain steps along the gradient, with momentum; needs a larger learning rate."),
         {rateRow(
             "momentum", LIMNER_TR("core", "Momentum"),
             LIMNER_TR("core", "How much of the last step goes into the next; 0 is plain gradient descent."),
             0.9)},
         {},
         {"momentum_buffer"},
         &moveSgd},
        {"rmsprop",
         LIMNER_TR("core", "RMSProp"),
         LIMNER_TR(
             "core",
             "Divides each step by the recent size of the gradient; used by the first Wasserstein GAN."),
         {rateRow("alpha", LIMNER_TR("core", "Alpha"),
                  LIMNER_TR("core", "How long the mean of the squared gradients remembers."), 0.99)},
         {},
         {"square_avg"},
         &moveRmsprop},
    };
    return kinds;
}

Error missingState(const std::string& name) {
    return {.code = ErrorCode::Mismatch,
            .message = {LIMNER_TR("core", "The optimizer state has no fitting entry “%1”."), {name}},
            .hint = {LIMNER_TR("core", "The checkpoint belongs to another model or optimizer.")}};
}

}  // namespace

ParamTable optimizerRows() {
    ParamSpec optimizer{.id = "optimizer",
                        .label = LIMNER_TR("core", "Optimizer"),
                        .help = LIMNER_TR("core", "How gradients become steps of the weights."),
                        .group = LIMNER_TR("core", "Training"),
                        .kind = ParamKind::Choice,
                        .standard = std::string("adam")};
    for (const OptimizerKind& kind : optimizerKinds()) {
        optimizer.choices.push_back({.id = kind.id,
                                     .label = kind.label,
                                     .help = kind.help,
                                     .rows = kind.rows,
                                     .standards = kind.standards});
    }
    return {std::move(optimizer),
            {.id = "weight_decay",
             .label = LIMNER_TR("core", "Weight decay"),
             .help = LIMNER_TR("core", "Pulls every weight towards zero, against learning by heart."),
             .group = LIMNER_TR("core", "Training"),
             .kind = ParamKind::Real,
             .standard = 0.0,
             .range = {.low = 0, .high = 1, .step = 0.001},
             .zeroText = LIMNER_TR("core", "off")}};
}

OptimizerSettings optimizerSettings(const ParamValues& values) {
    OptimizerSettings settings;
    settings.kind = textOf(values, "optimizer");
    const auto take = [&values](double& field, const char* id) {
        if (values.contains(id)) field = realOf(values, id);
    };
    take(settings.beta1, "beta1");
    take(settings.beta2, "beta2");
    take(settings.momentum, "momentum");
    take(settings.alpha, "alpha");
    take(settings.weightDecay, "weight_decay");
    return settings;
}

Optimizer::Optimizer(const models::Network& network, const OptimizerSettings& settings)
    : m_settings(settings) {
    const auto& kinds = optimizerKinds();
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.id == settings.kind; });
    if (kind == kinds.end()) throw std::invalid_argument("no optimizer '" + settings.kind + "'");
    m_kind = &*kind;

    for (const auto& named : network.module->named_parameters()) {
        m_names.push_back(network.name + "." + named.key());
        m_parameters.push_back(named.value());
    }
    if (m_parameters.empty()) throw std::invalid_argument("network '" + network.name + "' has no parameters");
    const auto count = static_cast<int64_t>(m_parameters.size());
    m_steps =
        torch::zeros({count}, m_parameters.front().options().dtype(torch::kFloat32).requires_grad(false));
    m_stepOf = m_steps.unbind();
    for (size_t slot = 0; slot < m_kind->slots.size(); ++slot) {
        const torch::NoGradGuard noGradients;
        Tensors zeros;
        for (const torch::Tensor& parameter : m_parameters) zeros.push_back(torch::zeros_like(parameter));
        m_slots.push_back(std::move(zeros));
    }
}

void Optimizer::zeroGradients() {
    for (torch::Tensor& parameter : m_parameters) parameter.mutable_grad() = torch::Tensor();
}

std::vector<torch::Tensor> Optimizer::gradients() const {
    Tensors gradients;
    gradients.reserve(m_parameters.size());
    for (size_t i = 0; i < m_parameters.size(); ++i) {
        if (!m_parameters[i].grad().defined()) throw std::logic_error(m_names[i] + " has no gradient");
        gradients.push_back(m_parameters[i].grad());
    }
    return gradients;
}

void Optimizer::step(double learningRate, const std::optional<torch::Tensor>& notFinite) {
    const torch::NoGradGuard noGradients;
    Tensors gradients = this->gradients();
    m_steps.add_(1);
    m_kind->move(m_settings, learningRate, m_parameters, gradients, m_slots, m_stepOf, notFinite);
    if (notFinite) m_steps.sub_(*notFinite);
}

io::NamedTensors Optimizer::state() const {
    io::NamedTensors state;
    for (size_t i = 0; i < m_names.size(); ++i) {
        for (size_t slot = 0; slot < m_slots.size(); ++slot) {
            state.emplace_back(m_names[i] + "." + m_kind->slots[slot], m_slots[slot][i]);
        }
        state.emplace_back(m_names[i] + ".step", m_stepOf[i]);
    }
    return state;
}

Result<void> Optimizer::load(const std::map<std::string, torch::Tensor>& given) {
    const io::NamedTensors own = state();
    for (const auto& [name, tensor] : own) {
        const auto found = given.find(name);
        if (found == given.end() || found->second.sizes() != tensor.sizes()) return missingState(name);
    }
    const torch::NoGradGuard noGradients;
    for (const auto& [name, tensor] : own) torch::Tensor(tensor).copy_(given.at(name));
    return {};
}

Gradients::Gradients(const std::vector<const Optimizer*>& optimizers) {
    const torch::NoGradGuard noGradients;
    for (const Optimizer* optimizer : optimizers) {
        const Tensors gradients = optimizer->gradients();
        m_gradients.insert(m_gradients.end(), gradients.begin(), gradients.end());
        const auto& names = optimizer->parameterNames();
        m_names.insert(m_names.end(), names.begin(), names.end());
    }
    m_norms = torch::stack(at::_foreach_norm(m_gradients));
    m_norm = m_norms.norm();
}

std::string Gradients::firstNotFinite() const {
    if (std::isfinite(m_norm.item<double>())) return {};
    const torch::Tensor norms = m_norms.cpu();
    for (int64_t i = 0; i < norms.numel(); ++i) {
        if (!std::isfinite(norms[i].item<double>())) return m_names[static_cast<size_t>(i)];
    }
    return m_names.front();  // each norm is finite, but their sum of squares is not
}

torch::Tensor Gradients::notFinite() const {
    return m_norm.isfinite().logical_not().to(torch::kFloat32);
}

void Gradients::clip(double maxNorm) {
    const torch::NoGradGuard noGradients;
    const torch::Tensor scale = (maxNorm / (m_norm + 1e-6)).clamp_max(1.0);
    at::_foreach_mul_(m_gradients, scale);
}

}  // namespace limner::training
