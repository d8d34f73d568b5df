#include "gpt_network.h"

#include <cmath>
#include <string>

namespace limner::models {
namespace {

using torch::Tensor;

Tensor gptNormed(const Tensor& x, const GptWeights& norm) {
    return at::layer_norm(x, {x.size(-1)}, norm->weight, norm->bias, kGptNormEpsilon);
}

Tensor gptDense(const Tensor& x, const GptWeights& layer) {
    std::vector<int64_t> shape = x.sizes().vec();
    shape.back() = layer->weight.size(1);
    return at::addmm(layer->bias, x.reshape({-1, x.size(-1)}), layer->weight).view(shape);
}

Tensor gptDropped(const Tensor& x, double dropout) {
    return dropout > 0 ? at::dropout(x, dropout, /*train=*/true) : x;
}

GptWeights denseWeights(int64_t in, int64_t out) {
    return GptWeights(at::IntArrayRef{in, out}, out);
}

}  // namespace

GptWeightsImpl::GptWeightsImpl(at::IntArrayRef weightShape, int64_t biasSize)
    : weight(register_parameter("weight", torch::empty(weightShape))) {
    if (biasSize > 0) bias = register_parameter("bias", torch::empty({biasSize}));
}

GptBlockImpl::GptBlockImpl(const GptShape& shape) : m_heads(shape.heads) {
    const int64_t width = shape.width;
    const auto part = [this](const char* name) {
        return register_module(name, std::make_shared<torch::nn::Module>());
    };
    firstNorm = register_module("ln_1", GptWeights(at::IntArrayRef{width}, width));
    const auto attention = part("attn");
    attend = attention->register_module("c_attn", denseWeights(width, 3 * width));
    attended = attention->register_module("c_proj", denseWeights(width, width));
    secondNorm = register_module("ln_2", GptWeights(at::IntArrayRef{width}, width));
    const auto dense = part("mlp");
    widen = dense->register_module("c_fc", denseWeights(width, 4 * width));
    narrow = dense->register_module("c_proj", denseWeights(4 * width, width));
}

Tensor GptBlockImpl::attentionOf(const Tensor& x, size_t layer, const Attention& attention) const {
    const int64_t count = x.size(0), length = x.size(1), width = x.size(2);
    const Tensor parts = gptDense(x, attend)
                             .view({count, length, 3, m_heads, width / m_heads})
                             .permute({2, 0, 3, 1, 4});  // [3, N, heads, T, head size]
    const Tensor mixed = attention(layer, parts[0], parts[1], parts[2]);
    return gptDense(mixed.transpose(1, 2).reshape({count, length, width}), attended);
}

Tensor GptBlockImpl::forward(const Tensor& x, size_t layer, const Attention& attention, double dropout) {
    const Tensor sum = x + gptDropped(attentionOf(gptNormed(x, firstNorm), layer, attention), dropout);
    const Tensor wide = at::gelu(gptDense(gptNormed(sum, secondNorm), widen), "tanh");
    return sum + gptDropped(gptDense(wide, narrow), dropout);
}

GptNetworkImpl::GptNetworkImpl(const GptShape& shape) {
    tokenTable = register_module("wte", GptWeights(at::IntArrayRef{shape.vocabulary, shape.width}));
    positionTable = register_module("wpe", GptWeights(at::IntArrayRef{shape.context, shape.width}));
    const auto layers = register_module("h", std::make_shared<torch::nn::Module>());
    for (int64_t i = 0; i < shape.layers; ++i)
        blocks.push_back(layers->register_module(std::to_string(i), GptBlock(shape)));
    lastNorm = register_module("ln_f", GptWeights(at::IntArrayRef{shape.width}, shape.width));
}

Tensor GptNetworkImpl::hidden(const Tensor& tokens, int64_t firstPosition, const Attention& attention,
                              double dropout) {
    const Tensor positions = positionTable->weight.slice(0, firstPosition, firstPosition + tokens.size(1));
    Tensor x = gptDropped(at::embedding(tokenTable->weight, tokens) + positions, dropout);
    for (size_t i = 0; i < blocks.size(); ++i) x = blocks[i]->forward(x, i, attention, dropout);
    return gptNormed(x, lastNorm);
}

Tensor GptNetworkImpl::head(const Tensor& hidden) const {
    return at::matmul(hidden, tokenTable->weight.t());
}

Tensor GptNetworkImpl::forward(const Tensor& tokens, double dropout) {
    const Attention attention = [dropout](size_t, const Tensor& queries, const Tensor& keys,
                                          const Tensor& values) {
        return at::scaled_dot_product_attention(queries, keys, values, {}, dropout, /*is_causal=*/true);
    };
    return head(hidden(tokens, 0, attention, dropout));
}

void drawGptWeights(GptNetworkImpl& network, at::Generator& generator) {
    constexpr double kDeviation = 0.02;
    const torch::NoGradGuard noGradients;
    const double residual = kDeviation / std::sqrt(2.0 * static_cast<double>(network.blocks.size()));
    for (const auto& parameter : network.named_parameters()) {
        torch::Tensor weights = parameter.value();
        if (weights.dim() < 2) {
            weights.fill_(parameter.key().ends_with("weight") ? 1 : 0);
        } else {
            const bool leadsBack = parameter.key().ends_with("c_proj.weight");
            weights.normal_(0, leadsBack ? residual : kDeviation, generator);
        }
    }
}

}  // namespace limner::models
