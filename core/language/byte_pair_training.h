// Learns byte pairs from a text: the pair of tokens that stands side by side most often becomes one, again
// and again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/tokenizer.h"
#include "core/types/result.h"

namespace limner::language {

struct BytePairTraining {
    int64_t vocabularySize = 8000;           ///< special tokens and the 256 bytes included
    std::vector<std::string> specials = {};  ///< get the last ids; their spellings do not count as text
    int64_t leastCount = 2;                  ///< pairs that are rarer are not joined
    size_t maxBytes = 16'000'000;            ///< of the text, from its beginning, that are learned from
    std::function<bool()> isStopped = {};    ///< asked now and then; empty: never stopped
};

struct LearnedTokenizer {
    TokenizerPointer tokenizer;
    std::vector<Message> notes;  ///< what the person should know: only a part was read, fewer tokens came out
};

/// Deterministic, and the same merges as Hugging Face's BpeTrainer finds over the same pieces: of equally
/// frequent pairs the one with the lower ids. Pieces of more than 1024 bytes are learned from in parts.
/// Errors: InvalidArgument (no room for the 256 bytes and the special tokens), and one that nobody needs to
/// see where it was stopped. Source: Sennrich et al. 2016, algorithm 1.
Result<LearnedTokenizer> learnBytePairs(std::string_view utf8, const BytePairTraining& training);

}  // namespace limner::language
