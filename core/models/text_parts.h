// What the language models have in common: rows of their tables and the loss.
#pragma once

#include "core/internal/torch.h"

#include <string>

#include "core/types/param.h"

namespace limner::models {

/// A whole number of the group "Model".
ParamSpec textCountRow(std::string id, std::string label, std::string help, int64_t standard, Range range);
/// The row "vocabulary": how many tokens there are. 0 stands for what the tokenizer of the data has, which
/// whoever makes the model puts in its place.
ParamSpec vocabularyRow();
/// The rows "learning_rate" and "dropout".
ParamSpec textRateRow(double standard);
ParamSpec textDropoutRow(double standard);

/// Errors: InvalidArgument (0: no tokenizer has said it).
Result<int64_t> vocabularyOf(const ParamValues& values);

/// Cross-entropy in nats, the mean over all tokens.
/// @param logits   float32 [N, T, vocabulary]
/// @param targets  int64 [N, T]
/// @return 0-dim
torch::Tensor tokenLoss(const torch::Tensor& logits, const torch::Tensor& targets);

}  // namespace limner::models
