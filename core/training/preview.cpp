#include "preview.h"

#include "core/internal/sheet.h"
#include "core/language/tokenizer.h"

namespace limner::training {
namespace {

std::shared_ptr<const Writing> writingOf(const torch::Tensor& tokens, const language::Tokenizer& tokenizer) {
    auto writing = std::make_shared<Writing>();
    for (int64_t i = 0; i < tokens.size(0); ++i) {
        const auto id = tokens.const_data_ptr<int64_t>()[i];
        writing->tokens.push_back(
            {.id = id, .text = std::string(tokenizer.bytesOf(static_cast<int32_t>(id)))});
    }
    return writing;
}

}  // namespace

Preview::Preview(Feed& feed, uint64_t seed) : m_feed(feed), m_seed(seed), m_examples(feed.examples()) {}

PreviewShown Preview::make(models::Model& model, Ema& ema, int64_t step) const {
    if (const language::Tokenizer* tokenizer = m_feed.tokenizer()) {
        const AveragedWeights averaged(ema);
        return {.samples = nullptr,
                .raw = nullptr,
                .writing = writingOf(model.show(m_examples, m_seed).tokens, *tokenizer)};
    }
    const auto sheet = [&] {
        const models::Shown shown = model.show(m_examples, m_seed);
        return std::make_shared<const SampleSheet>(
            generation::sheetOf(shown.pictures, shown.shape, kColumns, step));
    };
    if (!ema.isOn()) return {.samples = sheet(), .raw = nullptr, .writing = nullptr};
    const auto raw = sheet();
    const AveragedWeights averaged(ema);
    return {.samples = sheet(), .raw = raw, .writing = nullptr};
}

}  // namespace limner::training
