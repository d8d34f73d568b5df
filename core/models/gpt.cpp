#include "gpt.h"

#include <utility>

#include "core/internal/model.h"
#include "entries.h"
#include "gpt_reader.h"
#include "text_parts.h"

namespace limner::models {
namespace {

constexpr std::string_view kTransformer = "transformer";

ParamValues gptSizes(int64_t layers, int64_t heads, int64_t width, int64_t context, double learningRate) {
    return {{"layers", layers},
            {"heads", heads},
            {"width", width},
            {"context", context},
            {"learning_rate", learningRate}};
}

ParamSpec gptPresetRow() {
    ParamValues large = gptSizes(12, 12, 768, 1024, 1e-4);
    large.insert({{"dropout", 0.1}, {"window", int64_t{256}}, {"batch_size", int64_t{4}}});
    ParamValues medium = gptSizes(6, 6, 384, 256, 6e-4);
    medium["dropout"] = 0.1;
    return {.id = "preset",
            .label = LIMNER_TR("core", "Preset"),
            .help = LIMNER_TR("core", "The size of the network."),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Choice,
            .standard = std::string("small"),
            .choices = {{.id = "tiny",
                         .label = LIMNER_TR("core", "Tiny"),
                         .help = LIMNER_TR("core", "Two layers of 64: to watch one learn in minutes."),
                         .standards = gptSizes(2, 2, 64, 128, 2e-3)},
                        {.id = "small",
                         .label = LIMNER_TR("core", "Small"),
                         .help = LIMNER_TR("core", "Four layers of 160: for a book, within an hour or two."),
                         .standards = gptSizes(4, 4, 160, 256, 1e-3)},
                        {.id = "medium",
                         .label = LIMNER_TR("core", "Medium"),
                         .help = LIMNER_TR("core", "Six layers of 384: for a shelf of books and a night."),
                         .standards = std::move(medium)},
                        {.id = "gpt2",
                         .label = LIMNER_TR("core", "GPT-2"),
                         .help = LIMNER_TR("core",
                                           "Twelve layers of 768, the smallest GPT-2: to fine-tune its "
                                           "weights."),
                         .standards = std::move(large)}}};
}

ParamTable gptRows() {
    ParamSpec window = textCountRow("window", LIMNER_TR("core", "Window"),
                                    LIMNER_TR("core", "How many tokens a row of a batch has."), 0,
                                    {.low = 0, .high = 4096, .step = 16});
    window.zeroText = LIMNER_TR("core", "the whole context");
    return {gptPresetRow(),
            textCountRow("layers", LIMNER_TR("core", "Layers"),
                         LIMNER_TR("core", "How many layers of attention follow each other."), 4,
                         {.low = 1, .high = 96, .step = 1}),
            textCountRow("heads", LIMNER_TR("core", "Heads"),
                         LIMNER_TR("core", "Into how many parts each layer's attention is divided."), 4,
                         {.low = 1, .high = 64, .step = 1}),
            textCountRow("width", LIMNER_TR("core", "Width"),
                         LIMNER_TR("core", "How many numbers stand for a token; a multiple of the heads."),
                         160, {.low = 4, .high = 4096, .step = 32}),
            textCountRow("context", LIMNER_TR("core", "Context"),
                         LIMNER_TR("core", "How many tokens the model looks back on."), 256,
                         {.low = 2, .high = 4096, .step = 32}),
            vocabularyRow(),
            std::move(window),
            textDropoutRow(0.0),
            textRateRow(1e-3)};
}

Error misfit(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

Result<std::unique_ptr<Model>> makeGpt(const ParamValues& values, at::Generator& generator) {
    const auto vocabulary = vocabularyOf(values);
    if (!vocabulary) return vocabulary.error();
    const GptShape shape{.vocabulary = *vocabulary,
                         .layers = intOf(values, "layers"),
                         .heads = intOf(values, "heads"),
                         .width = intOf(values, "width"),
                         .context = intOf(values, "context")};
    const int64_t window = intOf(values, "window");
    if (shape.width % shape.heads != 0) {
        return misfit({LIMNER_TR("core", "A width of %1 cannot be divided into %2 heads."),
                       {std::to_string(shape.width), std::to_string(shape.heads)}},
                      LIMNER_TR("core", "Choose a width that is a multiple of the heads."));
    }
    if (window > shape.context) {
        return misfit({LIMNER_TR("core", "A window of %1 tokens does not fit into a context of %2."),
                       {std::to_string(window), std::to_string(shape.context)}},
                      LIMNER_TR("core", "Choose a shorter window or a longer context."));
    }
    GptNetwork network(shape);
    drawGptWeights(*network, generator);
    return std::unique_ptr<Model>(std::make_unique<Gpt>(network, shape, window > 0 ? window : shape.context,
                                                        realOf(values, "dropout")));
}

}  // namespace

Gpt::Gpt(GptNetwork network, const GptShape& shape, int64_t window, double dropout)
    : m_network(std::move(network)), m_shape(shape), m_window(window), m_dropout(dropout) {}

std::vector<Network> Gpt::networks() const {
    return {{std::string(kTransformer), m_network.ptr(), "learning_rate"}};
}

Scalars Gpt::step(const Batch& batch, StepTools& tools) {
    const double dropout = tools.trains(kTransformer) ? m_dropout : 0;
    const torch::Tensor loss = tokenLoss(m_network->forward(batch.inputs, dropout), batch.targets);
    tools.update(kTransformer, loss);
    return {loss.detach()};
}

Scalars Gpt::evaluate(const Batch& batch, at::Generator&) {
    const torch::Tensor loss = tokenLoss(logits(batch.inputs), batch.targets);
    return {loss, loss};
}

torch::Tensor Gpt::logits(const torch::Tensor& tokens) {
    const torch::NoGradGuard noGradients;
    return m_network->forward(tokens, 0);
}

std::unique_ptr<Reader> Gpt::reader() {
    return std::make_unique<GptReader>(m_network, m_shape);
}

std::unique_ptr<Reader> Gpt::roundedReader() {
    if (!GptRow::canRead(*m_network)) return nullptr;
    return std::make_unique<GptReader>(m_network, m_shape, std::make_shared<const GptBytes>(*m_network));
}

ModelEntry gptEntry() {
    return {.id = "gpt",
            .label = LIMNER_TR("core", "GPT"),
            .help = LIMNER_TR("core",
                              "A decoder-only Transformer, as GPT-2: every token looks at all before it. "
                              "Writes best once it has seen a few megabytes."),
            .rows = gptRows(),
            .standards = {{"data", std::string("bible-kjv")},
                          {"tokenizer", std::string("byte-pairs")},
                          {"batch_size", int64_t{32}},
                          {"preview_every", int64_t{200}},
                          {"optimizer", std::string("adamw")},
                          {"gradient_clip", 1.0}},
            .domain = "text",
            .make = &makeGpt};
}

}  // namespace limner::models
