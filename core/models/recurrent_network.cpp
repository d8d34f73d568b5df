#include "recurrent_network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>

#include "lstm_layer.h"

namespace limner::models {
namespace {

using torch::Tensor;

/// Input [N, T, in] → output [N, T, hidden], moving the state along.
using RunLayers = Tensor (*)(const Tensor& input, RecurrentState& state, at::TensorList weights,
                             int64_t layers, double dropout);

Tensor runRnn(const Tensor& input, RecurrentState& state, at::TensorList weights, int64_t layers,
              double dropout) {
    auto [output, hidden] =
        at::rnn_tanh(input, state.hidden, weights, true, layers, dropout, dropout > 0, false, true);
    state.hidden = hidden;
    return output;
}

Tensor runGru(const Tensor& input, RecurrentState& state, at::TensorList weights, int64_t layers,
              double dropout) {
    auto [output, hidden] =
        at::gru(input, state.hidden, weights, true, layers, dropout, dropout > 0, false, true);
    state.hidden = hidden;
    return output;
}

Tensor runLstm(const Tensor& input, RecurrentState& state, at::TensorList weights, int64_t layers,
               double dropout) {
    auto [output, hidden, cell] =
        at::lstm(input, {state.hidden, state.cell}, weights, true, layers, dropout, dropout > 0, false, true);
    state = {hidden, cell};
    return output;
}

struct RecurrentKind {
    std::string_view id;
    int64_t gates;
    RunLayers run;
};
constexpr std::array kRecurrentKinds{RecurrentKind{"rnn", 1, &runRnn}, RecurrentKind{"gru", 3, &runGru},
                                     RecurrentKind{"lstm", 4, &runLstm}};

const RecurrentKind& recurrentKind(std::string_view id) {
    return *std::ranges::find(kRecurrentKinds, id, &RecurrentKind::id);
}

Tensor inputDropped(const Tensor& x, double dropout) {
    return dropout > 0 ? at::dropout(x, dropout, /*train=*/true) : x;
}

}  // namespace

int64_t RecurrentShape::gates() const {
    return recurrentKind(kind).gates;
}

RecurrentNetworkImpl::RecurrentNetworkImpl(const RecurrentShape& shape) : m_shape(shape) {
    const auto part = [this](const char* name) {
        return register_module(name, std::make_shared<torch::nn::Module>());
    };
    const auto matrix = [](int64_t rows, int64_t columns) { return torch::zeros({rows, columns}); };
    tokenTable =
        part("embedding")->register_parameter("weight", matrix(shape.vocabulary, shape.embeddingSize));
    addLayers();
    const int64_t headSize = shape.isTied ? shape.embeddingSize : shape.hiddenSize;
    if (shape.hasProjection()) {
        projection =
            part("projection")->register_parameter("weight", matrix(shape.embeddingSize, shape.hiddenSize));
    }
    const auto head = part("head");
    headWeight =
        shape.isTied ? tokenTable : head->register_parameter("weight", matrix(shape.vocabulary, headSize));
    headBias = head->register_parameter("bias", torch::zeros({shape.vocabulary}));
}

void RecurrentNetworkImpl::addLayers() {
    const auto rnn = register_module("rnn", std::make_shared<torch::nn::Module>());
    const int64_t rows = m_shape.gates() * m_shape.hiddenSize;
    for (int64_t i = 0; i < m_shape.layers; ++i) {
        const auto add = [&, suffix = "_l" + std::to_string(i)](const char* name, at::IntArrayRef sizes) {
            return rnn->register_parameter(name + suffix, torch::zeros(sizes));
        };
        RecurrentLayer layer;
        layer.inputWeight = add("weight_ih", {rows, i == 0 ? m_shape.embeddingSize : m_shape.hiddenSize});
        layer.hiddenWeight = add("weight_hh", {rows, m_shape.hiddenSize});
        layer.inputBias = add("bias_ih", {rows});
        layer.hiddenBias = add("bias_hh", {rows});
        layers.push_back(std::move(layer));
    }
}

// What the first layer takes from a token depends on the token alone: with fewer tokens known than read, it
// is computed for each that is known.
Tensor RecurrentNetworkImpl::ofInput(size_t layer, const Tensor& tokens, const Tensor& below,
                                     double dropout) const {
    const RecurrentLayer& weights = layers[layer];
    const auto product = [&](const Tensor& input) {
        return at::linear(input, weights.inputWeight, weights.inputBias + weights.hiddenBias);
    };
    if (layer > 0) return product(inputDropped(below, dropout));
    if (dropout > 0 || m_shape.vocabulary > tokens.numel())
        return product(inputDropped(at::embedding(tokenTable, tokens), dropout));
    return at::embedding(product(tokenTable), tokens);
}

Tensor RecurrentNetworkImpl::lstmOutputs(const Tensor& tokens, RecurrentState& state, double dropout) const {
    const Tensor steps = tokens.t().contiguous();  // [T, N]
    Tensor outputs;                                // [T, N, hidden]
    std::vector<Tensor> hidden, cells;
    for (size_t i = 0; i < layers.size(); ++i) {
        const auto index = static_cast<int64_t>(i);
        const LstmRun run = lstmLayer(ofInput(i, steps, outputs, dropout), layers[i].hiddenWeight,
                                      state.hidden[index], state.cell[index]);
        outputs = run.outputs;
        hidden.push_back(outputs[-1].detach());
        cells.push_back(run.lastCell);
    }
    state = {torch::stack(hidden), torch::stack(cells)};
    return outputs.transpose(0, 1);
}

Tensor RecurrentNetworkImpl::outputs(const Tensor& tokens, RecurrentState& state, double dropout) {
    if (m_shape.kind == "lstm" && tokenTable.is_cpu()) return lstmOutputs(tokens, state, dropout);
    std::vector<Tensor> weights;
    for (const RecurrentLayer& layer : layers) {
        weights.insert(weights.end(),
                       {layer.inputWeight, layer.hiddenWeight, layer.inputBias, layer.hiddenBias});
    }
    const Tensor input = inputDropped(at::embedding(tokenTable, tokens), dropout);
    return recurrentKind(m_shape.kind).run(input, state, weights, m_shape.layers, dropout);
}

Tensor RecurrentNetworkImpl::head(const Tensor& outputs) const {
    return at::linear(projection.defined() ? at::linear(outputs, projection) : outputs, headWeight, headBias);
}

Tensor RecurrentNetworkImpl::forward(const Tensor& tokens, RecurrentState& state, double dropout) {
    // Layers leave [T, N, …] in memory: the head takes it in that order, and nothing large is copied.
    const Tensor x = inputDropped(outputs(tokens, state, dropout), dropout);
    return head(x.transpose(0, 1)).transpose(0, 1);
}

RecurrentState RecurrentNetworkImpl::beginning(int64_t rows) const {
    const Tensor zeros = torch::zeros({m_shape.layers, rows, m_shape.hiddenSize}, tokenTable.options());
    return {zeros, m_shape.hasCell() ? torch::zeros_like(zeros) : Tensor()};
}

void drawRecurrentWeights(RecurrentNetworkImpl& network, at::Generator& generator) {
    const torch::NoGradGuard noGradients;
    const auto draw = [&](Tensor parameter, int64_t fanIn) {
        if (!parameter.defined()) return;
        const double bound = 1 / std::sqrt(static_cast<double>(fanIn));
        parameter.uniform_(-bound, bound, generator);
    };
    const RecurrentShape& shape = network.shape();
    for (const RecurrentLayer& layer : network.layers) {
        for (const Tensor& part : {layer.inputWeight, layer.hiddenWeight, layer.inputBias, layer.hiddenBias})
            draw(part, shape.hiddenSize);
    }
    draw(network.projection, shape.hiddenSize);
    draw(network.headWeight, network.headWeight.size(1));
    draw(network.headBias, network.headWeight.size(1));
    if (!shape.isTied) network.tokenTable.normal_(0, 1, generator);
}

}  // namespace limner::models
