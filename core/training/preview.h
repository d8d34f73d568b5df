// What a person sees of a run: the same latents decoded, or the same beginning continued, again and again
// while the model learns.
#pragma once

#include "core/internal/torch.h"

#include <memory>

#include "core/internal/model.h"
#include "core/types/image.h"
#include "core/types/writing.h"
#include "ema.h"
#include "feed.h"

namespace limner::training {

struct PreviewShown {
    std::shared_ptr<const SampleSheet> samples;  ///< with averaged weights where they are kept
    std::shared_ptr<const SampleSheet> raw;  ///< with the weights themselves; null where none are averaged
    std::shared_ptr<const Writing> writing;  ///< of a model that writes, instead of the two
};

/// Draws on no generator of the run: what is shown depends on the seed and the weights alone.
class Preview {
public:
    /// The feed must outlive it.
    Preview(Feed& feed, uint64_t seed);
    PreviewShown make(models::Model& model, Ema& ema, int64_t step) const;

private:
    static constexpr int kColumns = 8;
    Feed& m_feed;
    uint64_t m_seed;
    models::Batch m_examples;
};

}  // namespace limner::training
