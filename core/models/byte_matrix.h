// A matrix whose weights are rounded to 8 bits, for reading token by token, which waits for memory: a quarter
// of it has to come.
#pragma once

#include "core/internal/torch.h"

#include <vector>

namespace limner::models {

/// weight ≈ scale · whole number, with one scale for each row. What is multiplied with it is rounded too
/// where the processor multiplies bytes (AVX-512 VNNI), in blocks of 64 with a scale each, so that single
/// large activations, which GPT-2 has (Dettmers et al. 2022), cost those beside them only; else it stays
/// float32.
struct ByteMatrix {
    torch::Tensor weight;       ///< int8 [rows, columns], -127 to 127
    std::vector<float> scales;  ///< [rows]
};

/// @param weight  float32 [rows, columns], on the processor
ByteMatrix roundedToBytes(const torch::Tensor& weight);

/// out[i] = Σ weight[i, j] · x[j] + bias[i], on all threads.
/// @param bias  may be null
void byteDots(const ByteMatrix& matrix, const float* bias, const float* x, float* out);

}  // namespace limner::models
