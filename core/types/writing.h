// Text as a language model sees it: token by token, each with how expected it was and what else might have
// come.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text.h"

namespace limner {

/// One token that might come next.
struct TokenChoice {
    int64_t id = 0;
    std::string text;
    double probability = 0;
};

/// One token of a text, and how the model saw it coming: always at temperature 1 and before any filter.
struct Token {
    int64_t id = 0;
    std::string text;           ///< its bytes; a character of several bytes may be spread over tokens
    double logProbability = 0;  ///< natural logarithm; 0 for the first token of a text, which follows nothing
    double entropy = 0;         ///< of all that might have come here, in nats
    std::vector<TokenChoice> likeliest = {};  ///< most likely first, kLikeliest at most
};
inline constexpr int kLikeliest = 6;

/// What a model wrote, or how it reads a text of somebody else.
struct Writing {
    std::vector<Token> tokens;
    std::vector<TokenChoice> next = {};  ///< what may follow the last token, most likely first
    int64_t cutTokens = 0;  ///< of the prompt, from its beginning, that the model's context had no room for
    Message ending = {};    ///< why it ended: "end of text", a stop string; empty while it goes on
};

/// The tokens' texts joined; bytes of a last character that is not complete yet are left out.
std::string textOf(const std::vector<Token>& tokens);

/// exp of the mean negative log-probability of all tokens but the first; 0 where there are fewer than two.
double perplexityOf(const std::vector<Token>& tokens);

/// What Write needs to know of a language model.
struct LanguageFacts {
    std::string title;      ///< "gpt-bible-kjv"
    std::string modelHash;  ///< SHA-256 of the weights, hex
    int64_t step = 0;       ///< of the weights
    int64_t parameters = 0;
    std::string tokenizer;   ///< "characters", "bytes", "byte-pairs"
    int64_t vocabulary = 0;  ///< how many tokens it knows
    int64_t context = 0;     ///< how many tokens it looks back on; 0: all of them (a recurrent network)
    std::vector<std::string> tags = {};  ///< of styled text: "psalm"; empty where it was trained without
    std::string chatTemplate = {};       ///< how turns are laid out; empty: plain
};

}  // namespace limner
