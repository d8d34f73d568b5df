#include "picture_feed.h"

#include <algorithm>

namespace limner::training {

PictureFeed::PictureFeed(const datasets::PictureSet& set, datasets::Split split, bool isSigned,
                         const ParamValues& values, const torch::Device& device)
    : m_split(std::move(split)),
      m_order(m_split.train, intOf(values, "batch_size"), static_cast<uint64_t>(intOf(values, "seed"))),
      m_batches(set.pictures, set.labels, isSigned, device),
      m_variation(variationOf(values)) {}

models::Batch PictureFeed::training(const BatchPosition& position, at::Generator& generator) {
    models::Batch batch = m_batches.make(m_order.at(position));
    batch.inputs = varied(batch.inputs, m_variation, generator);
    return batch;
}

models::Batch PictureFeed::heldOut(HeldOut part, int64_t first, int64_t last) {
    return m_batches.make(rows(part).slice(0, first, last));
}

models::Batch PictureFeed::examples() {
    constexpr int64_t kMost = 16;
    const torch::Tensor& from = m_split.validation.size(0) > 0 ? m_split.validation : m_split.train;
    const models::Batch batch = m_batches.make(from.slice(0, 0, std::min(kMost, from.size(0))));
    return {.inputs = batch.inputs.clone(), .targets = batch.targets.clone()};
}

Message PictureFeed::rate(const std::string& perSecond) const {
    return {LIMNER_TR("core", "%1 pictures/s"), {perSecond}};
}

}  // namespace limner::training
