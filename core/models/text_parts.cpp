#include "text_parts.h"

namespace limner::models {

ParamSpec textCountRow(std::string id, std::string label, std::string help, int64_t standard, Range range) {
    return {.id = std::move(id),
            .label = std::move(label),
            .help = std::move(help),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Integer,
            .standard = standard,
            .range = range};
}

ParamSpec vocabularyRow() {
    ParamSpec row = textCountRow("vocabulary", LIMNER_TR("core", "Vocabulary"),
                                 LIMNER_TR("core", "How many different tokens the model knows."), 0,
                                 {.low = 0, .high = 1'000'000, .step = 1});
    row.zeroText = LIMNER_TR("core", "as the tokenizer");
    return row;
}

ParamSpec textRateRow(double standard) {
    return {.id = "learning_rate",
            .label = LIMNER_TR("core", "Learning rate"),
            .help = LIMNER_TR("core", "How far the weights move in one step."),
            .group = LIMNER_TR("core", "Steering"),
            .kind = ParamKind::Real,
            .standard = standard,
            .range = {.low = 1e-7, .high = 1, .scale = Scale::Log},
            .editableWhileRunning = true};
}

ParamSpec textDropoutRow(double standard) {
    return {.id = "dropout",
            .label = LIMNER_TR("core", "Dropout"),
            .help = LIMNER_TR("core",
                              "The share of activations that each step leaves out, against learning a small "
                              "text by heart."),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Real,
            .standard = standard,
            .range = {.low = 0, .high = 0.9, .step = 0.05},
            .zeroText = LIMNER_TR("core", "off")};
}

Result<int64_t> vocabularyOf(const ParamValues& values) {
    const int64_t vocabulary = intOf(values, "vocabulary");
    if (vocabulary > 0) return vocabulary;
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = LIMNER_TR("core", "The model does not know how many tokens there are."),
                 .hint = LIMNER_TR("core", "Choose a text to learn from, or give the vocabulary.")};
}

torch::Tensor tokenLoss(const torch::Tensor& logits, const torch::Tensor& targets) {
    return at::cross_entropy_loss(logits.reshape({-1, logits.size(-1)}), targets.reshape({-1}));
}

}  // namespace limner::models
