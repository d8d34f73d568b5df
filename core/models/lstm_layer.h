// One LSTM layer over time, as one node of the autograd graph.
#pragma once

#include "core/internal/torch.h"

namespace limner::models {

struct LstmRun {
    torch::Tensor outputs;   ///< [T, N, hidden]
    torch::Tensor lastCell;  ///< [N, hidden], without gradient
};

/// The numbers of nn.LSTM (Hochreiter & Schmidhuber 1997, with forget gates) up to rounding, on the
/// processor. The products with the hidden weights are computed step by step, everything else for all steps
/// at once. Not twice differentiable; no gradient flows into the state before.
/// @param fromInput     [T, N, 4 · hidden]: what the input adds to the gates i, f, g, o, biases included
/// @param hiddenWeight  [4 · hidden, hidden]
/// @param hidden, cell  before the first step, [N, hidden]
LstmRun lstmLayer(const torch::Tensor& fromInput, const torch::Tensor& hiddenWeight,
                  const torch::Tensor& hidden, const torch::Tensor& cell);

}  // namespace limner::models
