// The first layers of a network by themselves: what Explore finds directions in and compares pictures by.
#include <torch/nn/modules.h>

#include "stack.h"

namespace limner::models {
namespace {

bool isActivation(const torch::nn::Module& layer) {
    return dynamic_cast<const torch::nn::ReLUImpl*>(&layer) != nullptr ||
           dynamic_cast<const torch::nn::LeakyReLUImpl*>(&layer) != nullptr ||
           dynamic_cast<const torch::nn::TanhImpl*>(&layer) != nullptr ||
           dynamic_cast<const torch::nn::SigmoidImpl*>(&layer) != nullptr;
}

}  // namespace

torch::Tensor StackImpl::forwardEarly(const torch::Tensor& input, int activations) {
    std::vector<int64_t> shape{input.size(0)};
    shape.insert(shape.end(), m_rowIn.begin(), m_rowIn.end());
    torch::Tensor value = input.reshape(shape);
    for (auto layer = m_layers->begin(); layer != m_layers->end() && activations > 0; ++layer) {
        value = layer->forward(value);
        if (isActivation(*layer->ptr())) --activations;
    }
    return value.flatten(1);
}

}  // namespace limner::models
