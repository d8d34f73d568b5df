// Scores of a model on pictures it has not learned from, batch by batch.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "batches.h"
#include "core/internal/model.h"

namespace limner::training {

/// The mean of each of `model.evaluationNames()` over all rows, with the weights as they are. Takes the same
/// random numbers every time, so that scores can be compared. One batch at a time, so that a stop need not
/// wait for all of them. The model and the batches must outlive it.
class Evaluation {
public:
    Evaluation(models::Model& model, BatchMaker& batches, torch::Tensor rows, uint64_t seed,
               const torch::Device& device);

    bool isDone() const { return m_next >= m_rows.size(0); }
    /// Scores one more batch. @pre not done
    void step();
    int64_t done() const { return m_next; }
    int64_t total() const { return m_rows.size(0); }
    /// Empty where there is nothing to score. @pre isDone()
    std::map<std::string, double> scores() const;

private:
    models::Model& m_model;
    BatchMaker& m_batches;
    torch::Tensor m_rows;
    std::vector<std::string> m_names;
    at::Generator m_generator;
    torch::Tensor m_sums;  // float64, one per name
    int64_t m_next = 0;
};

/// All batches at once, for the few pictures of a validation.
std::map<std::string, double> evaluate(models::Model& model, BatchMaker& batches, const torch::Tensor& rows,
                                       uint64_t seed, const torch::Device& device);

}  // namespace limner::training
