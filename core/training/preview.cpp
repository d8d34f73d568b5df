#include "preview.h"

#include "core/internal/sheet.h"

namespace limner::training {

Preview::Preview(const models::Model& model, uint64_t seed, const torch::Device& device)
    : m_latents(models::fixedLatents(kTiles, model.latentSize(), seed).to(device)) {}

PreviewSheets Preview::make(models::Model& model, Ema& ema, int64_t step) const {
    const auto decoded = [&] {
        return std::make_shared<const SampleSheet>(
            generation::sheetOf(model.decode(m_latents), model.shape(), kColumns, step));
    };
    if (!ema.isOn()) return {decoded(), nullptr};
    const auto raw = decoded();
    const AveragedWeights averaged(ema);
    return {decoded(), raw};
}

}  // namespace limner::training
