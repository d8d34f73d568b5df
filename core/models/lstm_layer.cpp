#include "lstm_layer.h"

#include <stdexcept>
#include <vector>

#include "core/internal/vector_code.h"
#include "packed_matrix.h"
#include "row_product.h"
#include "vector_exp.h"

namespace limner::models {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// One row of a batch.
/// @param gates  from what the hidden state adds to what they let through, in place
LIMNER_VECTOR_CODE void lstmForward(int64_t units, const float* fromInput, const float* before,
                                    float* __restrict gates, float* __restrict cell,
                                    float* __restrict output) {
    float *in = gates, *forget = gates + units, *fresh = gates + 2 * units, *out = gates + 3 * units;
    for (int64_t j = 0; j < units; ++j) {
        in[j] = vectorSigmoid(in[j] + fromInput[j]);
        forget[j] = vectorSigmoid(forget[j] + fromInput[units + j]);
        fresh[j] = vectorTanh(fresh[j] + fromInput[2 * units + j]);
        out[j] = vectorSigmoid(out[j] + fromInput[3 * units + j]);
        cell[j] = forget[j] * before[j] + in[j] * fresh[j];
        output[j] = out[j] * vectorTanh(cell[j]);
    }
}

/// What a backward step reads of one row.
struct LstmPast {
    const float *gates, *before, *cell;  ///< as lstmForward left them
    const float *ofOutput, *ofHidden;    ///< gradients from above and from the step after
};

/// @param ofCell   gradient, from the step after; in place, for the step before
/// @param ofGates  gradient before their functions, [4 · units]
LIMNER_VECTOR_CODE void lstmBackward(const LstmPast& past, int64_t units, float* __restrict ofCell,
                                     float* __restrict ofGates) {
    const float *in = past.gates, *forget = in + units, *fresh = in + 2 * units, *out = in + 3 * units;
    const float *before = past.before, *cell = past.cell, *above = past.ofOutput, *after = past.ofHidden;
    for (int64_t j = 0; j < units; ++j) {
        const float whole = above[j] + after[j], shown = vectorTanh(cell[j]);
        const float inner = ofCell[j] + whole * out[j] * (1 - shown * shown);
        ofGates[j] = inner * fresh[j] * in[j] * (1 - in[j]);
        ofGates[units + j] = inner * before[j] * forget[j] * (1 - forget[j]);
        ofGates[2 * units + j] = inner * in[j] * (1 - fresh[j] * fresh[j]);
        ofGates[3 * units + j] = whole * shown * out[j] * (1 - out[j]);
        ofCell[j] = inner * forget[j];
    }
}

/// Where each step of [T, N, …] begins.
struct Steps {
    explicit Steps(const Tensor& all) : first(all.data_ptr<float>()), step(all.stride(0)) {}
    float* first;
    int64_t step;
    float* at(int64_t t) const { return first + t * step; }
};

constexpr int64_t kWorkOfAUnit = 32;  // of one row, about: five exponentials

class LstmNode : public torch::autograd::Function<LstmNode> {
public:
    static variable_list forward(AutogradContext* context, const Tensor& fromInput,
                                 const Tensor& hiddenWeight, const Tensor& hidden, const Tensor& cell) {
        const int64_t length = fromInput.size(0), rows = fromInput.size(1), units = hiddenWeight.size(1);
        const PackedMatrix weight(hiddenWeight.t(), rows);
        const Tensor gates = torch::empty({length, rows, 4 * units});
        const Tensor outputs = torch::empty({length, rows, units}), cells = torch::empty_like(outputs);
        const Steps gate(gates), output(outputs), inner(cells), input(fromInput);
        const float *before = hidden.const_data_ptr<float>(), *cellBefore = cell.const_data_ptr<float>();
        for (int64_t t = 0; t < length; ++t) {
            weight.product(before, gate.at(t));
            onAllThreads(rows, kWorkOfAUnit * units, [&](int64_t first, int64_t last) {
                for (int64_t i = first; i < last; ++i) {
                    lstmForward(units, input.at(t) + i * 4 * units, cellBefore + i * units,
                                gate.at(t) + i * 4 * units, inner.at(t) + i * units,
                                output.at(t) + i * units);
                }
            });
            before = output.at(t);
            cellBefore = inner.at(t);
        }
        context->save_for_backward({gates, cells, outputs, hiddenWeight, hidden, cell});
        Tensor lastCell = cells[-1].clone();
        context->mark_non_differentiable({lastCell});
        return {outputs, lastCell};
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        if (torch::GradMode::is_enabled())
            throw std::logic_error("an LSTM layer is not twice differentiable");
        const variable_list saved = context->get_saved_variables();
        const Tensor &gates = saved[0], &cells = saved[1], &outputs = saved[2], &weight = saved[3];
        const Tensor &hidden = saved[4], &cell = saved[5];
        const int64_t rows = gates.size(1), units = weight.size(1);
        const Tensor ofGates = torch::empty_like(gates), ofCell = torch::zeros_like(cell);
        const Steps gate(gates), inner(cells), gradient(ofGates), above(gradients.front().contiguous());
        const PackedMatrix packed(weight, rows);
        const Tensor ofHidden = torch::zeros_like(hidden);
        float *const after = ofHidden.data_ptr<float>(), *const ofInner = ofCell.data_ptr<float>();
        for (int64_t t = gates.size(0) - 1; t >= 0; --t) {
            const float* before = t > 0 ? inner.at(t - 1) : cell.const_data_ptr<float>();
            onAllThreads(rows, kWorkOfAUnit * units, [&](int64_t first, int64_t last) {
                for (int64_t i = first; i < last; ++i) {
                    lstmBackward({.gates = gate.at(t) + i * 4 * units,
                                  .before = before + i * units,
                                  .cell = inner.at(t) + i * units,
                                  .ofOutput = above.at(t) + i * units,
                                  .ofHidden = after + i * units},
                                 units, ofInner + i * units, gradient.at(t) + i * 4 * units);
                }
            });
            if (t > 0) packed.product(gradient.at(t), after);
        }
        const Tensor before = torch::cat({hidden.unsqueeze(0), outputs.slice(0, 0, -1)}).view({-1, units});
        const Tensor ofWeight =
            context->needs_input_grad(1) ? ofGates.view({-1, 4 * units}).t().mm(before) : Tensor();
        return {ofGates, ofWeight, Tensor(), Tensor()};
    }
};

}  // namespace

LstmRun lstmLayer(const Tensor& fromInput, const Tensor& hiddenWeight, const Tensor& hidden,
                  const Tensor& cell) {
    const variable_list results =
        LstmNode::apply(fromInput.contiguous(), hiddenWeight, hidden.contiguous(), cell.contiguous());
    return {results[0], results[1]};
}

}  // namespace limner::models
