// Batches of pictures from a set in memory, changed at random as the person asked.
#pragma once

#include "core/internal/picture_set.h"
#include "feed.h"
#include "variation.h"

namespace limner::training {

class PictureFeed final : public Feed {
public:
    /// @param set     only read while the feed is made
    /// @param isSigned  whether pixels run from −1 to 1, else from 0 to 1
    /// @param values  complete, of the train table
    PictureFeed(const datasets::PictureSet& set, datasets::Split split, bool isSigned,
                const ParamValues& values, const torch::Device& device);

    int64_t batchesPerEpoch() const override { return m_order.batchesPerEpoch(); }
    models::Batch training(const BatchPosition& position, at::Generator& generator) override;
    int64_t count(HeldOut part) const override { return rows(part).size(0); }
    int64_t scoredAtOnce() const override { return 256; }
    models::Batch heldOut(HeldOut part, int64_t first, int64_t last) override;
    models::Batch examples() override;
    std::string unit() const override { return "pictures"; }
    int64_t unitsIn(const models::Batch& batch) const override { return batch.inputs.size(0); }
    Message rate(const std::string& perSecond) const override;

private:
    const torch::Tensor& rows(HeldOut part) const {
        return part == HeldOut::Test ? m_split.test : m_split.validation;
    }

    datasets::Split m_split;
    BatchOrder m_order;
    BatchMaker m_batches;
    Variation m_variation;
};

}  // namespace limner::training
