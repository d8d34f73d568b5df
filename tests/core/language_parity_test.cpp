// Every language model takes the same first ten steps as its twin in PyTorch, and reads and continues a text
// as that does (numbers from tests/reference/make_language_numbers.py; GPT from transformers'
// GPT2LMHeadModel).
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "described.h"
#include "language_tools.h"
#include "model_tools.h"
#include "numbers.h"

namespace limner::test {
namespace {

using nlohmann::json;

constexpr int64_t kPrompt = 24;

const json& languageNumbers() {
    static const json numbers = readNumbers("language");
    return numbers;
}

std::vector<std::string> casesOf(const char* group) {
    std::vector<std::string> names;
    for (const auto& [name, numbers] : languageNumbers()[group].items()) names.push_back(name);
    return names;
}

std::string testName(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::ranges::replace(name, '-', '_');
    return name;
}

ParamValues valuesFor(const json& numbers) {
    return languageValues(numbers["model"], paramValues(numbers["values"]));
}

class LanguageTraining : public testing::TestWithParam<std::string> {};

TEST_P(LanguageTraining, FirstTenStepsEqualPyTorch) {
    const json& numbers = languageNumbers()["trained"][GetParam()];
    const ParamValues values = valuesFor(numbers);
    const auto model = languageModel(values);
    TestTools tools(*model, values);
    std::set<std::string> seen;
    tools.onGradients = [&](const training::Optimizer& optimizer) {
        const auto gradients = optimizer.gradients();
        for (size_t i = 0; i < gradients.size(); ++i) {
            const std::string& name = optimizer.parameterNames()[i];
            if (seen.insert(name).second)
                expectDescribed(gradients[i], numbers["gradients"].at(name), name, 1e-3);
        }
    };
    for (; tools.stepsDone < 10; ++tools.stepsDone) {
        const models::Batch batch =
            languageBatch(tools.stepsDone, numbers["rows"], numbers["length"], model->vocabulary());
        const auto scalars = model->step(batch, tools);
        EXPECT_NEAR(scalars.front().item<double>(),
                    numbers["losses"][static_cast<size_t>(tools.stepsDone)].get<double>(), 1e-4)
            << "in step " << tools.stepsDone;
    }
    EXPECT_EQ(seen.size(), numbers["gradients"].size());
}

INSTANTIATE_TEST_SUITE_P(Models, LanguageTraining, testing::ValuesIn(casesOf("trained")), testName);

class LanguageReading : public testing::TestWithParam<std::string> {
protected:
    const json& numbers = languageNumbers()["read"][GetParam()];
    std::unique_ptr<models::LanguageModel> model = languageModel(valuesFor(numbers), numbers["factor"]);
    torch::Tensor prompt = formulaTokens(100, 1, kPrompt, model->vocabulary())[0];

    void expectLogits(const torch::Tensor& logits) {
        const json& rows = numbers["logits"];
        ASSERT_EQ(logits.size(0), static_cast<int64_t>(rows.size()));
        for (int64_t i = 0; i < logits.size(0); ++i) {
            const auto row = rows[static_cast<size_t>(i)].get<std::vector<float>>();
            const double worst = (logits[i] - torch::tensor(row)).abs().max().item<double>();
            EXPECT_LT(worst, 1e-3) << "at position " << i;
        }
    }
};

TEST_P(LanguageReading, LogitsEqualPyTorchAtAllPositions) {
    expectLogits(model->logits(prompt.unsqueeze(0))[0]);
    expectLogits(model->reader()->read(prompt));
}

TEST_P(LanguageReading, LogitsAreTheSameTokenByToken) {
    const auto reader = model->reader();
    std::vector<torch::Tensor> logits;
    for (int64_t i = 0; i < kPrompt; ++i) logits.push_back(reader->readLast(prompt.slice(0, i, i + 1)));
    expectLogits(torch::stack(logits));
    EXPECT_EQ(reader->length(), kPrompt);
}

TEST_P(LanguageReading, GreedyContinuationEqualsPyTorchWithAndWithoutMemory) {
    const auto expected = numbers["continued"].get<std::vector<int64_t>>();
    const auto reader = model->reader();
    torch::Tensor whole = prompt, read = prompt;
    std::vector<int64_t> remembered, anew;
    for (size_t i = 0; i < expected.size(); ++i) {
        read = reader->readLast(read).argmax().view({1});
        remembered.push_back(read.item<int64_t>());
        const torch::Tensor next = model->logits(whole.unsqueeze(0))[0][-1].argmax().view({1});
        anew.push_back(next.item<int64_t>());
        whole = torch::cat({whole, next});
    }
    EXPECT_EQ(remembered, expected);
    EXPECT_EQ(anew, expected);
}

INSTANTIATE_TEST_SUITE_P(Models, LanguageReading, testing::ValuesIn(casesOf("read")), testName);

}  // namespace
}  // namespace limner::test
