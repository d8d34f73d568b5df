#include "row_functions.h"

#include <algorithm>
#include <cmath>

#include "core/internal/vector_code.h"
#include "vector_exp.h"

namespace limner::models {
namespace {

LIMNER_VECTOR_CODE void normalised(const float* x, const float* weight, const float* bias, int64_t count,
                                   float mean, float factor, float* __restrict out) {
    for (int64_t i = 0; i < count; ++i) out[i] = (x[i] - mean) * factor * weight[i] + bias[i];
}

LIMNER_VECTOR_CODE void exponentials(float* __restrict x, int64_t count, float scale, float largest) {
    for (int64_t i = 0; i < count; ++i) x[i] = vectorExp((x[i] - largest) * scale);
}

LIMNER_VECTOR_CODE void multiplied(float* __restrict x, int64_t count, float factor) {
    for (int64_t i = 0; i < count; ++i) x[i] *= factor;
}

LIMNER_VECTOR_CODE void gelu(float* __restrict x, int64_t count) {
    constexpr float kSlope = 1.5957691216057308F;  // 2 √(2 / π): the tanh is written as a sigmoid
    for (int64_t i = 0; i < count; ++i)
        x[i] *= vectorSigmoid(kSlope * (x[i] + 0.044715F * x[i] * x[i] * x[i]));
}

LIMNER_VECTOR_CODE void lstmUnits(const float* a, const float* b, int64_t units, float* __restrict cell,
                                  float* __restrict after) {
    for (int64_t j = 0; j < units; ++j) {
        const float input = vectorSigmoid(a[j] + b[j]);
        const float forget = vectorSigmoid(a[units + j] + b[units + j]);
        const float fresh = vectorTanh(a[2 * units + j] + b[2 * units + j]);
        const float output = vectorSigmoid(a[3 * units + j] + b[3 * units + j]);
        cell[j] = forget * cell[j] + input * fresh;
        after[j] = output * vectorTanh(cell[j]);
    }
}

LIMNER_VECTOR_CODE void gruUnits(const float* a, const float* b, int64_t units, const float* before,
                                 float* __restrict after) {
    for (int64_t j = 0; j < units; ++j) {
        const float reset = vectorSigmoid(a[j] + b[j]);
        const float keep = vectorSigmoid(a[units + j] + b[units + j]);
        const float fresh = vectorTanh(a[2 * units + j] + reset * b[2 * units + j]);
        after[j] = fresh + keep * (before[j] - fresh);
    }
}

LIMNER_VECTOR_CODE void rnnUnits(const float* a, const float* b, int64_t units, float* __restrict after) {
    for (int64_t j = 0; j < units; ++j) after[j] = vectorTanh(a[j] + b[j]);
}

LIMNER_VECTOR_CODE void added(const float* from, int64_t count, float* __restrict to) {
    for (int64_t i = 0; i < count; ++i) to[i] += from[i];
}

}  // namespace

void normRow(const float* x, const float* weight, const float* bias, int64_t count, double epsilon,
             float* out) {
    double sum = 0, squares = 0;
    for (int64_t i = 0; i < count; ++i) sum += static_cast<double>(x[i]);
    const double mean = sum / static_cast<double>(count);
    for (int64_t i = 0; i < count; ++i) {
        const double centred = static_cast<double>(x[i]) - mean;
        squares += centred * centred;
    }
    const double factor = 1 / std::sqrt(squares / static_cast<double>(count) + epsilon);
    normalised(x, weight, bias, count, static_cast<float>(mean), static_cast<float>(factor), out);
}

void geluRow(float* x, int64_t count) {
    gelu(x, count);
}

void softmaxRow(float* x, int64_t count, float scale) {
    exponentials(x, count, scale, *std::max_element(x, x + count));
    double sum = 0;
    for (int64_t i = 0; i < count; ++i) sum += static_cast<double>(x[i]);
    multiplied(x, count, static_cast<float>(1 / sum));
}

void addRow(const float* from, int64_t count, float* to) {
    added(from, count, to);
}

void rnnRow(const CellRow& row) {
    rnnUnits(row.fromInput, row.fromHidden, row.units, row.after);
}

void gruRow(const CellRow& row) {
    gruUnits(row.fromInput, row.fromHidden, row.units, row.before, row.after);
}

void lstmRow(const CellRow& row) {
    lstmUnits(row.fromInput, row.fromHidden, row.units, row.cell, row.after);
}

}  // namespace limner::models
