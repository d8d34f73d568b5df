// How a model sees a text: which tokens it has, how expected each was, and what may follow.
#pragma once

#include "core/internal/torch.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/internal/open_language.h"
#include "core/types/writing.h"

namespace limner::writing {

/// The tokens of a text as the model is to read them.
struct PromptTokens {
    std::vector<int32_t> ids;  ///< one at least
    int64_t shown =
        0;  ///< from here on they are the text itself; before stands its tag or what begins a text
    /// A space at the end of the text, not among `ids`: where words bring their own space (" river"), none
    /// ever stood alone before a word, and the model would not know how to go on from it.
    std::optional<int32_t> space = {};
};

/// With the tag before it; what is empty begins with the token that separates texts, or a line end.
/// Errors: InvalidArgument (the model was trained without this tag).
Result<PromptTokens> promptTokens(const language::Tokenizer& tokenizer, std::string_view text,
                                  const std::string& tag);

/// A token and how it was seen coming.
/// @param logProbabilities  of all tokens that might have come, float32 [vocabulary], on the CPU
Token judged(int32_t id, const torch::Tensor& logProbabilities, const language::Tokenizer& tokenizer);

/// What may come once a space is known to stand there: the same logits, minus infinity for all that brings
/// none. @param logits  float32 [vocabulary or more], on the CPU
torch::Tensor behindSpace(const torch::Tensor& logits, const language::Tokenizer& tokenizer);

/// Minus infinity, in place, for tags ("<|tag:psalm|>"): they ask for a kind of text and are no part of one.
/// @param logits  float32 [..., vocabulary], on the CPU
void forbidTags(torch::Tensor& logits, const language::Tokenizer& tokenizer);

/// A token that was seen coming behind a space which the text has already.
/// @param logProbabilities  as in `judged`, of what `behindSpace` leaves
Token judgedBehindSpace(int32_t id, const torch::Tensor& logProbabilities,
                        const language::Tokenizer& tokenizer);

/// The likeliest tokens, most likely first. @param logProbabilities  float32 [vocabulary], on the CPU
std::vector<TokenChoice> likeliest(const torch::Tensor& logProbabilities,
                                   const language::Tokenizer& tokenizer);

/// A whole text, judged token by token; of one that is longer than the model's context the end of it. What it
/// shares with the text that was read before it is not read again.
/// Errors: those of promptTokens; NotFinite.
Result<Writing> readText(OpenedLanguage& opened, std::string_view text, const std::string& tag);

/// Errors: NotFinite (a broken model: there is nothing to write).
Result<void> checkLogits(const torch::Tensor& logits);

}  // namespace limner::writing
