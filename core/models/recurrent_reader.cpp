#include "recurrent_reader.h"

#include <utility>

namespace limner::models {

RecurrentReader::RecurrentReader(RecurrentNetwork network)
    : m_network(std::move(network)), m_state(m_network->beginning(1)) {}

torch::Tensor RecurrentReader::outputs(const torch::Tensor& tokens) {
    m_length += tokens.numel();
    const torch::Tensor row = tokens.to(m_network->tokenTable.device()).view({1, -1});
    return m_network->outputs(row, m_state, /*dropout=*/0)[0];
}

torch::Tensor RecurrentReader::read(const torch::Tensor& tokens) {
    const torch::NoGradGuard noGradients;
    return m_network->head(outputs(tokens));
}

torch::Tensor RecurrentReader::readLast(const torch::Tensor& tokens) {
    const torch::NoGradGuard noGradients;
    return m_network->head(outputs(tokens)[-1]);
}

std::unique_ptr<Reader> RecurrentReader::fork() const {
    auto other = std::make_unique<RecurrentReader>(m_network);
    other->m_state = m_state;  // never written in place
    other->m_length = m_length;
    return other;
}

}  // namespace limner::models
