// One token through a GPT on the processor: no graph, no copies, and every weight is read once.
#pragma once

#include <vector>

#include "gpt_network.h"

namespace limner::models {

class GptRow {
public:
    /// Whether the network's weights lie as this reads them: float32, on the processor, without gaps.
    static bool canRead(const GptNetworkImpl& network);

    GptRow(GptNetwork network, const GptShape& shape);
    /// Takes up one token behind `position` others.
    /// @param keys, values  of all layers, [layers, heads, context, head size]; those of the token are
    /// written
    /// @return what the last norm gives, [width]; until the next call
    const float* hidden(int64_t token, int64_t position, float* keys, float* values);
    /// [width] → logits [vocabulary]
    torch::Tensor head(const float* hidden) const;

private:
    void attend(const GptBlockImpl& block, int64_t position, float* keys, float* values);
    void product(const GptWeights& layer, const float* x, float* out);

    GptNetwork m_network;
    GptShape m_shape;
    std::vector<float> m_sum;     // what the layers add to, [width]
    std::vector<float> m_normed;  // [width]
    std::vector<float> m_added;   // what a part of a layer adds, [width]
    std::vector<float> m_wide;    // queries, keys and values, or the dense part, [4 · width]
    std::vector<float> m_scores;  // [heads, context]
    std::vector<float> m_memory;  // of products
};

}  // namespace limner::models
