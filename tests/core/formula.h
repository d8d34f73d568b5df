// Numbers that C++ and Python make alike, bit for bit: the same as tests/reference/formula.py.
#pragma once

#include "core/internal/torch.h"

namespace limner::test {

/// float32 in [-1, 1): a 32-bit integer hash of the stream and the index of each element.
torch::Tensor hashed(uint64_t stream, at::IntArrayRef shape);

/// Weights in ±1/√fanIn, scales of batch norm in 1 ± 0.1, biases in ±0.1. The stream of a parameter is its
/// index among those of all networks, which begins at `firstStream` for this one.
/// @return the first stream of the next network
uint64_t fillParameters(torch::nn::Module& network, uint64_t firstStream);

/// [count, size], mean 0, variance 1.
torch::Tensor latents(int64_t step, int64_t count, int64_t size);

/// In [-1, 1) or [0, 1).
torch::Tensor pictures(int64_t step, at::IntArrayRef shape, bool isSigned);

}  // namespace limner::test
