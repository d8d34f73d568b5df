#include "row_product.h"

#include <ATen/Parallel.h>

#include <algorithm>

#include "core/internal/vector_code.h"

namespace limner::models {
namespace {

constexpr int64_t kLanes = 8;
/// Eight numbers that may lie anywhere.
using Lanes = float __attribute__((vector_size(4 * kLanes), aligned(4), may_alias));

/// Threads wait for each other at the end: less than this is done sooner by one alone.
constexpr int64_t kWorkOfAThread = 32'768;
/// Into how many sums a product is divided, so that they do not depend on the number of threads.
constexpr int64_t kSums = 8;

LIMNER_VECTOR_CODE void addFourRows(const float* a, int64_t columns, const float* x, float* __restrict out) {
    const float *b = a + columns, *c = b + columns, *d = c + columns;
    const float xa = x[0], xb = x[1], xc = x[2], xd = x[3];
    for (int64_t j = 0; j < columns; ++j) out[j] += (xa * a[j] + xb * b[j]) + (xc * c[j] + xd * d[j]);
}

LIMNER_VECTOR_CODE void addOneRow(const float* row, int64_t columns, float x, float* __restrict out) {
    for (int64_t j = 0; j < columns; ++j) out[j] += x * row[j];
}

LIMNER_VECTOR_CODE void addInto(const float* from, int64_t count, float* __restrict to) {
    for (int64_t i = 0; i < count; ++i) to[i] += from[i];
}

/// Four chains of sums, since one would wait for itself.
LIMNER_VECTOR_CODE float dotOf(const float* a, const float* b, int64_t count) {
    Lanes chains[4] = {};
    int64_t i = 0;
    for (; i + 4 * kLanes <= count; i += 4 * kLanes) {
        for (int64_t k = 0; k < 4; ++k) {
            chains[k] += *reinterpret_cast<const Lanes*>(a + i + k * kLanes) *
                         *reinterpret_cast<const Lanes*>(b + i + k * kLanes);
        }
    }
    const Lanes lanes = (chains[0] + chains[1]) + (chains[2] + chains[3]);
    float sum = 0;
    for (int64_t k = 0; k < kLanes; ++k) sum += lanes[k];
    for (; i < count; ++i) sum += a[i] * b[i];
    return sum;
}

int64_t sumsOf(int64_t rows) {
    return std::clamp<int64_t>(rows / 16, 1, kSums);
}

}  // namespace

void sumOfRows(const float* weight, const float* x, int64_t rows, int64_t columns, float* out) {
    std::fill_n(out, columns, 0.0F);
    int64_t i = 0;
    for (; i + 4 <= rows; i += 4) addFourRows(weight + i * columns, columns, x + i, out);
    for (; i < rows; ++i) addOneRow(weight + i * columns, columns, x[i], out);
}

void rowDots(const float* weight, const float* x, int64_t rows, int64_t columns, float* out) {
    for (int64_t i = 0; i < rows; ++i) out[i] = dotOf(weight + i * columns, x, columns);
}

void onAllThreads(int64_t count, int64_t workOfOne, const std::function<void(int64_t, int64_t)>& work) {
    const int64_t atOnce = std::max<int64_t>(1, kWorkOfAThread / std::max<int64_t>(1, workOfOne));
    at::parallel_for(0, count, atOnce, work);
}

int64_t sumMemory(int64_t columns) {
    return kSums * columns;
}

void sumOfRowsOnAllThreads(const float* weight, const float* bias, const float* x, int64_t rows,
                           int64_t columns, float* memory, float* out) {
    const int64_t sums = sumsOf(rows), rowsOfOne = (rows + sums - 1) / sums;
    onAllThreads(sums, rowsOfOne * columns, [&](int64_t first, int64_t last) {
        for (int64_t i = first; i < last; ++i) {
            const int64_t begin = i * rowsOfOne, end = std::min(rows, begin + rowsOfOne);
            sumOfRows(weight + begin * columns, x + begin, std::max<int64_t>(0, end - begin), columns,
                      memory + i * columns);
        }
    });
    std::copy_n(bias, columns, out);
    for (int64_t i = 0; i < sums; ++i) addInto(memory + i * columns, columns, out);
}

void rowDotsOnAllThreads(const float* weight, const float* bias, const float* x, int64_t rows,
                         int64_t columns, float* out) {
    constexpr int64_t kRows = 64;  // of one part
    onAllThreads((rows + kRows - 1) / kRows, kRows * columns, [&](int64_t first, int64_t last) {
        const int64_t begin = first * kRows, end = std::min(rows, last * kRows);
        rowDots(weight + begin * columns, x, end - begin, columns, out + begin);
        if (bias != nullptr) addInto(bias + begin, end - begin, out + begin);
    });
}

}  // namespace limner::models
