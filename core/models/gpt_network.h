// The network of a GPT: a decoder-only Transformer as GPT-2 has it (Radford et al. 2019): norms before each
// part, learned positions, GELU in its tanh form, and a head that shares the weights of the token table.
#pragma once

#include "core/internal/torch.h"

#include <torch/nn/pimpl.h>

#include <functional>
#include <vector>

#include "core/internal/gpt_weights.h"

namespace limner::models {

/// "weight" and, where it has one, "bias": of a table, a norm, or a dense layer. The weight of a dense layer
/// stands as [in, out], as in OpenAI's files.
struct GptWeightsImpl : torch::nn::Module {
    /// @param biasSize  0: none
    explicit GptWeightsImpl(at::IntArrayRef weightShape, int64_t biasSize = 0);
    torch::Tensor weight, bias;
};
TORCH_MODULE(GptWeights);

/// What attention takes and gives: queries, keys and values of `layer`, each [N, heads, T, head size] →
/// [N, heads, T, head size].
using Attention = std::function<torch::Tensor(size_t layer, const torch::Tensor& queries,
                                              const torch::Tensor& keys, const torch::Tensor& values)>;

/// One of the layers, "h.0": attention and a dense part, each added to what comes in.
struct GptBlockImpl : torch::nn::Module {
    explicit GptBlockImpl(const GptShape& shape);
    /// @param x  [N, T, width], and so is what it gives
    torch::Tensor forward(const torch::Tensor& x, size_t layer, const Attention& attention, double dropout);

    GptWeights firstNorm = nullptr, attend = nullptr, attended = nullptr;  ///< ln_1, attn.c_attn, attn.c_proj
    GptWeights secondNorm = nullptr, widen = nullptr, narrow = nullptr;    ///< ln_2, mlp.c_fc, mlp.c_proj

private:
    torch::Tensor attentionOf(const torch::Tensor& x, size_t layer, const Attention& attention) const;
    int64_t m_heads;
};
TORCH_MODULE(GptBlock);

/// Its weights are not set before drawGptWeights. Parameter names are those of Hugging Face's GPT2LMHeadModel
/// behind "transformer.".
struct GptNetworkImpl : torch::nn::Module {
    explicit GptNetworkImpl(const GptShape& shape);
    /// Every token looks at itself and those before it.
    /// @param tokens   int64 [N, T], T at most the context
    /// @param dropout  0: none, as in eval mode
    /// @return logits of what may follow each, [N, T, vocabulary]
    torch::Tensor forward(const torch::Tensor& tokens, double dropout);

    /// The same up to the head: [N, T, width], behind the last norm.
    /// @param firstPosition  of the first token, from 0
    torch::Tensor hidden(const torch::Tensor& tokens, int64_t firstPosition, const Attention& attention,
                         double dropout);
    /// […, width] → [… , vocabulary]
    torch::Tensor head(const torch::Tensor& hidden) const;

    GptWeights tokenTable = nullptr, positionTable = nullptr, lastNorm = nullptr;  ///< wte, wpe, ln_f
    std::vector<GptBlock> blocks;
};
TORCH_MODULE(GptNetwork);

inline constexpr double kGptNormEpsilon = 1e-5;

/// Weights from N(0, 0.02), those that lead back into the sum of the layers divided by √(2 · layers), biases
/// 0, norms 1: section 2.3 of the paper, as Hugging Face does it.
void drawGptWeights(GptNetworkImpl& network, at::Generator& generator);

}  // namespace limner::models
