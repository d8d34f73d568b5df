// A recurrent language model that reads one text.
#pragma once

#include <memory>
#include <optional>

#include "core/internal/language_model.h"
#include "recurrent_network.h"
#include "recurrent_row.h"

namespace limner::models {

class RecurrentReader final : public Reader {
public:
    /// @param known  of another reader of the same weights; null: none
    explicit RecurrentReader(RecurrentNetwork network, std::shared_ptr<FirstLayerRows> known = nullptr);

    torch::Tensor read(const torch::Tensor& tokens) override;
    torch::Tensor readLast(const torch::Tensor& tokens) override;
    int64_t length() const override { return m_length; }
    bool rewind(int64_t length) override { return length == m_length; }
    std::unique_ptr<Reader> fork() const override;

private:
    /// What the last layer gives, [T, hidden size].
    torch::Tensor outputs(const torch::Tensor& tokens);

    RecurrentNetwork m_network;
    RecurrentState m_state;
    std::optional<RecurrentRow> m_row;  // on the processor
    int64_t m_length = 0;
};

}  // namespace limner::models
