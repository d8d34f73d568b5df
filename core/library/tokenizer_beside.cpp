#include "tokenizer_beside.h"

#include "core/language/tokenizer.h"

namespace limner::library {

Result<std::string> tokenizerBeside(const std::filesystem::path& weights, int64_t vocabulary) {
    const auto tokenizer = language::readTokenizer(std::filesystem::absolute(weights).parent_path());
    if (!tokenizer) return tokenizer.error();
    if ((*tokenizer)->size() > vocabulary) {
        return Error{
            .code = ErrorCode::Mismatch,
            .message = {LIMNER_TR("core", "The tokenizer beside “%1” has %2 tokens, the weights know %3."),
                        {weights.filename().string(), std::to_string((*tokenizer)->size()),
                         std::to_string(vocabulary)}},
            .hint = LIMNER_TR("core", "It belongs to other weights.")};
    }
    return (*tokenizer)->toJson();
}

}  // namespace limner::library
