#include "perplexity.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/internal/device.h"
#include "core/internal/open_language.h"
#include "core/internal/reading.h"
#include "core/language/text_source.h"
#include "core/language/utf8.h"
#include "measure_job.h"
#include "write_table.h"

namespace limner::writing {
namespace {

class Perplexity final : public Measure {
public:
    Perplexity(std::shared_ptr<OpenedLanguage> opened, const std::string& text)
        : m_opened(std::move(opened)),
          m_ids(m_opened->tokenizer->encode(text)),
          m_characters(static_cast<int64_t>(language::codePointsOf(text).size())) {}

    Result<bool> step() override {
        if (m_reader == nullptr) restart();
        const int64_t last = std::min(m_next + kAtOnce, static_cast<int64_t>(m_ids.size()));
        const torch::Tensor part =
            torch::tensor(std::vector<int64_t>(m_ids.begin() + m_next, m_ids.begin() + last), torch::kInt64);
        const torch::Tensor logits = m_reader->read(part).cpu();
        const auto checked = checkLogits(logits);
        if (!checked) return checked.error();
        score(logits.to(torch::kFloat32).log_softmax(1), last);
        m_next = last;
        const int64_t context = m_opened->model->context();
        if (context > 0 && m_reader->length() + kAtOnce > context) m_reader.reset();
        return m_next < static_cast<int64_t>(m_ids.size());
    }
    double done() const override { return static_cast<double>(m_next); }
    double total() const override { return static_cast<double>(m_ids.size()); }
    std::string unit() const override { return "tokens"; }
    std::vector<std::pair<std::string, double>> numbers() const override {
        const double mean = m_judged > 0 ? m_loss / static_cast<double>(m_judged) : 0;
        return {{"perplexity", std::exp(mean)},
                {"loss", mean},
                {"tokens", total()},
                {"bits_per_character", m_loss / std::numbers::ln2 / static_cast<double>(m_characters)}};
    }

private:
    static constexpr int64_t kAtOnce = 64;

    /// Begins again with the half of the context that came last.
    void restart() {
        m_reader = m_opened->model->reader();
        const int64_t context = m_opened->model->context();
        const int64_t back = context > 0 ? std::min(m_next, context / 2) : 0;
        if (back == 0) return;
        const torch::Tensor before = torch::tensor(
            std::vector<int64_t>(m_ids.begin() + m_next - back, m_ids.begin() + m_next), torch::kInt64);
        m_before = m_reader->readLast(before).cpu().to(torch::kFloat32).log_softmax(0);
    }

    /// @param logs  of what may follow each token from m_next to `last`
    void score(const torch::Tensor& logs, int64_t last) {
        for (int64_t i = m_next; i < last; ++i) {
            if (m_before.defined()) {
                m_loss -= m_before[m_ids[static_cast<size_t>(i)]].item<double>();
                ++m_judged;
            }
            m_before = logs[i - m_next];
        }
    }

    std::shared_ptr<OpenedLanguage> m_opened;
    std::vector<int32_t> m_ids;
    int64_t m_characters;
    std::unique_ptr<models::Reader> m_reader;
    torch::Tensor m_before;  // what may come next
    int64_t m_next = 0;
    int64_t m_judged = 0;
    double m_loss = 0;  // in nats
};

}  // namespace

Result<ParamValues> preparePerplexity(const ParamValues& given) {
    auto complete = completeValues(perplexityTable(), given);
    if (!complete || !textOf(*complete, "text").empty()) return complete;
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = LIMNER_TR("core", "No text was given."),
                 .hint = LIMNER_TR("core", "Name the file whose perplexity is to be measured.")};
}

Result<std::unique_ptr<engine::Job>> startPerplexity(const Recipe& recipe, JobContext& context, JobId,
                                                     const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    const auto text = language::readTextFile(textOf(recipe.values, "text"));
    if (!text) return text.error();
    for (const Message& note : text->notes) announce({.kind = EventKind::Warning, .message = note});
    const auto opened = openLanguage(recipe.values);
    if (!opened) return opened.error();
    return makeMeasureJob(recipe, std::make_unique<Perplexity>(*opened, text->utf8));
}

}  // namespace limner::writing
