// What a run learns from, whatever it is: batches to train on, and batches that are set aside.
#pragma once

#include "core/internal/torch.h"

#include <cstdint>
#include <string>

#include "batches.h"
#include "core/internal/model.h"

namespace limner::language {
class Tokenizer;
}

namespace limner::training {

/// What is set aside from training.
enum class HeldOut { Validation, Test };

class Feed {
public:
    virtual ~Feed() = default;

    virtual int64_t batchesPerEpoch() const = 0;
    /// The batch at a position; the position and the seed of the run say all. Its tensors may be written anew
    /// by the next call.
    /// @param generator  of the run, for random changes of what is shown
    virtual models::Batch training(const BatchPosition& position, at::Generator& generator) = 0;

    /// How many examples are set aside: pictures, or windows of text.
    virtual int64_t count(HeldOut part) const = 0;
    /// How many of them to score in one batch: fixed, so that scores do not depend on the batch size.
    virtual int64_t scoredAtOnce() const = 0;
    /// Some of them, as they are. @pre 0 <= first < last <= count(part)
    virtual models::Batch heldOut(HeldOut part, int64_t first, int64_t last) = 0;
    /// A few for Model::show: always the same, in memory of their own.
    virtual models::Batch examples() = 0;

    /// What progress and the summary count: "pictures", "tokens".
    virtual std::string unit() const = 0;
    /// How many of them a batch holds.
    virtual int64_t unitsIn(const models::Batch& batch) const = 0;
    /// "%1 pictures/s"
    virtual Message rate(const std::string& perSecond) const = 0;

    /// Of a feed of text: what its tokens are; null for others.
    virtual const language::Tokenizer* tokenizer() const { return nullptr; }
};

}  // namespace limner::training
