// What language models do to one row of numbers beside products. All on this thread.
#pragma once

#include <cstdint>

namespace limner::models {

/// (x - mean) / √(variance + epsilon) · weight + bias
void normRow(const float* x, const float* weight, const float* bias, int64_t count, double epsilon,
             float* out);
/// GELU in its tanh form (Hendrycks & Gimpel 2016), in place.
void geluRow(float* x, int64_t count);
/// softmax(scale · x), in place.
void softmaxRow(float* x, int64_t count, float scale);
/// to += from
void addRow(const float* from, int64_t count, float* to);

/// What a recurrent layer does for some of its hidden units.
struct CellRow {
    /// Of the input and of the former hidden state, biases included: each gate's numbers for these units
    /// follow those of the gate before.
    const float *fromInput, *fromHidden;
    int64_t units;
    const float* before;  ///< hidden state
    float* cell;          ///< of an LSTM only; in place
    float* after;         ///< hidden state
};
/// h = tanh(x + h)
void rnnRow(const CellRow& row);
/// As nn.GRU: r, z, n; h = (1 - z) · n + z · h with n = tanh(x + r · h)
void gruRow(const CellRow& row);
/// As nn.LSTM: i, f, g, o; c = f · c + i · g, h = o · tanh(c)
void lstmRow(const CellRow& row);

}  // namespace limner::models
