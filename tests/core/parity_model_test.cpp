// Every model takes the same first ten steps as its twin in PyTorch (numbers from
// tests/reference/make_numbers.py).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "described.h"
#include "formula.h"
#include "model_tools.h"
#include "numbers.h"

namespace limner::test {
namespace {

using nlohmann::json;

/// Every file of numbers that names a model.
std::vector<std::string> modelCases() {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(LIMNER_REFERENCE_NUMBERS)) {
        const std::string name = file.path().stem().string();
        if (readNumbers(name).contains("model")) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

ParamValues valuesOf(const json& numbers) {
    ParamValues values = paramValues(numbers["values"]);
    values["model"] = numbers["model"].get<std::string>();
    values["batch_size"] = numbers["batch"].get<int64_t>();
    return modelValues(values);
}

class Parity : public testing::TestWithParam<std::string> {
protected:
    static void SetUpTestSuite() { at::set_num_threads(1); }
};

TEST_P(Parity, FirstTenStepsEqualPyTorch) {
    const json numbers = readNumbers(GetParam());
    const ParamValues values = valuesOf(numbers);
    const auto model = makeModel(values);
    ASSERT_TRUE(model) << model.error().text();
    uint64_t stream = 0;
    for (const models::Network& network : (*model)->networks())
        stream = fillParameters(*network.module, stream);

    TestTools tools(**model, values);
    std::set<std::string> seen;  // first gradients of each parameter
    tools.onGradients = [&](const training::Optimizer& optimizer) {
        const auto gradients = optimizer.gradients();
        for (size_t i = 0; i < gradients.size(); ++i) {
            const std::string& name = optimizer.parameterNames()[i];
            if (seen.insert(name).second) expectDescribed(gradients[i], numbers["gradients"].at(name), name);
        }
    };
    const auto names = (*model)->scalarNames();
    for (; tools.stepsDone < 10; ++tools.stepsDone) {
        const auto scalars =
            (*model)->step(formulaBatch(**model, tools.stepsDone, numbers["batch"].get<int64_t>()), tools);
        for (const auto& [name, expected] : numbers["scalars"].items()) {
            const auto index = std::find(names.begin(), names.end(), name) - names.begin();
            const double reference = expected[static_cast<size_t>(tools.stepsDone)].get<double>();
            // Losses that cross zero are compared with 1 instead: logits and nats are of that order.
            EXPECT_NEAR(scalars[static_cast<size_t>(index)].item<double>(), reference,
                        1e-4 * std::max(1.0, std::abs(reference)))
                << name << " in step " << tools.stepsDone;
        }
    }
    EXPECT_EQ(seen.size(), numbers["gradients"].size());
    // Adam moves a bias before batch norm, whose gradient is rounding alone, by whole steps in any direction.
    expectDescribed((*model)->decode(latents(0, 2, (*model)->latentSize())), numbers["decoded"], "decoded",
                    1e-3);
}

INSTANTIATE_TEST_SUITE_P(Models, Parity, testing::ValuesIn(modelCases()), [](const auto& model) {
    std::string name = model.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace limner::test
