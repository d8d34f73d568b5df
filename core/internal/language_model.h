// A model that continues a text: what Write, perplexity and export need beside training.
#pragma once

#include "core/internal/model.h"

#include <cstdint>
#include <memory>

namespace limner::models {

/// Reads one text from its beginning and remembers it, so that each further token costs one step. Of one
/// thread; the model must outlive it and keep its weights.
class Reader {
public:
    virtual ~Reader() = default;
    /// @param tokens  int64 [T], T >= 1, what follows what was read before
    /// @return logits of what may follow each of them, float32 [T, vocabulary]
    virtual torch::Tensor read(const torch::Tensor& tokens) = 0;
    /// The same for what may follow the last of them only, float32 [vocabulary].
    virtual torch::Tensor readLast(const torch::Tensor& tokens) = 0;
    /// Tokens read and not forgotten.
    virtual int64_t length() const = 0;
    /// Forgets all but the first `length` of them. False, and nothing is forgotten, where that cannot be: a
    /// recurrent network does not know what it knew before.
    virtual bool rewind(int64_t length) = 0;
    /// Another reader that has read the same, for another continuation.
    virtual std::unique_ptr<Reader> fork() const = 0;
};

class LanguageModel : public Model {
public:
    virtual int64_t vocabulary() const = 0;
    /// How many tokens it looks back on; 0: on all of them (a recurrent network). A reader that is given more
    /// forgets the first half of its context and goes on.
    virtual int64_t context() const = 0;
    /// Tokens of one row in training.
    virtual int64_t window() const = 0;
    /// Whether it begins each row of a batch that `continues` where it left off.
    virtual bool carriesState() const { return false; }
    /// Tokens int64 [N, T] → logits of what may follow each, [N, T, vocabulary]. In eval mode, without
    /// gradients.
    virtual torch::Tensor logits(const torch::Tensor& tokens) = 0;
    /// A reader at the beginning of a text. In eval mode, without gradients.
    virtual std::unique_ptr<Reader> reader() = 0;
    /// The same, but single tokens are read with the weights rounded to 8 bits as they are now: about three
    /// times as fast with a large network, and nearly always the same likeliest token. Rounding takes half
    /// a second for GPT-2's smallest size; forks share it. Null where there is none.
    virtual std::unique_ptr<Reader> roundedReader() { return nullptr; }

    std::vector<std::string> evaluationNames() const override { return {"loss", "perplexity"}; }
    /// The loss is in nats a token; its exponential is the perplexity.
    double scoreOf(size_t scalar, double mean) const override;
    /// The first tokens of the examples, continued: the running sample.
    Shown show(const Batch& examples, uint64_t seed) override;
};

}  // namespace limner::models
