// Beam search: the likeliest text as a whole, known only at its end.
#include <algorithm>

#include "continuation.h"
#include "core/language/beam_search.h"

namespace limner::writing {
namespace {

class Searched final : public Continuation {
public:
    Searched(std::shared_ptr<OpenedLanguage> opened, PromptTokens prompt, const language::BeamRules& rules)
        : m_opened(std::move(opened)), m_prompt(std::move(prompt)), m_search(rules) {}

    Result<Written> step(const ParamValues&) override {
        const torch::Tensor rows = m_readers.empty() ? readPrompt() : readBeams();
        const auto checked = checkLogits(rows);
        if (!checked) return checked.error();
        torch::Tensor known = rows.slice(1, 0, m_opened->tokenizer->size()).clone();
        forbidTags(known, *m_opened->tokenizer);
        m_search.advance({known.const_data_ptr<float>(), static_cast<size_t>(known.numel())});
        ++m_done;
        return m_search.isDone() ? judgedBest() : Written{};
    }
    int64_t done() const override { return m_done; }

private:
    static torch::Tensor tokensOf(const std::vector<int32_t>& ids) {
        return torch::tensor(std::vector<int64_t>(ids.begin(), ids.end()), torch::kInt64);
    }

    /// Log-probabilities of what may come, [1, vocabulary].
    torch::Tensor readPrompt() {
        m_readers.push_back(m_opened->model->reader());
        return promptLogs(*m_readers.front()).unsqueeze(0);
    }

    /// Each beam goes on with a reader that knows what it came from: [beams, vocabulary].
    torch::Tensor readBeams() {
        std::vector<std::unique_ptr<models::Reader>> readers;
        std::vector<torch::Tensor> rows;
        for (const language::Beam& beam : m_search.live()) {
            readers.push_back(m_readers[static_cast<size_t>(beam.parent)]->fork());
            rows.push_back(logsOf(*readers.back(), {beam.tokens.back()}));
        }
        m_readers = std::move(readers);
        return torch::stack(rows);
    }

    static torch::Tensor logsOf(models::Reader& reader, const std::vector<int32_t>& ids) {
        return reader.readLast(tokensOf(ids)).cpu().to(torch::kFloat32).log_softmax(0);
    }

    torch::Tensor promptLogs(models::Reader& reader) const {
        const torch::Tensor logs = logsOf(reader, m_prompt.ids);
        return m_prompt.space ? behindSpace(logs, *m_opened->tokenizer).log_softmax(0) : logs;
    }

    /// The best one, read once more for how expected each of its tokens was.
    Written judgedBest() const {
        Written written{.isEnd = true};
        const auto reader = m_opened->model->reader();
        torch::Tensor logs = promptLogs(*reader);
        const auto& tokenizer = *m_opened->tokenizer;
        for (const int32_t id : m_search.best().tokens) {
            if (tokenizer.endOfText() == id) break;
            const bool isBehindSpace = written.tokens.empty() && m_prompt.space.has_value();
            written.tokens.push_back(isBehindSpace ? judgedBehindSpace(id, logs, tokenizer)
                                                   : judged(id, logs, tokenizer));
            logs = logsOf(*reader, {id});
        }
        return written;
    }

    std::shared_ptr<OpenedLanguage> m_opened;
    PromptTokens m_prompt;
    language::BeamSearch m_search;
    std::vector<std::unique_ptr<models::Reader>> m_readers;  // of the live beams before the step
    int64_t m_done = 0;
};

std::unique_ptr<Continuation> makeSearched(std::shared_ptr<OpenedLanguage> opened, PromptTokens prompt,
                                           const ParamValues& values) {
    const language::BeamRules rules{.beams = intOf(values, "beams"),
                                    .maxTokens = intOf(values, "tokens"),
                                    .endOfText = opened->tokenizer->endOfText()};
    return std::make_unique<Searched>(std::move(opened), std::move(prompt), rules);
}

}  // namespace

ContinuationEntry beamContinuation() {
    return {"beam", &makeSearched};
}

}  // namespace limner::writing
