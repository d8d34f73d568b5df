#include "preview.h"

#include "core/internal/sheet.h"

namespace limner::training {

Preview::Preview(Feed& feed, uint64_t seed) : m_feed(feed), m_seed(seed), m_examples(feed.examples()) {}

PreviewShown Preview::make(models::Model& model, Ema& ema, int64_t step) const {
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
