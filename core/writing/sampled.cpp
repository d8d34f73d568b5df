// One token after another, drawn by its probability or the likeliest each time.
#include "continuation.h"
#include "core/language/sampling.h"

namespace limner::writing {
namespace {

language::Sampling samplingOf(const ParamValues& values, bool isGreedy) {
    return {.temperature = isGreedy ? 0 : realOf(values, "temperature"),
            .topK = intOf(values, "top_k"),
            .topP = realOf(values, "top_p"),
            .minP = realOf(values, "min_p"),
            .typical = realOf(values, "typical"),
            .repetitionPenalty = realOf(values, "repetition_penalty"),
            .frequencyPenalty = realOf(values, "frequency_penalty")};
}

/// As the row "precision" says; a model without weights of 8 bits is read as it is.
std::unique_ptr<models::Reader> readerFor(models::LanguageModel& model, const ParamValues& values) {
    auto rounded = textOf(values, "precision") == "int8" ? model.roundedReader() : nullptr;
    return rounded != nullptr ? std::move(rounded) : model.reader();
}

class Sampled final : public Continuation {
public:
    Sampled(std::shared_ptr<OpenedLanguage> opened, PromptTokens prompt, const ParamValues& values,
            bool isGreedy)
        : m_opened(std::move(opened)),
          m_text(std::move(prompt.ids)),
          m_isBehindSpace(prompt.space.has_value()),
          m_promptSize(m_text.size()),
          m_reader(readerFor(*m_opened->model, values)),
          m_draws(static_cast<uint64_t>(intOf(values, "seed"))),
          m_isGreedy(isGreedy) {}

    Result<Written> step(const ParamValues& values) override {
        torch::Tensor logits = m_reader->readLast(unread()).cpu().to(torch::kFloat32).contiguous();
        m_read = m_text.size();
        const auto checked = checkLogits(logits);
        if (!checked) return checked.error();
        const auto& tokenizer = *m_opened->tokenizer;
        if (m_isBehindSpace) logits = behindSpace(logits, tokenizer);
        const torch::Tensor logs = logits.log_softmax(0);
        forbidTags(logits, tokenizer);
        const auto known = static_cast<size_t>(tokenizer.size());  // some models have room for more
        const std::span all(logits.mutable_data_ptr<float>(), known);
        const std::span text(m_text);
        const int32_t id = language::chooseToken(all, text, text.subspan(m_promptSize),
                                                 samplingOf(values, m_isGreedy), m_draws);
        if (id < 0 || tokenizer.endOfText() == id) return Written{.isEnd = true};
        m_text.push_back(id);
        const bool wasBehindSpace = std::exchange(m_isBehindSpace, false);
        return Written{.tokens = {wasBehindSpace ? judgedBehindSpace(id, logs, tokenizer)
                                                 : judged(id, logs, tokenizer)}};
    }
    int64_t done() const override { return static_cast<int64_t>(m_text.size() - m_promptSize); }

    std::optional<double> expects(std::span<const int32_t> tokens) override {
        const auto ahead = m_reader->fork();
        torch::Tensor logits = ahead->readLast(unread());
        double sum = 0;
        for (const int32_t id : tokens) {
            sum += logits.to(torch::kFloat32).log_softmax(0)[id].item<double>();
            logits = ahead->readLast(torch::tensor({static_cast<int64_t>(id)}, torch::kInt64));
        }
        return sum / static_cast<double>(tokens.size());
    }

private:
    torch::Tensor unread() const {
        return torch::tensor(
            std::vector<int64_t>(m_text.begin() + static_cast<std::ptrdiff_t>(m_read), m_text.end()),
            torch::kInt64);
    }

    std::shared_ptr<OpenedLanguage> m_opened;
    std::vector<int32_t> m_text;  // prompt and what was written
    bool m_isBehindSpace;         // the next token brings a space that the prompt has already
    size_t m_promptSize;
    size_t m_read = 0;  // tokens of the text that the reader knows
    std::unique_ptr<models::Reader> m_reader;
    language::TokenDraws m_draws;
    bool m_isGreedy;
};

template <bool isGreedy>
std::unique_ptr<Continuation> makeSampled(std::shared_ptr<OpenedLanguage> opened, PromptTokens prompt,
                                          const ParamValues& values) {
    return std::make_unique<Sampled>(std::move(opened), std::move(prompt), values, isGreedy);
}

}  // namespace

ContinuationEntry sampledContinuation() {
    return {"sample", &makeSampled<false>};
}

ContinuationEntry greedyContinuation() {
    return {"greedy", &makeSampled<true>};
}

}  // namespace limner::writing
