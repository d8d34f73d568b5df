#include "weights.h"

#include <sstream>

namespace limner::training {
namespace {

std::string shapeText(const torch::Tensor& tensor) {
    if (tensor.dim() == 0) return "1";
    std::ostringstream text;
    for (int64_t i = 0; i < tensor.dim(); ++i) text << (i > 0 ? "×" : "") << tensor.size(i);
    return text.str();
}

Error anotherArchitecture(Message message) {
    return {
        .code = ErrorCode::Mismatch,
        .message = std::move(message),
        .hint = LIMNER_TR("core", "Choose the model, preset and sizes that the weights were trained with.")};
}

}  // namespace

io::NamedTensors weightsOf(const torch::nn::Module& network, const std::string& prefix) {
    io::NamedTensors named;
    for (const auto& parameter : network.named_parameters()) {
        named.emplace_back(prefix + parameter.key(), parameter.value().detach());
    }
    for (const auto& buffer : network.named_buffers())
        named.emplace_back(prefix + buffer.key(), buffer.value());
    return named;
}

io::NamedTensors weightsOf(const std::vector<models::Network>& networks) {
    io::NamedTensors named;
    for (const models::Network& network : networks) {
        for (auto& entry : weightsOf(*network.module, network.name + ".")) named.push_back(std::move(entry));
    }
    return named;
}

Result<void> loadWeights(const std::vector<models::Network>& networks,
                         const std::map<std::string, torch::Tensor>& tensors) {
    return loadTensors(weightsOf(networks), tensors);
}

Result<void> loadTensors(const io::NamedTensors& targets,
                         const std::map<std::string, torch::Tensor>& tensors) {
    for (const auto& [name, own] : targets) {
        const auto found = tensors.find(name);
        if (found == tensors.end()) {
            return anotherArchitecture(
                {LIMNER_TR("core", "The weights are of another architecture: %1 is missing."), {name}});
        }
        if (found->second.sizes() != own.sizes()) {
            return anotherArchitecture(
                {LIMNER_TR("core", "The weights are of another architecture: %1 is %2 there and %3 here."),
                 {name, shapeText(found->second), shapeText(own)}});
        }
    }
    const torch::NoGradGuard noGrad;
    for (const auto& [name, own] : targets) torch::Tensor(own).copy_(tensors.at(name));
    return {};
}

std::map<std::string, torch::Tensor> beneath(std::string_view prefix, const io::Checkpoint& checkpoint) {
    std::map<std::string, torch::Tensor> found;
    for (const auto& [name, tensor] : checkpoint.optimizer.tensors) {
        if (name.starts_with(prefix)) found.emplace(name.substr(prefix.size()), tensor);
    }
    return found;
}

std::map<std::string, torch::Tensor> averagedWeights(const io::Checkpoint& checkpoint) {
    return beneath(kAveragePrefix, checkpoint);
}

}  // namespace limner::training
