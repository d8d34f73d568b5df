// A matrix that many products with a few rows each have in common.
#pragma once

#include "core/internal/torch.h"

namespace limner::models {

/// Laid out once as MKL's product reads it, which otherwise does so for each of them anew; where LibTorch
/// comes without MKL it stays as it is.
class PackedMatrix {
public:
    /// @param matrix  float32 [K, N] on the processor, without gaps, or the transpose of such a one
    /// @param rows    of each product
    PackedMatrix(const torch::Tensor& matrix, int64_t rows);
    /// out = x · matrix
    /// @param x, out  [rows, K] and [rows, N]
    void product(const float* x, float* out) const;

private:
    torch::Tensor m_matrix;
    int64_t m_rows;
    torch::Tensor m_packed;  ///< undefined without MKL
};

}  // namespace limner::models
