// One token through a GPT on the processor: no graph, no copies, and every weight is read once.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "byte_matrix.h"
#include "gpt_network.h"

namespace limner::models {

/// All matrices of a GPT, rounded to 8 bits as they are now.
struct GptBytes {
    explicit GptBytes(const GptNetworkImpl& network);
    /// Of each layer: attend, attended, widen, narrow.
    std::vector<std::array<ByteMatrix, 4>> layers;
    ByteMatrix head;
};

/// Where the keys and values of a text stand, [layers, heads, capacity, head size] each.
struct GptMemory {
    float *keys, *values;
    int64_t capacity;
};

class GptRow {
public:
    /// Whether the network's weights lie as this reads them: float32, on the processor, without gaps.
    static bool canRead(const GptNetworkImpl& network);

    /// @param bytes  of the same network, read instead of its own weights; null: those
    GptRow(GptNetwork network, const GptShape& shape, std::shared_ptr<const GptBytes> bytes);
    /// Takes up one token behind `position` others, whose keys and values are in `memory`; its own are
    /// written there. @return what the last norm gives, [width]; until the next call
    const float* hidden(int64_t token, int64_t position, GptMemory memory);
    /// [width] → logits [vocabulary]
    torch::Tensor head(const float* hidden) const;

private:
    /// The places of a layer's matrices in GptBytes.
    enum Part : size_t { Attend, Attended, Widen, Narrow };
    /// @param memory  of this layer
    void attend(size_t layer, int64_t position, const GptMemory& memory);
    void product(size_t layer, Part part, const float* x, float* out);

    GptNetwork m_network;
    GptShape m_shape;
    std::shared_ptr<const GptBytes> m_bytes;
    std::vector<float> m_sum;     // what the layers add to, [width]
    std::vector<float> m_normed;  // [width]
    std::vector<float> m_added;   // what a part of a layer adds, [width]
    std::vector<float> m_wide;    // queries, keys and values, or the dense part, [4 · width]
    std::vector<float> m_scores;  // [heads, context]
    std::vector<float> m_memory;  // of products
};

}  // namespace limner::models
