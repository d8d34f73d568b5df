// Language models with the weights and tokens of the formula.
#pragma once

#include "core/internal/torch.h"

#include <memory>
#include <string>

#include "core/internal/language_model.h"
#include "core/types/param.h"

namespace limner::test {

/// Complete values of a model, its optimizer's among them. Throws if one does not fit.
ParamValues languageValues(const std::string& model, const ParamValues& given);

/// @param factor  of all matrices: larger ones make a model that distinguishes more
std::unique_ptr<models::LanguageModel> languageModel(const ParamValues& values, double factor = 1);

/// int64 [rows, length], as tests/reference/language_twins.py has them.
torch::Tensor formulaTokens(int64_t step, int64_t rows, int64_t length, int64_t vocabulary);

/// The row of each that follows by one token, as a training job makes it.
models::Batch languageBatch(int64_t step, int64_t rows, int64_t length, int64_t vocabulary);

}  // namespace limner::test
