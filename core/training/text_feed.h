// Batches of text: one long row of tokens, cut into windows.
#pragma once

#include <memory>

#include "feed.h"

namespace limner::training {

/// The parts of a text, each one stretch of tokens: int32 [M].
struct TextParts {
    torch::Tensor train, validation, test;
};

/// The last shares of a text are set aside: a model must not have read what stands around them.
/// @param tokens  int32 [M]
/// @param validationShare, testShare  [0, 0.5]
TextParts splitText(const torch::Tensor& tokens, double validationShare, double testShare);

/// Where a model carries its state over, each row of a batch is a lane through the text that goes on from
/// batch to batch; else the windows are shuffled in each epoch, and cut at another place.
class TextFeed final : public Feed {
public:
    /// @param window  tokens of a row, >= 1; the training part must hold more than that
    TextFeed(TextParts parts, std::shared_ptr<const language::Tokenizer> tokenizer, int64_t window,
             bool carriesState, const ParamValues& values, const torch::Device& device);

    int64_t batchesPerEpoch() const override { return m_batchesPerEpoch; }
    models::Batch training(const BatchPosition& position, at::Generator& generator) override;
    int64_t count(HeldOut part) const override;
    int64_t scoredAtOnce() const override { return 16; }
    models::Batch heldOut(HeldOut part, int64_t first, int64_t last) override;
    models::Batch examples() override;
    std::string unit() const override { return "tokens"; }
    int64_t unitsIn(const models::Batch& batch) const override { return batch.inputs.numel(); }
    Message rate(const std::string& perSecond) const override;
    const language::Tokenizer* tokenizer() const override { return m_tokenizer.get(); }

private:
    const torch::Tensor& tokensOf(HeldOut part) const {
        return part == HeldOut::Test ? m_parts.test : m_parts.validation;
    }
    torch::Tensor shuffledStarts(const BatchPosition& position);
    torch::Tensor laneStarts(const BatchPosition& position) const;
    /// Windows that begin at these tokens, int64 [N].
    models::Batch cut(const torch::Tensor& tokens, const torch::Tensor& starts) const;

    TextParts m_parts;  // on the device
    std::shared_ptr<const language::Tokenizer> m_tokenizer;
    int64_t m_window;
    bool m_carriesState;
    uint64_t m_seed;
    int64_t m_batchSize;
    int64_t m_windows;  // of the training part in one epoch
    int64_t m_batchesPerEpoch;
    int64_t m_permutedEpoch = -1;
    torch::Tensor m_starts;  // of the windows of that epoch, in their order
};

}  // namespace limner::training
