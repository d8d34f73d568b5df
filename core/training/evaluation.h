// Scores of a model on what it has not learned from, batch by batch.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/internal/model.h"
#include "feed.h"

namespace limner::training {

/// Each of `model.evaluationNames()` over all examples of a part, with the weights as they are. Takes the
/// same random numbers every time, so that scores can be compared. One batch at a time, so that a stop need
/// not wait for all of them. The model and the feed must outlive it.
class Evaluation {
public:
    Evaluation(models::Model& model, Feed& feed, HeldOut part, uint64_t seed, const torch::Device& device);

    bool isDone() const { return m_next >= m_total; }
    /// Scores one more batch. @pre not done
    void step();
    int64_t done() const { return m_next; }
    int64_t total() const { return m_total; }
    /// Empty where there is nothing to score. @pre isDone()
    std::map<std::string, double> scores() const;

private:
    models::Model& m_model;
    Feed& m_feed;
    HeldOut m_part;
    int64_t m_total;
    std::vector<std::string> m_names;
    at::Generator m_generator;
    torch::Tensor m_sums;  // float64, one per name
    int64_t m_next = 0;
};

/// All batches at once, for the few examples of a validation.
std::map<std::string, double> evaluate(models::Model& model, Feed& feed, HeldOut part, uint64_t seed,
                                       const torch::Device& device);

}  // namespace limner::training
