// Language models: a training step, a greedy continuation and sampled characters, with weights and tokens by
// formula.
#include "core/internal/torch.h"

#include <algorithm>

#include "core/training/step_tools.h"
#include "core/training/train_table.h"
#include "tests/core/language_tools.h"
#include "tests/core/model_tools.h"
#include "tests/core/param_json.h"
#include "work.h"

namespace limner::bench {
namespace {

using nlohmann::json;

constexpr int64_t kPrompt = 32, kSampled = 2000;

/// What a training job takes of a model, its optimizer and the steering.
const ParamTable& languageTable() {
    static const ParamTable table = [] {
        ParamTable rows = test::modelTable();
        for (const ParamSpec& row : training::trainTable())
            if (row.id == "gradient_clip" || row.id == "freeze") rows.push_back(row);
        return rows;
    }();
    return table;
}

ParamValues languageValuesOf(const json& row) {
    ParamValues values = test::paramValues(row["values"]);
    values["model"] = row["model"].get<std::string>();
    values["gradient_clip"] = 0.0;  // as the peer
    return completeValues(languageTable(), values).value();
}

int64_t parametersOf(const models::Model& model) {
    int64_t count = 0;
    for (const auto& network : model.networks())
        for (const torch::Tensor& weights : network.module->parameters()) count += weights.numel();
    return count;
}

/// One after the other, since tests of small models want one thread.
std::unique_ptr<models::LanguageModel> languageModelOf(const ParamValues& values) {
    const int threads = at::get_num_threads();
    auto model = test::languageModel(values);
    at::set_num_threads(threads);
    return model;
}

class TextStep final : public Work {
public:
    explicit TextStep(const json& row)
        : m_values(languageValuesOf(row)),
          m_model(languageModelOf(m_values)),
          m_tools(m_model->networks(), languageTable(), m_values, at::make_generator<at::CPUGeneratorImpl>(1),
                  at::kCPU),
          m_batch(test::languageBatch(0, row["batch"], row["length"], m_model->vocabulary())) {
        m_batch.continues = true;
    }

    json gate() override { return json::array({{{"loss", step()}}, {{"loss", step()}}}); }
    void once() override { step(); }
    int64_t parameters() const override { return parametersOf(*m_model); }
    bool learns() const override { return true; }

private:
    double step() {
        const auto scalars = m_model->step(m_batch, m_tools);
        m_tools.beginStep(m_tools.step() + 1, 1);
        return scalars.front().item<double>();
    }

    ParamValues m_values;
    std::unique_ptr<models::LanguageModel> m_model;
    training::TrainingTools m_tools;
    models::Batch m_batch;
};

/// Whatever only reads.
class Reading : public Work {
public:
    explicit Reading(const json& row)
        : model(languageModelOf(languageValuesOf(row))),
          prompt(test::formulaTokens(0, 1, kPrompt, model->vocabulary())[0]) {}
    int64_t parameters() const override { return parametersOf(*model); }
    bool learns() const override { return false; }

protected:
    std::unique_ptr<models::LanguageModel> model;
    torch::Tensor prompt;
};

class Continue final : public Reading {
public:
    explicit Continue(const json& row)
        : Reading(row), m_isRounded(row.value("rounded", false)), m_tokens(row["tokens"]) {
        m_beginning = m_isRounded ? model->roundedReader() : model->reader();
    }

    json gate() override {
        const auto reader = begun();
        reader->readLast(prompt);
        const torch::Tensor logits = reader->readLast(prompt.slice(0, 0, 1));
        json some, tokens;
        for (int64_t i = 0; i < logits.numel(); i += 997) some[std::to_string(i)] = logits[i].item<double>();
        if (m_isRounded) return json::array({some});
        const std::vector<int64_t> ids = continued();
        for (size_t i = 0; i < ids.size(); ++i) tokens[std::to_string(i)] = ids[i] % 97;
        return json::array({some, tokens});
    }
    void once() override { continued(); }
    /// Every weight once a token; the cache of a text as short as this is a hundredth of that.
    Traffic traffic() const override {
        const int64_t weights = (m_isRounded ? 1 : 4) * parameters();
        return {.bufferBytes = weights, .bytes = m_tokens * weights};
    }

private:
    std::unique_ptr<models::Reader> begun() const { return m_beginning->fork(); }
    std::vector<int64_t> continued() {
        const auto reader = begun();
        torch::Tensor read = prompt;
        std::vector<int64_t> ids;
        for (int64_t i = 0; i < m_tokens; ++i) {
            read = reader->readLast(read).argmax().view({1});
            ids.push_back(read.item<int64_t>());
        }
        return ids;
    }

    bool m_isRounded;
    int64_t m_tokens;                             // to write
    std::unique_ptr<models::Reader> m_beginning;  // of any text; weights are rounded once
};

class Sample final : public Reading {
public:
    explicit Sample(const json& row)
        : Reading(row), m_generator(at::make_generator<at::CPUGeneratorImpl>(1)) {}

    json gate() override {
        const auto reader = model->reader();
        torch::Tensor logits;
        for (int64_t i = 0; i < kPrompt; ++i) logits = reader->readLast(prompt.slice(0, i, i + 1));
        json named;
        for (int64_t i = 0; i < logits.numel(); ++i) named[std::to_string(i)] = logits[i].item<double>();
        return json::array({named});
    }
    void once() override {
        const auto reader = model->reader();
        torch::Tensor token = prompt.slice(0, 0, 1);
        for (int64_t i = 0; i < kSampled; ++i)
            token = reader->readLast(token).softmax(0).multinomial(1, false, m_generator);
    }
    /// Every weight once a character.
    Traffic traffic() const override {
        const int64_t weights = 4 * parameters();
        return {.bufferBytes = weights, .bytes = kSampled * weights};
    }

private:
    at::Generator m_generator;
};

}  // namespace

std::unique_ptr<Work> makeTextWork(const json& row) {
    const std::string work = row.value("work", "step");
    if (work == "text-step") return std::make_unique<TextStep>(row);
    if (work == "continue") return std::make_unique<Continue>(row);
    if (work == "sample") return std::make_unique<Sample>(row);
    return nullptr;
}

}  // namespace limner::bench
