// Products of a matrix and one row, which reading a text token by token is made of: every weight is read
// once, in the order in which it lies in memory.
#pragma once

#include <cstdint>
#include <functional>

namespace limner::models {

/// out[j] = Σ x[i] · weight[i, j], on this thread.
/// @param weight  [rows, columns], rows one after the other
void sumOfRows(const float* weight, const float* x, int64_t rows, int64_t columns, float* out);

/// out[i] = Σ weight[i, j] · x[j], on this thread. Every sum has the same order, whichever rows are asked for
/// together.
void rowDots(const float* weight, const float* x, int64_t rows, int64_t columns, float* out);

/// Calls `work` with parts of 0 … count, on all threads if there is enough to do.
/// @param workOfOne  multiplications, about
void onAllThreads(int64_t count, int64_t workOfOne, const std::function<void(int64_t, int64_t)>& work);

/// Memory that sumOfRowsOnAllThreads needs, in floats, for matrices of at most so many columns.
int64_t sumMemory(int64_t columns);
/// sumOfRows on all threads, the same sums whatever their number.
/// @param bias  added to each; [columns]
void sumOfRowsOnAllThreads(const float* weight, const float* bias, const float* x, int64_t rows,
                           int64_t columns, float* memory, float* out);

/// rowDots on all threads.
/// @param bias  added to each, [rows]; may be null
void rowDotsOnAllThreads(const float* weight, const float* bias, const float* x, int64_t rows,
                         int64_t columns, float* out);

}  // namespace limner::models
