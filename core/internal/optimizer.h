// Moves the weights of a network along its gradients. Equal to torch.optim of PyTorch, number for number.
#pragma once

#include "core/internal/torch.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/internal/model.h"
#include "core/internal/tensor_file.h"
#include "core/types/param.h"

namespace limner::training {

/// What all kinds of optimizers take; each reads what it needs. Standards are torch.optim's.
struct OptimizerSettings {
    std::string kind = "adam";  ///< "adam", "adamw", "sgd" or "rmsprop"
    double beta1 = 0.9;         ///< adam, adamw
    double beta2 = 0.999;       ///< adam, adamw
    double momentum = 0.9;      ///< sgd
    double alpha = 0.99;        ///< rmsprop
    double weightDecay = 0;     ///< decoupled in adamw, L2 in the others
    double epsilon = 1e-8;
};

/// The rows "optimizer" (each option brings its own) and "weight_decay", for the group "Training".
ParamTable optimizerRows();
/// @pre the values are complete with respect to `optimizerRows`
OptimizerSettings optimizerSettings(const ParamValues& values);

struct OptimizerKind;

/// One optimizer for the parameters of one network, which it shares. The network must be on its device
/// already.
class Optimizer {
public:
    /// @throws std::invalid_argument if the kind is unknown
    Optimizer(const models::Network& network, const OptimizerSettings& settings);

    /// Lets the gradients go, so that the next backward pass writes them rather than adding to them.
    void zeroGradients();
    /// Moves the weights. Takes no look at the gradients: see Gradients.
    /// @param notFinite  where it is there and 1, nothing moves; see Gradients::notFinite
    /// @throws std::logic_error if a parameter has no gradient
    void step(double learningRate, const std::optional<torch::Tensor>& notFinite = std::nullopt);

    /// "generator.main.0.weight.exp_avg", … and ".step", in the order of the parameters. Shares the memory.
    io::NamedTensors state() const;
    /// Errors: Mismatch (an entry is missing or has another shape); nothing is changed then. Other entries
    /// are left alone, so that one file may hold the state of several networks.
    Result<void> load(const std::map<std::string, torch::Tensor>& state);

    /// With the name of the network in front: "generator.main.0.weight".
    const std::vector<std::string>& parameterNames() const { return m_names; }
    const std::vector<torch::Tensor>& parameters() const { return m_parameters; }
    /// @throws std::logic_error if a parameter has no gradient
    std::vector<torch::Tensor> gradients() const;

private:
    const OptimizerKind* m_kind;
    OptimizerSettings m_settings;
    std::vector<std::string> m_names;
    std::vector<torch::Tensor> m_parameters;
    torch::Tensor m_steps;                ///< float32 [parameters]
    std::vector<torch::Tensor> m_stepOf;  ///< 0-dim views into m_steps, as the fused kernels want them
    std::vector<std::vector<torch::Tensor>> m_slots;  ///< [slot][parameter]: exp_avg, …
};

/// What one backward pass left in one or several networks, looked at before any weight moves.
class Gradients {
public:
    /// One pass over the gradients.
    explicit Gradients(const std::vector<const Optimizer*>& optimizers);

    /// The 2-norm of all gradients taken as one vector; 0-dim, on their device.
    const torch::Tensor& norm() const { return m_norm; }
    /// The name of the first parameter whose gradient is not finite; empty where all are. Waits for the
    /// device.
    std::string firstNotFinite() const;
    /// 1 if a gradient is not finite, else 0; float32, 0-dim. For `Optimizer::step` on a GPU, without waiting
    /// for it.
    torch::Tensor notFinite() const;
    /// Scales the gradients so that their norm is at most `maxNorm` (> 0), like
    /// torch.nn.utils.clip_grad_norm_.
    void clip(double maxNorm);

private:
    std::vector<std::string> m_names;
    std::vector<torch::Tensor> m_gradients;
    torch::Tensor m_norms;  ///< [parameters]
    torch::Tensor m_norm;
};

}  // namespace limner::training
