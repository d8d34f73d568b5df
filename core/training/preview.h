// The sample grid of a run: the same latents decoded again and again while the model learns.
#pragma once

#include "core/internal/torch.h"

#include <memory>

#include "core/internal/model.h"
#include "core/types/image.h"
#include "ema.h"

namespace limner::training {

struct PreviewSheets {
    std::shared_ptr<const SampleSheet> samples;  ///< with averaged weights where they are kept
    std::shared_ptr<const SampleSheet> raw;  ///< with the weights themselves; null where none are averaged
};

/// Draws on no generator of the run: the latents come from the seed alone.
class Preview {
public:
    Preview(const models::Model& model, uint64_t seed, const torch::Device& device);
    PreviewSheets make(models::Model& model, Ema& ema, int64_t step) const;

private:
    static constexpr int kColumns = 8;
    static constexpr int kTiles = 64;
    torch::Tensor m_latents;  // [64, latent size]
};

}  // namespace limner::training
