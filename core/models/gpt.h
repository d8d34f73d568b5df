// GPT as a language model: its training step, evaluation, and readers.
#pragma once

#include "core/internal/language_model.h"
#include "gpt_network.h"

namespace limner::models {

/// Network: "transformer".
class Gpt : public LanguageModel {
public:
    /// @param window   tokens of a row in training, at most the context
    /// @param dropout  of embeddings, attention and both parts of a layer, in training
    Gpt(GptNetwork network, const GptShape& shape, int64_t window, double dropout);

    std::vector<Network> networks() const override;
    std::vector<std::string> scalarNames() const override { return {"loss"}; }
    std::string decoderName() const override { return "transformer"; }
    Scalars step(const Batch& batch, StepTools& tools) override;
    Scalars evaluate(const Batch& batch, at::Generator& generator) override;

    int64_t vocabulary() const override { return m_shape.vocabulary; }
    int64_t context() const override { return m_shape.context; }
    int64_t window() const override { return m_window; }
    torch::Tensor logits(const torch::Tensor& tokens) override;
    std::unique_ptr<Reader> reader() override;
    std::unique_ptr<Reader> roundedReader() override;

    const GptShape& shape() const { return m_shape; }

private:
    GptNetwork m_network;
    GptShape m_shape;
    int64_t m_window;
    double m_dropout;
};

}  // namespace limner::models
