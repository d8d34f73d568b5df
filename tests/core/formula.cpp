#include "formula.h"

#include <cmath>

namespace limner::test {

torch::Tensor hashed(uint64_t stream, at::IntArrayRef shape) {
    torch::Tensor values = torch::empty(shape);
    float* out = values.mutable_data_ptr<float>();
    for (int64_t i = 0; i < values.numel(); ++i) {
        auto h = static_cast<uint32_t>(static_cast<uint64_t>(i) + stream * 0x9E3779B1U);
        for (const uint32_t factor : {0x7FEB352DU, 0x846CA68BU}) {
            h ^= h >> 16;
            h *= factor;
        }
        h ^= h >> 16;
        out[i] = static_cast<float>(h >> 8) / 8388608.0F - 1.0F;
    }
    return values;
}

uint64_t fillParameters(torch::nn::Module& network, uint64_t firstStream) {
    const torch::NoGradGuard noGradients;
    uint64_t stream = firstStream;
    for (const auto& named : network.named_parameters()) {
        torch::Tensor parameter = named.value();
        torch::Tensor values = hashed(stream++, parameter.sizes());
        if (parameter.dim() > 1) {
            const auto fanIn = static_cast<double>(parameter.numel() / parameter.size(0));
            values *= static_cast<float>(1 / std::sqrt(fanIn));
        } else if (named.key().ends_with("weight")) {
            values = 1 + 0.1F * values;
        } else {
            values *= 0.1F;
        }
        parameter.copy_(values);
    }
    return stream;
}

torch::Tensor latents(int64_t step, int64_t count, int64_t size) {
    return hashed(1000 + static_cast<uint64_t>(step), {count, size}) * static_cast<float>(std::sqrt(3.0));
}

torch::Tensor pictures(int64_t step, at::IntArrayRef shape, bool isSigned) {
    const torch::Tensor values = hashed(2000 + static_cast<uint64_t>(step), shape);
    return isSigned ? values : (values + 1) / 2;
}

}  // namespace limner::test
