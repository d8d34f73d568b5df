#include "stack.h"

#include <torch/nn/modules.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace limner::models {
namespace {

bool hasBatchNorm(const torch::nn::Sequential& layers) {
    return std::ranges::any_of(layers->children(), [](const auto& layer) {
        return std::dynamic_pointer_cast<torch::nn::BatchNorm1dImpl>(layer) != nullptr ||
               std::dynamic_pointer_cast<torch::nn::BatchNorm2dImpl>(layer) != nullptr;
    });
}

torch::Tensor viewed(const torch::Tensor& rows, const std::vector<int64_t>& row) {
    std::vector<int64_t> shape{rows.size(0)};
    shape.insert(shape.end(), row.begin(), row.end());
    return rows.reshape(shape);
}

}  // namespace

StackImpl::StackImpl(torch::nn::Sequential layers, std::vector<int64_t> rowIn, std::vector<int64_t> rowOut)
    : m_layers(register_module("main", std::move(layers))),
      m_steps(trainingSteps(m_layers)),
      m_treatsRowsAlone(!hasBatchNorm(m_layers)),
      m_rowIn(std::move(rowIn)),
      m_rowOut(std::move(rowOut)) {}

torch::Tensor StackImpl::forward(const torch::Tensor& input) {
    torch::Tensor value = viewed(input, m_rowIn);
    // Convolutions and batch norm are faster with channels last on the CPU, if all of them keep to it.
    if (!m_treatsRowsAlone && value.dim() == 4 && value.is_cpu())
        value = value.contiguous(at::MemoryFormat::ChannelsLast);
    for (const Step& step : m_steps) value = step(value);
    return viewed(value, m_rowOut);
}

Step StackImpl::frozen() const {
    const bool isFolded = m_layers->parameters().empty() || m_layers->parameters().front().is_cpu();
    return [layers = m_layers, in = m_rowIn, out = m_rowOut,
            steps = isFolded ? foldedSteps(m_layers) : m_steps](const torch::Tensor& input) {
        const torch::NoGradGuard noGradients;
        const ModeGuard evaluating({layers.ptr().get()}, /*training=*/false);
        torch::Tensor value = viewed(input, in);
        for (const Step& step : steps) value = step(value);
        return viewed(value, out);
    };
}

torch::Tensor StackImpl::forwardTwiceDifferentiable(const torch::Tensor& input) {
    return viewed(m_layers->forward(viewed(input, m_rowIn)), m_rowOut);
}

void drawDefaultWeights(torch::nn::Module& network, at::Generator& generator) {
    const torch::NoGradGuard noGradients;
    for (const auto& layer : network.modules()) {
        auto own = layer->named_parameters(/*recurse=*/false);
        const torch::Tensor* weight = own.find("weight");
        if (weight == nullptr || weight->dim() < 2) continue;
        const double bound = 1 / std::sqrt(static_cast<double>(weight->numel() / weight->size(0)));
        for (auto& parameter : own) parameter.value().uniform_(-bound, bound, generator);
    }
}

void drawDcganWeights(torch::nn::Module& network, at::Generator& generator) {
    const torch::NoGradGuard noGradients;
    for (auto& parameter : network.named_parameters()) {
        if (parameter.key().ends_with("bias")) {
            parameter.value().zero_();
        } else {
            parameter.value().normal_(parameter.value().dim() > 1 ? 0.0 : 1.0, 0.02, generator);
        }
    }
}

ParamSpec latentRow(int64_t standard) {
    return {.id = "latent_size",
            .label = LIMNER_TR("core", "Latent size"),
            .help = LIMNER_TR("core", "How many numbers describe one picture."),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Integer,
            .standard = standard,
            .range = {.low = 1, .high = 1024, .step = 1}};
}

PictureShape pictureShape(const ParamValues& values) {
    return {.channels = textOf(values, "channels") == "rgb" ? 3 : 1,
            .size = intOf(values, "size"),
            .isSigned = boolOf(values, "normalise")};
}

void addPictureActivation(torch::nn::Sequential& layers, const PictureShape& shape) {
    if (shape.isSigned) {
        layers->push_back(torch::nn::Tanh());
    } else {
        layers->push_back(torch::nn::Sigmoid());
    }
}

ModeGuard::ModeGuard(std::vector<torch::nn::Module*> networks, bool training) : m_training(training) {
    for (torch::nn::Module* network : networks) {
        if (network->is_training() == training) continue;
        network->train(training);
        m_changed.push_back(network);
    }
}

ModeGuard::~ModeGuard() {
    for (torch::nn::Module* network : m_changed) network->train(!m_training);
}

}  // namespace limner::models
