// The parts of a tokenizer.json as Hugging Face's `tokenizers` writes it. Included by .cpp files only.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "special_tokens.h"

namespace limner::language {

/// For writing: objects keep the order in which they were built.
using OrderedJson = nlohmann::ordered_json;

/// What is the same in each kind: version, special tokens, no normalizer, no post-processor.
OrderedJson tokenizerJson(const std::vector<SpecialToken>& specials, OrderedJson preTokenizer,
                          OrderedJson decoder, OrderedJson model);

/// An object of token texts and ids in the order of ids. Linear, unlike that many insertions.
/// @pre texts differ
OrderedJson vocabularyJson(const std::vector<std::string>& texts);

/// Cuts a text into bytes, and into GPT-2's pieces first where `useRegex`.
OrderedJson byteLevelJson(const char* type, bool addPrefixSpace, bool useRegex);

/// Cuts a text into its characters.
OrderedJson splitIntoCharactersJson();

/// One line, UTF-8; U+FFFD for what is not.
std::string jsonText(const OrderedJson& json);

}  // namespace limner::language
