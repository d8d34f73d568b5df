#include "recurrent_row.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "row_functions.h"
#include "row_product.h"

namespace limner::models {
namespace {

constexpr int64_t kUnits = 16;  // of one part of the work
constexpr int64_t kMaxGates = 4;

struct Cell {
    std::string_view id;
    void (*run)(const CellRow& row);
};
constexpr std::array kCells{Cell{"rnn", &rnnRow}, Cell{"gru", &gruRow}, Cell{"lstm", &lstmRow}};

const float* dataOf(const torch::Tensor& weights) {
    return weights.const_data_ptr<float>();
}

/// The gates of some units: W x + b for each gate in turn.
void gatesOf(const torch::Tensor& weight, const torch::Tensor& bias, const float* x, int64_t hidden,
             int64_t first, int64_t units, float* out) {
    const int64_t gates = weight.size(0) / hidden, columns = weight.size(1);
    for (int64_t gate = 0; gate < gates; ++gate, out += units) {
        const int64_t row = gate * hidden + first;
        rowDots(dataOf(weight) + row * columns, x, units, columns, out);
        addRow(dataOf(bias) + row, units, out);
    }
}

}  // namespace

bool RecurrentRow::canRead(const RecurrentNetworkImpl& network) {
    return std::ranges::all_of(network.parameters(), [](const torch::Tensor& weights) {
        return weights.is_cpu() && weights.scalar_type() == torch::kFloat32 && weights.is_contiguous();
    });
}

RecurrentRow::RecurrentRow(RecurrentNetwork network, std::shared_ptr<FirstLayerRows> known)
    : m_network(std::move(network)),
      m_units(m_network->shape().hiddenSize),
      m_gates(m_network->shape().gates()),
      m_known(std::move(known)),
      m_after(static_cast<size_t>(m_units)) {}

const float* RecurrentRow::firstLayer(int64_t token) {
    const auto [entry, isNew] = m_known->try_emplace(token);
    if (isNew) {
        const RecurrentLayer& first = m_network->layers.front();
        const int64_t rows = m_gates * m_units, columns = first.inputWeight.size(1);
        entry->second.resize(static_cast<size_t>(rows));
        rowDotsOnAllThreads(dataOf(first.inputWeight), dataOf(first.inputBias),
                            dataOf(m_network->tokenTable) + token * columns, rows, columns,
                            entry->second.data());
    }
    return entry->second.data();
}

void RecurrentRow::layer(const RecurrentLayer& layer, const float* fromInput, const float* input,
                         float* hidden, float* cell) {
    const auto& run = std::ranges::find(kCells, m_network->shape().kind, &Cell::id)->run;
    const int64_t parts = (m_units + kUnits - 1) / kUnits;
    onAllThreads(parts, 2 * m_gates * kUnits * m_units, [&](int64_t firstPart, int64_t lastPart) {
        std::array<float, kMaxGates * kUnits> ofInput{}, ofHidden{};
        for (int64_t part = firstPart; part < lastPart; ++part) {
            const int64_t first = part * kUnits, units = std::min(kUnits, m_units - first);
            gatesOf(layer.hiddenWeight, layer.hiddenBias, hidden, m_units, first, units, ofHidden.data());
            if (fromInput == nullptr) {
                gatesOf(layer.inputWeight, layer.inputBias, input, m_units, first, units, ofInput.data());
            } else {
                for (int64_t gate = 0; gate < m_gates; ++gate)
                    std::copy_n(fromInput + gate * m_units + first, units, ofInput.data() + gate * units);
            }
            run({.fromInput = ofInput.data(),
                 .fromHidden = ofHidden.data(),
                 .units = units,
                 .before = hidden + first,
                 .cell = cell == nullptr ? nullptr : cell + first,
                 .after = m_after.data() + first});
        }
    });
    std::ranges::copy(m_after, hidden);
}

const float* RecurrentRow::outputs(int64_t token, RecurrentState& state) {
    const float *fromInput = firstLayer(token), *input = nullptr;
    float* hidden = state.hidden.mutable_data_ptr<float>();
    float* cell = state.cell.defined() ? state.cell.mutable_data_ptr<float>() : nullptr;
    for (const RecurrentLayer& each : m_network->layers) {
        layer(each, fromInput, input, hidden, cell);
        fromInput = nullptr;
        input = hidden;
        hidden += m_units;
        if (cell != nullptr) cell += m_units;
    }
    return input;
}

torch::Tensor RecurrentRow::head(const float* outputs) const {
    std::vector<float> projected;
    if (m_network->projection.defined()) {
        projected.resize(static_cast<size_t>(m_network->projection.size(0)));
        rowDotsOnAllThreads(dataOf(m_network->projection), nullptr, outputs, m_network->projection.size(0),
                            m_units, projected.data());
        outputs = projected.data();
    }
    const torch::Tensor& weight = m_network->headWeight;
    const torch::Tensor logits = torch::empty({weight.size(0)});
    rowDotsOnAllThreads(dataOf(weight), dataOf(m_network->headBias), outputs, weight.size(0), weight.size(1),
                        logits.data_ptr<float>());
    return logits;
}

}  // namespace limner::models
