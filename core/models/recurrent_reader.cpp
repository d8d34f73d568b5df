#include "recurrent_reader.h"

#include <utility>

namespace limner::models {

RecurrentReader::RecurrentReader(RecurrentNetwork network, std::shared_ptr<FirstLayerRows> known)
    : m_network(std::move(network)), m_state(m_network->beginning(1)) {
    if (!RecurrentRow::canRead(*m_network)) return;
    m_row.emplace(m_network, known == nullptr ? std::make_shared<FirstLayerRows>() : std::move(known));
}

torch::Tensor RecurrentReader::outputs(const torch::Tensor& tokens) {
    m_length += tokens.numel();
    const torch::Tensor row = tokens.to(m_network->tokenTable.device()).view({1, -1});
    const torch::Tensor outputs = m_network->outputs(row, m_state, /*dropout=*/0)[0];
    m_state.hidden = m_state.hidden.contiguous();
    if (m_state.cell.defined()) m_state.cell = m_state.cell.contiguous();
    return outputs;
}

torch::Tensor RecurrentReader::read(const torch::Tensor& tokens) {
    const torch::NoGradGuard noGradients;
    return m_network->head(outputs(tokens));
}

torch::Tensor RecurrentReader::readLast(const torch::Tensor& tokens) {
    const torch::NoGradGuard noGradients;
    if (!m_row || tokens.numel() > 1) return m_network->head(outputs(tokens)[-1]);
    ++m_length;
    return m_row->head(m_row->outputs(tokens.item<int64_t>(), m_state));
}

std::unique_ptr<Reader> RecurrentReader::fork() const {
    auto other = std::make_unique<RecurrentReader>(m_network, m_row ? m_row->known() : nullptr);
    other->m_state.hidden.copy_(m_state.hidden);
    if (m_state.cell.defined()) other->m_state.cell.copy_(m_state.cell);
    other->m_length = m_length;
    return other;
}

}  // namespace limner::models
