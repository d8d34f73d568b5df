// How the next token is chosen from what a model expects: penalties, temperature, filters, then a draw.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace limner::language {

/// As it stands nothing is filtered: tokens are drawn as the model expects them.
struct Sampling {
    double temperature = 1;        ///< 0: always the likeliest
    int64_t topK = 0;              ///< 0: off
    double topP = 1;               ///< 1: off; 0: the likeliest alone
    double minP = 0;               ///< 0: off
    double typical = 0;            ///< 0 or 1: off
    double repetitionPenalty = 1;  ///< 1: off
    double frequencyPenalty = 0;   ///< 0: off
};

/// A token that may be drawn.
struct TokenShare {
    int32_t id = 0;
    double probability = 0;
};

/// Numbers in [0, 1) from 64 bits of state, the same on every machine: SplitMix64 (Steele, Lea and Flood
/// 2014); the upper 53 bits of each number times 2^-53.
class TokenDraws {
public:
    /// @param state  a seed, or the state of another one, which then goes on where that stood
    explicit TokenDraws(uint64_t state) : m_state(state) {}
    uint64_t state() const { return m_state; }
    double next();

private:
    uint64_t m_state;
};

/// Makes what was there already less likely, in place. A token of `text` has its logit divided by the
/// repetition penalty where it is positive, else multiplied (Keskar et al. 2019, section 4.1, as in
/// transformers); one of `written` has the frequency penalty taken off as often as it occurs there (OpenAI's
/// API, "frequency_penalty").
/// @param text     prompt and what was written so far
/// @param written  what was written so far
/// @pre ids are below logits.size()
void penalise(std::span<float> logits, std::span<const int32_t> text, std::span<const int32_t> written,
              const Sampling& sampling);

/// The id of the largest logit, the first of equal ones; -1 where none is a number above -infinity.
int32_t likeliestOf(std::span<const float> logits);

/// What may be drawn, by rising id, with probabilities that sum to 1. In this order, as in transformers:
/// temperature; top-k (equals of the last one stay); top-p (Holtzman et al. 2020); min-p (Nguyen et al.
/// 2024); typical (Meister et al. 2023). One always stays; empty where no logit is a number above -infinity.
/// @pre sampling.temperature > 0
std::vector<TokenShare> candidatesOf(std::span<const float> logits, const Sampling& sampling);

/// The candidate in whose share of [0, 1) the number falls.
/// @pre candidates are not empty
int32_t drawFrom(std::span<const TokenShare> candidates, double number);

/// All of it: penalises `logits`, then takes the likeliest at temperature 0, else draws. -1 where no logit is
/// a number above -infinity. Draws one number, or none at temperature 0.
int32_t chooseToken(std::span<float> logits, std::span<const int32_t> text, std::span<const int32_t> written,
                    const Sampling& sampling, TokenDraws& draws);

}  // namespace limner::language
