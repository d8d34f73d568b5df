#include "ema.h"

#include "weights.h"

namespace limner::training {
namespace {

std::vector<torch::Tensor> copiesOf(const std::vector<torch::Tensor>& tensors) {
    std::vector<torch::Tensor> copies;
    copies.reserve(tensors.size());
    for (const torch::Tensor& tensor : tensors) copies.push_back(tensor.detach().clone());
    return copies;
}

}  // namespace

Ema::Ema(torch::nn::Module& network) {
    for (const auto& parameter : network.named_parameters()) {
        m_names.push_back(parameter.key());
        m_weights.push_back(parameter.value().detach());
    }
    for (const auto& buffer : network.named_buffers()) {
        m_names.push_back(buffer.key());
        m_buffers.push_back(buffer.value());
    }
}

void Ema::setDecay(double decay) {
    const torch::NoGradGuard noGrad;
    if (decay > 0 && !isOn()) m_averages = copiesOf(m_weights);
    if (decay <= 0) m_averages.clear();
    m_decay = decay;
}

void Ema::update() {
    if (!isOn()) return;
    const torch::NoGradGuard noGrad;
    at::_foreach_lerp_(m_averages, m_weights, 1 - m_decay);
}

io::NamedTensors Ema::tensors() const {
    io::NamedTensors named;
    for (size_t i = 0; i < m_averages.size(); ++i) named.emplace_back(m_names[i], m_averages[i]);
    if (!isOn()) return named;
    for (size_t i = 0; i < m_buffers.size(); ++i)
        named.emplace_back(m_names[m_weights.size() + i], m_buffers[i]);
    return named;
}

Result<void> Ema::restore(const std::map<std::string, torch::Tensor>& tensors) {
    io::NamedTensors averages;
    for (size_t i = 0; i < m_averages.size(); ++i) averages.emplace_back(m_names[i], m_averages[i]);
    return loadTensors(averages, tensors);
}

AveragedWeights::AveragedWeights(Ema& ema) : m_ema(ema) {
    const torch::NoGradGuard noGrad;
    if (!ema.isOn()) return;
    m_own = copiesOf(ema.m_weights);
    for (size_t i = 0; i < m_own.size(); ++i) ema.m_weights[i].copy_(ema.m_averages[i]);
}

AveragedWeights::~AveragedWeights() {
    const torch::NoGradGuard noGrad;
    for (size_t i = 0; i < m_own.size(); ++i) m_ema.m_weights[i].copy_(m_own[i]);
}

}  // namespace limner::training
