// The network of a recurrent language model: a table of tokens, recurrent layers, and a head.
#pragma once

#include "core/internal/torch.h"

#include <torch/nn/pimpl.h>

#include <string>
#include <vector>

namespace limner::models {

/// What a recurrent network remembers of the rows of a batch, each [layers, N, hidden size].
struct RecurrentState {
    torch::Tensor hidden;
    torch::Tensor cell;  ///< of an LSTM only
};

struct RecurrentShape {
    std::string
        kind;  ///< "rnn" (Elman 1990, tanh), "gru" (Cho et al. 2014), "lstm" (Hochreiter & Schmidhuber 1997)
    int64_t vocabulary = 0;
    int64_t layers = 0;
    int64_t hiddenSize = 0;
    int64_t embeddingSize = 0;
    /// The head takes the weights of the token table (Press & Wolf 2017); where the two sizes differ, a
    /// projection without bias leads from the hidden size to the embedding size before it.
    bool isTied = false;

    /// Parts of the recurrent matrices, in PyTorch's order: 1, 3 (r, z, n) or 4 (i, f, g, o).
    int64_t gates() const;
    bool hasCell() const { return kind == "lstm"; }
    bool hasProjection() const { return isTied && hiddenSize != embeddingSize; }
};

/// The weights of one recurrent layer, as nn.LSTM lays them out.
struct RecurrentLayer {
    torch::Tensor inputWeight;   ///< weight_ih_l0, [gates · hidden, in]
    torch::Tensor hiddenWeight;  ///< weight_hh_l0, [gates · hidden, hidden]
    torch::Tensor inputBias, hiddenBias;
};

/// Parameter names are those of a PyTorch module with embedding = nn.Embedding, rnn = nn.RNN, nn.GRU or
/// nn.LSTM (batch_first), projection = nn.Linear (no bias), head = nn.Linear. Tied weights are held once, as
/// embedding.weight.
struct RecurrentNetworkImpl : torch::nn::Module {
    explicit RecurrentNetworkImpl(const RecurrentShape& shape);

    /// @param tokens   int64 [N, T]
    /// @param state    before the first of them; afterwards, behind the last of them, for what comes next:
    ///                 gradients do not flow through it
    /// @param dropout  of what goes into each layer and into the head; 0 in eval mode
    /// @return logits of what may follow each, [N, T, vocabulary]
    torch::Tensor forward(const torch::Tensor& tokens, RecurrentState& state, double dropout);
    /// Up to the last layer, [N, T, hidden size].
    torch::Tensor outputs(const torch::Tensor& tokens, RecurrentState& state, double dropout);
    /// […, hidden size] → […, vocabulary]
    torch::Tensor head(const torch::Tensor& outputs) const;
    /// At the beginning of a text.
    RecurrentState beginning(int64_t rows) const;

    const RecurrentShape& shape() const { return m_shape; }

    torch::Tensor tokenTable;  ///< embedding.weight
    std::vector<RecurrentLayer> layers;
    torch::Tensor projection;  ///< undefined where there is none
    torch::Tensor headWeight, headBias;

private:
    void addLayers();
    torch::Tensor ofInput(size_t layer, const torch::Tensor& tokens, const torch::Tensor& below,
                          double dropout) const;
    torch::Tensor lstmOutputs(const torch::Tensor& tokens, RecurrentState& state, double dropout) const;
    RecurrentShape m_shape;
};
TORCH_MODULE(RecurrentNetwork);

/// As PyTorch draws them: recurrent layers from U(±1/√hidden), the token table from N(0, 1); where it is also
/// the head, from U(±1/√embedding), and so are head and projection.
void drawRecurrentWeights(RecurrentNetworkImpl& network, at::Generator& generator);

}  // namespace limner::models
