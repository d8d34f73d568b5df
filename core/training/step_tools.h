// What the training job lends to a model's step: randomness, the values in force, and the optimizers.
#pragma once

#include "core/internal/torch.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/internal/model.h"
#include "core/internal/optimizer.h"
#include "core/types/param.h"

namespace limner::training {

class TrainingTools final : public models::StepTools {
public:
    /// @param networks  of the model, on `device` already
    /// @param table, values  of the run; the values are complete
    TrainingTools(const std::vector<models::Network>& networks, const ParamTable& table, ParamValues values,
                  at::Generator generator, const torch::Device& device);

    torch::Tensor latents(int64_t count, int64_t dim) override;
    at::Generator& generator() override { return m_generator; }
    void update(std::string_view network, const torch::Tensor& loss) override;
    /// @throws NotFiniteError before anything has moved
    void update(const std::vector<std::string_view>& networks, const torch::Tensor& loss) override;
    bool trains(std::string_view network) const override;
    double live(std::string_view paramId) const override;
    int64_t step() const override { return m_step; }

    /// Called before each step. @param rateFactor  what the schedule multiplies every learning rate by
    void beginStep(int64_t step, double rateFactor);
    /// On a GPU the numbers are looked at here rather than in each step; until then nothing has moved since
    /// the first that was not finite. @throws NotFiniteError
    void checkDevice() const;

    const ParamValues& values() const { return m_values; }
    void setValue(const std::string& id, const ParamValue& value);
    /// The learning rates in force at this step, by parameter id, in the order of the networks.
    std::vector<std::pair<std::string, double>> learningRates() const;
    std::vector<Optimizer>& optimizers() { return m_optimizers; }
    const std::vector<Optimizer>& optimizers() const { return m_optimizers; }

private:
    struct Slot {
        std::string name;
        std::string learningRateId;
    };
    void readValues();
    size_t indexOf(std::string_view network) const;
    void backPropagate(const std::vector<size_t>& moving, const torch::Tensor& loss);
    void prepareGradients(const std::vector<size_t>& moving);
    void noteOnDevice(const std::vector<size_t>& moving, const torch::Tensor& loss);
    double rateOf(size_t network) const;

    const ParamTable& m_table;
    ParamValues m_values;
    at::Generator m_generator;
    torch::Device m_device;
    std::vector<Slot> m_slots;
    std::vector<Optimizer> m_optimizers;  // one for each slot
    std::map<std::string, double, std::less<>> m_live;
    std::set<std::string, std::less<>> m_frozen;
    torch::Tensor m_latents;                      // kept, as large as the largest request
    std::map<size_t, torch::Tensor> m_notFinite;  // GPU: by network, 1 once a number was not finite
    int64_t m_step = 0;
    double m_rateFactor = 1;
};

/// "discriminator, generator" → the names; spaces do not matter.
std::set<std::string, std::less<>> frozenNetworks(const ParamValues& values,
                                                  const std::vector<std::string>& networks);

}  // namespace limner::training
