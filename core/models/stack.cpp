#include "stack.h"

#include <torch/nn/modules.h>

#include <cmath>

namespace limner::models {
namespace {

std::vector<int64_t> withRows(int64_t rows, const std::vector<int64_t>& row) {
    std::vector<int64_t> shape{rows};
    shape.insert(shape.end(), row.begin(), row.end());
    return shape;
}

}  // namespace

StackImpl::StackImpl(torch::nn::Sequential layers, std::vector<int64_t> rowIn, std::vector<int64_t> rowOut)
    : m_layers(register_module("main", std::move(layers))),
      m_rowIn(std::move(rowIn)),
      m_rowOut(std::move(rowOut)) {}

torch::Tensor StackImpl::forward(const torch::Tensor& input) {
    const int64_t rows = input.size(0);
    return m_layers->forward(input.reshape(withRows(rows, m_rowIn))).view(withRows(rows, m_rowOut));
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
