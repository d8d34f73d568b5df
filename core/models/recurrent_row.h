// One token through a recurrent network on the processor. What the first layer makes of a token depends on
// the token alone, so it is computed once for each.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "recurrent_network.h"

namespace limner::models {

/// What the first layer makes of tokens: W x + b, [gates · hidden].
using FirstLayerRows = std::map<int64_t, std::vector<float>>;

class RecurrentRow {
public:
    /// Whether the network's weights lie as this reads them: float32, on the processor, without gaps.
    static bool canRead(const RecurrentNetworkImpl& network);

    /// @param known  shared by readers of the same weights on one thread
    RecurrentRow(RecurrentNetwork network, std::shared_ptr<FirstLayerRows> known);
    /// Takes up one token. @param state  of one row; in place. @return what the last layer gives, [hidden]
    const float* outputs(int64_t token, RecurrentState& state);
    /// [hidden] → logits [vocabulary]
    torch::Tensor head(const float* outputs) const;
    const std::shared_ptr<FirstLayerRows>& known() const { return m_known; }

private:
    const float* firstLayer(int64_t token);
    /// @param fromInput  of the first layer, [gates · hidden]; null: from `input`
    void layer(const RecurrentLayer& layer, const float* fromInput, const float* input, float* hidden,
               float* cell);

    RecurrentNetwork m_network;
    int64_t m_units, m_gates;
    std::shared_ptr<FirstLayerRows> m_known;
    std::vector<float> m_after;  // [hidden]
};

}  // namespace limner::models
