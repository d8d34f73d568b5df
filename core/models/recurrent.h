// Recurrent language models: their training step by truncated back-propagation through time, evaluation, and
// readers.
#pragma once

#include "core/internal/language_model.h"
#include "recurrent_network.h"

namespace limner::models {

/// How a recurrent model learns.
struct RecurrentTraining {
    int64_t window = 64;       ///< tokens of a row, over which gradients flow back
    double dropout = 0;        ///< of what goes into each layer and into the head
    bool carriesState = true;  ///< whether a row begins with what the row before it left
};

/// Network: "recurrent".
class Recurrent : public LanguageModel {
public:
    Recurrent(RecurrentNetwork network, const RecurrentTraining& training);

    std::vector<Network> networks() const override;
    std::vector<std::string> scalarNames() const override { return {"loss"}; }
    std::string decoderName() const override { return "recurrent"; }
    Scalars step(const Batch& batch, StepTools& tools) override;
    /// A batch that continues begins with the state behind the one evaluated before.
    Scalars evaluate(const Batch& batch, at::Generator& generator) override;
    /// "state.hidden" and "state.cell", as they were behind the last step.
    std::vector<std::pair<std::string, torch::Tensor>> carried() const override;
    void restoreCarried(const std::map<std::string, torch::Tensor>& tensors) override;

    int64_t vocabulary() const override { return m_network->shape().vocabulary; }
    int64_t context() const override { return 0; }
    int64_t window() const override { return m_training.window; }
    bool carriesState() const override { return m_training.carriesState; }
    torch::Tensor logits(const torch::Tensor& tokens) override;
    std::unique_ptr<Reader> reader() override;

private:
    /// `before` where the batch goes on from it, else that of a beginning.
    RecurrentState stateFor(const Batch& batch, const RecurrentState& before) const;

    RecurrentNetwork m_network;
    RecurrentTraining m_training;
    RecurrentState m_learned;  // behind the last step; undefined before the first
    RecurrentState m_scored;   // behind the last evaluation
};

}  // namespace limner::models
