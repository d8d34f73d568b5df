// What the readers of tokenizer files share: a vocabulary as it was read, checked and brought to byte pairs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "byte_pair_tokenizer.h"
#include "tokenizer.h"

namespace limner::language {

/// A vocabulary as files have it: bytes are spelled in the alphabet of bytes.
struct TokenizerParts {
    std::unordered_map<std::string, int32_t> vocabulary;
    std::vector<std::pair<std::string, std::string>> merges;
    std::vector<SpecialToken> specials;
    bool usesPieces = true;
    bool addsSpace = false;
    bool prefersWhole = false;
};

/// What each id stands for, as it is spelled; special tokens are added to the vocabulary where it lacks them.
/// Errors: Damaged (an id is missing, negative or there twice; nothing there at all).
Result<std::vector<std::string>> tokensById(const TokenizerParts& parts, const std::filesystem::path& file);

/// A byte-pair tokenizer, or one of bytes where there is no merge and every id is its byte.
/// Errors: Damaged (as above; a merge of tokens, or to one, that the vocabulary lacks).
Result<TokenizerPointer> tokenizerOf(const TokenizerParts& parts, const std::filesystem::path& file);

}  // namespace limner::language
