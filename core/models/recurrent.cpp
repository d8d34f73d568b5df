#include "recurrent.h"

#include <array>
#include <utility>

#include "entries.h"
#include "recurrent_reader.h"
#include "text_parts.h"

namespace limner::models {
namespace {

constexpr std::string_view kRecurrent = "recurrent";
constexpr const char* kHiddenState = "state.hidden";
constexpr const char* kCellState = "state.cell";

ParamSpec recurrentToggle(std::string id, std::string label, std::string help, bool standard) {
    return {.id = std::move(id),
            .label = std::move(label),
            .help = std::move(help),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Toggle,
            .standard = standard};
}

ParamTable recurrentRows() {
    return {textCountRow("layers", LIMNER_TR("core", "Layers"),
                         LIMNER_TR("core", "How many recurrent layers follow each other."), 2,
                         {.low = 1, .high = 16, .step = 1}),
            textCountRow("hidden_size", LIMNER_TR("core", "Hidden units"),
                         LIMNER_TR("core", "How many numbers each layer remembers."), 256,
                         {.low = 1, .high = 8192, .step = 64}),
            textCountRow("embedding_size", LIMNER_TR("core", "Embedding"),
                         LIMNER_TR("core", "How many numbers stand for a token."), 256,
                         {.low = 1, .high = 8192, .step = 64}),
            vocabularyRow(),
            recurrentToggle(
                "tied", LIMNER_TR("core", "Tied weights"),
                LIMNER_TR("core",
                          "One table stands for tokens read and tokens written; where hidden units and "
                          "embedding differ, a projection leads from one to the other."),
                false),
            textCountRow("window", LIMNER_TR("core", "Window"),
                         LIMNER_TR("core", "Over how many tokens gradients flow back."), 64,
                         {.low = 1, .high = 4096, .step = 16}),
            recurrentToggle("carry_state", LIMNER_TR("core", "State carried over"),
                            LIMNER_TR("core",
                                      "Each window begins with what the one before it left behind; else with "
                                      "nothing."),
                            true),
            textDropoutRow(0.0),
            textRateRow(2e-3)};
}

Result<std::unique_ptr<Model>> makeRecurrent(const char* kind, const ParamValues& values,
                                             at::Generator& generator) {
    const auto vocabulary = vocabularyOf(values);
    if (!vocabulary) return vocabulary.error();
    RecurrentNetwork network(RecurrentShape{.kind = kind,
                                            .vocabulary = *vocabulary,
                                            .layers = intOf(values, "layers"),
                                            .hiddenSize = intOf(values, "hidden_size"),
                                            .embeddingSize = intOf(values, "embedding_size"),
                                            .isTied = boolOf(values, "tied")});
    drawRecurrentWeights(*network, generator);
    return std::unique_ptr<Model>(std::make_unique<Recurrent>(
        network, RecurrentTraining{.window = intOf(values, "window"),
                                   .dropout = realOf(values, "dropout"),
                                   .carriesState = boolOf(values, "carry_state")}));
}

/// The three differ in their name and in what they are made of.
ModelEntry recurrentEntry(std::string id, std::string label, std::string help,
                          decltype(ModelEntry::make) make) {
    return {.id = std::move(id),
            .label = std::move(label),
            .help = std::move(help),
            .rows = recurrentRows(),
            .standards = {{"data", std::string("bible-kjv")},
                          {"batch_size", int64_t{32}},
                          {"preview_every", int64_t{200}},
                          {"gradient_clip", 1.0}},
            .domain = "text",
            .make = make};
}

}  // namespace

Recurrent::Recurrent(RecurrentNetwork network, const RecurrentTraining& training)
    : m_network(std::move(network)), m_training(training) {}

std::vector<Network> Recurrent::networks() const {
    return {{std::string(kRecurrent), m_network.ptr(), "learning_rate"}};
}

RecurrentState Recurrent::stateFor(const Batch& batch, const RecurrentState& before) const {
    const int64_t rows = batch.inputs.size(0);
    const bool goesOn = m_training.carriesState && batch.continues && before.hidden.defined() &&
                        before.hidden.size(1) == rows;
    return goesOn ? before : m_network->beginning(rows);
}

Scalars Recurrent::step(const Batch& batch, StepTools& tools) {
    RecurrentState state = stateFor(batch, m_learned);
    const double dropout = tools.trains(kRecurrent) ? m_training.dropout : 0;
    const torch::Tensor loss = tokenLoss(m_network->forward(batch.inputs, state, dropout), batch.targets);
    tools.update(kRecurrent, loss);
    m_learned.hidden = state.hidden.detach();
    if (state.cell.defined()) m_learned.cell = state.cell.detach();
    return {loss.detach()};
}

Scalars Recurrent::evaluate(const Batch& batch, at::Generator&) {
    const torch::NoGradGuard noGradients;
    RecurrentState state = stateFor(batch, m_scored);
    const torch::Tensor loss = tokenLoss(m_network->forward(batch.inputs, state, 0), batch.targets);
    m_scored = std::move(state);
    return {loss, loss};
}

std::vector<std::pair<std::string, torch::Tensor>> Recurrent::carried() const {
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    if (!m_training.carriesState || !m_learned.hidden.defined()) return tensors;
    tensors.emplace_back(kHiddenState, m_learned.hidden);
    if (m_learned.cell.defined()) tensors.emplace_back(kCellState, m_learned.cell);
    return tensors;
}

void Recurrent::restoreCarried(const std::map<std::string, torch::Tensor>& tensors) {
    m_learned = {};
    const RecurrentState like = m_network->beginning(1);
    const auto take = [&](const char* name, torch::Tensor& target) {
        const auto found = tensors.find(name);
        const bool fits = found != tensors.end() && found->second.dim() == 3 &&
                          found->second.size(0) == like.hidden.size(0) &&
                          found->second.size(2) == like.hidden.size(2);
        if (fits)
            target = found->second.detach().to(like.hidden.options(), /*non_blocking=*/false, /*copy=*/true);
        return fits;
    };
    const bool isWhole =
        take(kHiddenState, m_learned.hidden) && (!like.cell.defined() || take(kCellState, m_learned.cell));
    if (!isWhole) m_learned = {};
}

torch::Tensor Recurrent::logits(const torch::Tensor& tokens) {
    const torch::NoGradGuard noGradients;
    RecurrentState state = m_network->beginning(tokens.size(0));
    return m_network->forward(tokens, state, 0);
}

std::unique_ptr<Reader> Recurrent::reader() {
    return std::make_unique<RecurrentReader>(m_network);
}

ModelEntry rnnEntry() {
    return recurrentEntry(
        "rnn", LIMNER_TR("core", "Recurrent network"),
        LIMNER_TR("core", "The oldest and simplest: it remembers a few words at most (Elman 1990)."),
        [](const ParamValues& values, at::Generator& generator) {
            return makeRecurrent("rnn", values, generator);
        });
}

ModelEntry lstmEntry() {
    return recurrentEntry(
        "lstm", LIMNER_TR("core", "LSTM"),
        LIMNER_TR(
            "core",
            "A recurrent network that decides what to keep and what to forget (Hochreiter & Schmidhuber "
            "1997): good with characters and small texts."),
        [](const ParamValues& values, at::Generator& generator) {
            return makeRecurrent("lstm", values, generator);
        });
}

ModelEntry gruEntry() {
    return recurrentEntry("gru", LIMNER_TR("core", "GRU"),
                          LIMNER_TR("core", "An LSTM with fewer gates, a little faster (Cho et al. 2014)."),
                          [](const ParamValues& values, at::Generator& generator) {
                              return makeRecurrent("gru", values, generator);
                          });
}

}  // namespace limner::models
