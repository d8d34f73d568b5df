// Models made from values as the train table makes them, and the tools of a training step without a training
// job.
#pragma once

#include "core/internal/torch.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/internal/model.h"
#include "core/internal/optimizer.h"

namespace limner::test {

/// The rows that a model needs: pictures, the model's own, the optimizer's, batch size.
ParamTable modelTable();

/// `given` names at least the model; everything else is standard. Throws if a value does not fit.
ParamValues modelValues(const ParamValues& given);

/// What StepTools::live answers for each of these values. @pre `values` are complete
std::map<std::string, double, std::less<>> liveValues(const ParamValues& values);

/// @pre `values` are complete
Result<std::unique_ptr<models::PictureModel>> makeModel(const ParamValues& values, uint64_t seed = 1);

/// A batch of pictures from the formula, as many as asked for.
models::Batch formulaBatch(const models::PictureModel& model, int64_t step, int64_t count);

/// Optimizers as a training job has them; latents from the formula or, where `isRandom`, from the generator.
class TestTools : public models::StepTools {
public:
    TestTools(const models::Model& model, ParamValues values);

    torch::Tensor latents(int64_t count, int64_t dim) override;
    at::Generator& generator() override { return m_generator; }
    void update(std::string_view network, const torch::Tensor& loss) override {
        update(std::vector{network}, loss);
    }
    void update(const std::vector<std::string_view>& networks, const torch::Tensor& loss) override;
    bool trains(std::string_view network) const override { return !frozen.contains(std::string(network)); }
    double live(std::string_view paramId) const override { return liveValues(values).find(paramId)->second; }
    int64_t step() const override { return stepsDone; }

    /// Looks at the gradients of a network after the backward pass.
    std::function<void(const training::Optimizer&)> onGradients = [](const auto&) {};
    std::set<std::string> frozen;
    std::map<std::string, int> updates;  ///< per network
    ParamValues values;
    int64_t stepsDone = 0;
    bool isRandom = false;

private:
    at::Generator m_generator;
    std::map<std::string, training::Optimizer, std::less<>> m_optimizers;
    std::map<std::string, std::string, std::less<>> m_rateIds;
};

}  // namespace limner::test
