#include "packed_matrix.h"

/// Of MKL, which is part of LibTorch and exported by it.
extern "C" {
[[gnu::weak]] size_t cblas_sgemm_pack_get_size(int matrix, int rows, int columns, int inner);
[[gnu::weak]] void cblas_sgemm_pack(int layout, int matrix, int transposed, int rows, int columns, int inner,
                                    float factor, const float* from, int step, float* to);
[[gnu::weak]] void cblas_sgemm_compute(int layout, int a, int b, int rows, int columns, int inner,
                                       const float* x, int stepOfX, const float* packed, int stepOfPacked,
                                       float keep, float* out, int stepOfOut);
}

namespace limner::models {
namespace {

/// As mkl_cblas.h numbers them.
enum : int { kRowMajor = 101, kAsItIs = 111, kTransposed = 112, kPacked = 151, kSecondMatrix = 162 };

bool hasPackedProducts() {
    return cblas_sgemm_pack_get_size != nullptr && cblas_sgemm_pack != nullptr &&
           cblas_sgemm_compute != nullptr;
}

}  // namespace

PackedMatrix::PackedMatrix(const torch::Tensor& matrix, int64_t rows) : m_matrix(matrix), m_rows(rows) {
    if (!hasPackedProducts()) return;
    const auto count = static_cast<int>(rows), inner = static_cast<int>(matrix.size(0)),
               columns = static_cast<int>(matrix.size(1));
    const bool isTransposed = matrix.stride(1) != 1;
    const size_t bytes = cblas_sgemm_pack_get_size(kSecondMatrix, count, columns, inner);
    m_packed = torch::empty({static_cast<int64_t>((bytes + sizeof(float) - 1) / sizeof(float))});
    cblas_sgemm_pack(kRowMajor, kSecondMatrix, isTransposed ? kTransposed : kAsItIs, count, columns, inner, 1,
                     matrix.const_data_ptr<float>(), isTransposed ? inner : columns,
                     m_packed.data_ptr<float>());
}

void PackedMatrix::product(const float* x, float* out) const {
    const int64_t inner = m_matrix.size(0), columns = m_matrix.size(1);
    if (!m_packed.defined()) {
        torch::Tensor sums = torch::from_blob(out, {m_rows, columns});
        at::mm_out(sums, torch::from_blob(const_cast<float*>(x), {m_rows, inner}), m_matrix);
        return;
    }
    const auto depth = static_cast<int>(inner), width = static_cast<int>(columns);
    cblas_sgemm_compute(kRowMajor, kAsItIs, kPacked, static_cast<int>(m_rows), width, depth, x, depth,
                        m_packed.const_data_ptr<float>(), width, 0, out, width);
}

}  // namespace limner::models
