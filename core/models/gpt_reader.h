// A GPT that reads one text and keeps the keys and values of what it has read.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/internal/language_model.h"
#include "gpt_network.h"
#include "gpt_row.h"

namespace limner::models {

/// When the context is full and another token comes, it goes on as if the text had begun with the last half
/// of its context, which it reads again: positions are learned, so what was kept of it cannot be moved. This
/// depends on the tokens alone, not on how they were divided among the calls.
class GptReader final : public Reader {
public:
    /// @param bytes  where they are given, single tokens are read with them
    GptReader(GptNetwork network, const GptShape& shape, std::shared_ptr<const GptBytes> bytes = nullptr);

    torch::Tensor read(const torch::Tensor& tokens) override;
    torch::Tensor readLast(const torch::Tensor& tokens) override;
    int64_t length() const override { return static_cast<int64_t>(m_tokens.size()); }
    bool rewind(int64_t length) override;
    std::unique_ptr<Reader> fork() const override;

private:
    void forgetFirstHalf();
    /// Puts as many of the tokens from `first` on behind those read as there is room for, at least one.
    /// @return the first that had no room
    size_t take(const std::vector<int64_t>& tokens, size_t first);
    /// Makes room for the keys and values of all tokens. Memory grows with the text: most are short, and the
    /// system clears every page that is asked for.
    void makeRoom();
    /// Keys and values of all tokens that have none yet. @return what the last norm gives, [those, width]
    torch::Tensor catchUp();
    /// Whether only one has none, and m_row can read it.
    bool isOneBehind() const { return m_row && m_kept + 1 == length(); }

    GptNetwork m_network;
    GptShape m_shape;
    std::shared_ptr<const GptBytes> m_bytes;
    std::vector<int64_t> m_tokens;   // in the context, oldest first
    int64_t m_kept = 0;              // of those, how many have their keys and values in m_keys and m_values
    torch::Tensor m_keys, m_values;  // [layers, heads, capacity, head size], written in place
    std::optional<GptRow> m_row;     // on the processor
};

}  // namespace limner::models
