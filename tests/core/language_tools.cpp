#include "language_tools.h"

#include <stdexcept>

#include "core/internal/model_maker.h"
#include "formula.h"
#include "model_tools.h"

namespace limner::test {

ParamValues languageValues(const std::string& model, const ParamValues& given) {
    ParamValues values = given;
    values["model"] = model;
    return modelValues(values);
}

std::unique_ptr<models::LanguageModel> languageModel(const ParamValues& values, double factor) {
    at::set_num_threads(1);  // threads that wait for each other take longer than models as small as these
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(1);
    auto made = training::makeModel(values, generator);
    if (!made) throw std::invalid_argument(made.error().text());
    const models::Network network = (*made)->networks().front();
    fillParameters(*network.module, 0);
    const torch::NoGradGuard noGradients;
    for (torch::Tensor& parameter : network.module->parameters()) {
        if (parameter.dim() > 1) parameter.mul_(factor);
    }
    return std::unique_ptr<models::LanguageModel>(dynamic_cast<models::LanguageModel*>(made->release()));
}

torch::Tensor formulaTokens(int64_t step, int64_t rows, int64_t length, int64_t vocabulary) {
    constexpr int64_t kTokens = 3000;
    const torch::Tensor share = (hashed(static_cast<uint64_t>(kTokens + step), {rows, length}) + 1) / 2;
    return (share * static_cast<float>(vocabulary)).floor().to(torch::kInt64).clamp_max(vocabulary - 1);
}

models::Batch languageBatch(int64_t step, int64_t rows, int64_t length, int64_t vocabulary) {
    const torch::Tensor row = formulaTokens(step, rows, length + 1, vocabulary);
    return {.inputs = row.slice(1, 0, length), .targets = row.slice(1, 1), .continues = step > 0};
}

}  // namespace limner::test
