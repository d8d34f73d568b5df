#include "core/language/sampling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>

#include "text_files.h"

namespace limner::language {
namespace {

using Ids = std::vector<int32_t>;
using Logits = std::vector<float>;

constexpr float kNone = -std::numeric_limits<float>::infinity();

/// The formula of make_sampling_numbers.py.
Logits logitsOf(uint64_t size, uint64_t seed) {
    Logits logits;
    for (uint64_t i = 0; i < size; ++i) {
        const double value =
            static_cast<double>(((i + 1) * 2654435761 + seed * 40503) % 4294967296) / 4294967296;
        logits.push_back(static_cast<float>(8 * value * value * value - 4));
    }
    return logits;
}

Sampling samplingOf(const nlohmann::json& values) {
    return {.temperature = values["temperature"],
            .topK = values["top_k"],
            .topP = values["top_p"],
            .minP = values["min_p"],
            .typical = values["typical"],
            .repetitionPenalty = values["repetition"]};
}

TEST(Sampling, FiltersLeaveWhatThoseOfTransformersLeave) {
    const auto reference = referenceJson("sampling.json");
    ASSERT_EQ(reference["cases"].size(), 57u);
    for (const auto& expected : reference["cases"]) {
        SCOPED_TRACE(expected["values"].dump() + " of " + expected["size"].dump());
        Logits logits = logitsOf(expected["size"], expected["seed"]);
        const Sampling sampling = samplingOf(expected["values"]);
        penalise(logits, expected["text"].get<Ids>(), {}, sampling);
        const auto candidates = candidatesOf(logits, sampling);
        // A sum that is compared in float32 there and in double here may fall on either side of a limit.
        EXPECT_NEAR(static_cast<double>(candidates.size()), expected["kept"].get<double>(),
                    expected["size"] > 1000 ? 0.001 * expected["kept"].get<double>() : 0);
        double sum = 0;
        double idMean = 0;
        std::map<int32_t, double> shares;
        for (const auto& [id, probability] : candidates) {
            sum += probability;
            idMean += id * probability;
            shares[id] = probability;
        }
        EXPECT_NEAR(sum, 1, 1e-9);
        EXPECT_NEAR(idMean, expected["id_mean"], 1e-3 * expected["id_mean"].get<double>());
        for (const auto& first : expected["first"])
            EXPECT_NEAR(shares[first[0]], first[1], 2e-4 * first[1].get<double>()) << first[0];
    }
}

TEST(Sampling, FrequencyPenaltyCountsWhatWasWritten) {
    Logits logits{1, 1, -1};
    penalise(logits, Ids{0, 1, 2, 2}, Ids{2, 1, 2}, {.frequencyPenalty = 0.5});
    EXPECT_EQ(logits, (Logits{1, 0.5, -2})) << "mu[j] - c[j] * alpha, and the prompt does not count";
}

TEST(Sampling, TemperatureZeroTakesTheLikeliestAndDrawsNothing) {
    Logits logits{0, 3, 3, 1};
    TokenDraws draws(7);
    EXPECT_EQ(chooseToken(logits, {}, {}, {.temperature = 0}, draws), 1) << "the first of equal ones";
    EXPECT_EQ(draws.state(), 7u);
    EXPECT_EQ(chooseToken(logits, Ids{1}, {}, {.temperature = 0, .repetitionPenalty = 2}, draws), 2);
}

TEST(Sampling, TopPZeroLeavesTheLikeliest) {
    const auto candidates = candidatesOf(Logits{0, 1, 5, 1}, {.topP = 0});
    ASSERT_EQ(candidates.size(), 1u);
    EXPECT_EQ(candidates[0].id, 2);
    EXPECT_EQ(candidates[0].probability, 1);
}

TEST(Sampling, EqualTokensAreCutByNumber) {
    const auto candidates = candidatesOf(Logits(100, 1.F), {.topP = 0.5});
    EXPECT_EQ(candidates.size(), 50u);
    EXPECT_EQ(candidates.back().id, 49);
    EXPECT_EQ(candidatesOf(Logits(100, 1.F), {.topK = 3}).size(), 100u) << "as in transformers";
}

TEST(Sampling, LogitsThatAreNoNumbersAreNeverChosen) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    TokenDraws draws(1);
    for (const Sampling& sampling :
         {Sampling{}, Sampling{.topK = 2}, Sampling{.topP = 0.9, .minP = 0.1, .typical = 0.5},
          Sampling{.temperature = 0}}) {
        Logits some{nan, kNone, 2, nan};
        EXPECT_EQ(chooseToken(some, {}, {}, sampling, draws), 2);
        Logits none{nan, kNone};
        EXPECT_EQ(chooseToken(none, {}, {}, sampling, draws), -1);
        Logits endless{0, std::numeric_limits<float>::infinity()};
        EXPECT_EQ(chooseToken(endless, {}, {}, sampling, draws), 1);
    }
}

// The first numbers of SplitMix64 from the state 1234567, from the table of Rosetta Code ("Pseudo-random
// numbers/ Splitmix64").
TEST(Sampling, DrawsAreThoseOfSplitMix64) {
    TokenDraws draws(1234567);
    for (const uint64_t bits : {6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
                                4593380528125082431u, 16408922859458223821u})
        EXPECT_EQ(draws.next(), static_cast<double>(bits >> 11) * 0x1.0p-53);
    TokenDraws again(draws.state());
    EXPECT_EQ(again.next(), draws.next());
}

TEST(Sampling, TokensAreDrawnAsOftenAsTheyAreLikely) {
    const Logits logits{std::log(0.5F), std::log(0.2F), kNone, std::log(0.3F)};
    TokenDraws draws(11);
    std::vector<int> counts(4, 0);
    constexpr int kDraws = 20000;
    for (int i = 0; i < kDraws; ++i) {
        Logits copy = logits;
        ++counts[static_cast<size_t>(chooseToken(copy, {}, {}, {}, draws))];
    }
    // Four standard deviations of a binomial are under 0.0142 of the draws.
    EXPECT_NEAR(counts[0], 0.5 * kDraws, 0.0142 * kDraws);
    EXPECT_NEAR(counts[1], 0.2 * kDraws, 0.0142 * kDraws);
    EXPECT_EQ(counts[2], 0);
}

TEST(Sampling, ADrawAtTheVeryEndIsTheLastPossibleToken) {
    const std::vector<TokenShare> candidates{{3, 0.4}, {5, 0.6 - 1e-12}, {9, 0}};
    EXPECT_EQ(drawFrom(candidates, 0), 3);
    EXPECT_EQ(drawFrom(candidates, 0.4), 5);
    EXPECT_EQ(drawFrom(candidates, 1 - 1e-16), 5);
}

}  // namespace
}  // namespace limner::language
