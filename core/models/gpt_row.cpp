#include "gpt_row.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "row_functions.h"
#include "row_product.h"

namespace limner::models {
namespace {

std::vector<float> floats(int64_t count) {
    return std::vector<float>(static_cast<size_t>(count));
}

const float* rowAt(const GptWeights& table, int64_t row) {
    return table->weight.const_data_ptr<float>() + row * table->weight.size(1);
}

void normInto(const std::vector<float>& x, const GptWeights& norm, std::vector<float>& out) {
    normRow(x.data(), norm->weight.const_data_ptr<float>(), norm->bias.const_data_ptr<float>(),
            static_cast<int64_t>(x.size()), kGptNormEpsilon, out.data());
}

}  // namespace

bool GptRow::canRead(const GptNetworkImpl& network) {
    return std::ranges::all_of(network.parameters(), [](const torch::Tensor& weights) {
        return weights.is_cpu() && weights.scalar_type() == torch::kFloat32 && weights.is_contiguous();
    });
}

GptBytes::GptBytes(const GptNetworkImpl& network) : head(roundedToBytes(network.tokenTable->weight)) {
    for (const GptBlock& block : network.blocks) {
        const auto rounded = [](const GptWeights& layer) { return roundedToBytes(layer->weight.t()); };
        layers.push_back({rounded(block->attend), rounded(block->attended), rounded(block->widen),
                          rounded(block->narrow)});
    }
}

GptRow::GptRow(GptNetwork network, const GptShape& shape, std::shared_ptr<const GptBytes> bytes)
    : m_network(std::move(network)),
      m_shape(shape),
      m_bytes(std::move(bytes)),
      m_sum(floats(shape.width)),
      m_normed(floats(shape.width)),
      m_added(floats(shape.width)),
      m_wide(floats(4 * shape.width)),
      m_scores(floats(shape.heads * shape.context)),
      m_memory(floats(sumMemory(4 * shape.width))) {}

void GptRow::product(size_t layer, Part part, const float* x, float* out) {
    const GptBlock& block = m_network->blocks[layer];
    const std::array matrices{&block->attend, &block->attended, &block->widen, &block->narrow};
    const GptWeights& matrix = *matrices[part];
    const float* bias = matrix->bias.const_data_ptr<float>();
    if (m_bytes != nullptr) return byteDots(m_bytes->layers[layer][part], bias, x, out);
    sumOfRowsOnAllThreads(matrix->weight.const_data_ptr<float>(), bias, x, matrix->weight.size(0),
                          matrix->weight.size(1), m_memory.data(), out);
}

/// From m_normed to m_added.
void GptRow::attend(size_t layer, int64_t position, const GptMemory& memory) {
    product(layer, Attend, m_normed.data(), m_wide.data());
    const int64_t size = m_shape.headSize(), seen = position + 1;
    const float scale = 1 / std::sqrt(static_cast<float>(size));
    onAllThreads(m_shape.heads, 2 * seen * size, [&](int64_t first, int64_t last) {
        for (int64_t head = first; head < last; ++head) {
            const float* query = m_wide.data() + head * size;
            float *ownKeys = memory.keys + head * memory.capacity * size,
                  *ownValues = memory.values + head * memory.capacity * size,
                  *scores = m_scores.data() + head * m_shape.context;
            std::copy_n(query + m_shape.width, size, ownKeys + position * size);
            std::copy_n(query + 2 * m_shape.width, size, ownValues + position * size);
            rowDots(ownKeys, query, seen, size, scores);
            softmaxRow(scores, seen, scale);
            sumOfRows(ownValues, scores, seen, size, m_normed.data() + head * size);
        }
    });
    product(layer, Attended, m_normed.data(), m_added.data());
}

const float* GptRow::hidden(int64_t token, int64_t position, GptMemory memory) {
    const int64_t width = m_shape.width, ofLayer = memory.capacity * m_shape.width;
    std::copy_n(rowAt(m_network->tokenTable, token), width, m_sum.data());
    addRow(rowAt(m_network->positionTable, position), width, m_sum.data());
    for (size_t layer = 0; layer < m_network->blocks.size(); ++layer) {
        const GptBlock& block = m_network->blocks[layer];
        normInto(m_sum, block->firstNorm, m_normed);
        attend(layer, position, memory);
        addRow(m_added.data(), width, m_sum.data());
        normInto(m_sum, block->secondNorm, m_normed);
        product(layer, Widen, m_normed.data(), m_wide.data());
        geluRow(m_wide.data(), 4 * width);
        product(layer, Narrow, m_wide.data(), m_added.data());
        addRow(m_added.data(), width, m_sum.data());
        memory.keys += ofLayer;
        memory.values += ofLayer;
    }
    normInto(m_sum, m_network->lastNorm, m_normed);
    return m_normed.data();
}

torch::Tensor GptRow::head(const float* hidden) const {
    const torch::Tensor logits = torch::empty({m_shape.vocabulary});
    if (m_bytes != nullptr) {
        byteDots(m_bytes->head, nullptr, hidden, logits.data_ptr<float>());
        return logits;
    }
    rowDotsOnAllThreads(m_network->tokenTable->weight.const_data_ptr<float>(), nullptr, hidden,
                        m_shape.vocabulary, m_shape.width, logits.data_ptr<float>());
    return logits;
}

}  // namespace limner::models
