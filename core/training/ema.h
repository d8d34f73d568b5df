// The exponential moving average of the decoder's weights, which makes smoother pictures than the weights
// themselves.
#pragma once

#include "core/internal/torch.h"

#include <vector>

#include "core/internal/tensor_file.h"

namespace limner::training {

/// Averages all parameters of one network; its buffers (batch-norm statistics) are copied as they are.
class Ema {
public:
    explicit Ema(torch::nn::Module& network);

    /// 0 drops the average; leaving 0 begins a new one at the present weights. @pre 0 <= decay < 1
    void setDecay(double decay);
    bool isOn() const { return m_decay > 0; }
    /// average = decay * average + (1 - decay) * weights. Does nothing while off.
    void update();

    /// The averaged weights under the network's own parameter names; empty while off.
    io::NamedTensors tensors() const;
    /// Takes up averaged weights from a file. Errors: Mismatch (a name or a shape is different).
    Result<void> restore(const std::map<std::string, torch::Tensor>& tensors);

private:
    friend class AveragedWeights;
    double m_decay = 0;
    std::vector<std::string> m_names;  // parameters, then buffers
    std::vector<torch::Tensor> m_weights;
    std::vector<torch::Tensor> m_buffers;
    std::vector<torch::Tensor> m_averages;  // of the parameters; empty while off
};

/// Lends the averaged weights to the network for as long as this lives, then puts its own ones back, bit for
/// bit.
class AveragedWeights {
public:
    explicit AveragedWeights(Ema& ema);
    ~AveragedWeights();
    AveragedWeights(const AveragedWeights&) = delete;
    AveragedWeights& operator=(const AveragedWeights&) = delete;

private:
    Ema& m_ema;
    std::vector<torch::Tensor> m_own;
};

}  // namespace limner::training
