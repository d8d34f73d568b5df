#include "core/language/beam_search.h"

#include <gtest/gtest.h>

#include <cmath>

#include "text_files.h"

namespace limner::language {
namespace {

using Ids = std::vector<int32_t>;

constexpr int64_t kVocabulary = 12;

/// Log-probabilities after two tokens: the formula of make_sampling_numbers.py.
std::vector<float> rowAfter(int64_t before, int64_t last, int64_t seed) {
    std::vector<float> row;
    double sum = 0;
    for (int64_t id = 0; id < kVocabulary; ++id) {
        const int64_t mixed =
            (before * 73 + last * 179 + id * 283 + before * last * id * 31 + seed * 97) % 1009;
        row.push_back(static_cast<float>(mixed) / 1009 * 5);
        sum += std::exp(double{row.back()});
    }
    for (float& value : row) value -= static_cast<float>(std::log(sum));
    return row;
}

Beam bestAfter(const Ids& prompt, int64_t seed, const BeamRules& rules) {
    BeamSearch search(rules);
    while (!search.isDone()) {
        std::vector<float> rows;
        for (const Beam& beam : search.live()) {
            Ids text = prompt;
            text.insert(text.end(), beam.tokens.begin(), beam.tokens.end());
            const auto row = rowAfter(text[text.size() - 2], text.back(), seed);
            rows.insert(rows.end(), row.begin(), row.end());
        }
        search.advance(rows);
    }
    return search.best();
}

TEST(BeamSearch, FindsWhatTransformersFinds) {
    const auto reference = referenceJson("beams.json");
    for (const auto& expected : reference["cases"]) {
        SCOPED_TRACE(expected.dump());
        const Beam best = bestAfter(reference["prompt"].get<Ids>(), expected["seed"],
                                    {.beams = expected["beams"],
                                     .maxTokens = expected["tokens"],
                                     .endOfText = reference["end"].get<int32_t>()});
        EXPECT_EQ(best.tokens, expected["written"].get<Ids>());
        EXPECT_NEAR(best.logProbability / static_cast<double>(best.tokens.size()), expected["score"], 1e-4);
    }
}

TEST(BeamSearch, ParentsLeadToTheBeamsOfBefore) {
    BeamSearch search({.beams = 3, .maxTokens = 6});
    std::vector<Beam> before = search.live();
    while (!search.isDone()) {
        std::vector<float> rows;
        for (const Beam& beam : before) {
            const auto row = rowAfter(1, beam.tokens.empty() ? 2 : beam.tokens.back(), 3);
            rows.insert(rows.end(), row.begin(), row.end());
        }
        search.advance(rows);
        if (search.isDone()) break;
        for (const Beam& beam : search.live()) {
            const Ids begin(beam.tokens.begin(), beam.tokens.end() - 1);
            ASSERT_EQ(begin, before[static_cast<size_t>(beam.parent)].tokens);
        }
        before = search.live();
    }
    EXPECT_EQ(search.best().tokens.size(), 6u);
}

TEST(BeamSearch, OneBeamIsGreedy) {
    const Beam best = bestAfter({3, 7}, 2, {.beams = 1, .maxTokens = 10});
    Ids text{3, 7};
    for (int i = 0; i < 10; ++i) {
        const auto row = rowAfter(text[text.size() - 2], text.back(), 2);
        text.push_back(static_cast<int32_t>(std::max_element(row.begin(), row.end()) - row.begin()));
    }
    EXPECT_EQ(best.tokens, Ids(text.begin() + 2, text.end()));
}

TEST(BeamSearch, AVocabularySmallerThanTheBeamsIsNoTrouble) {
    BeamSearch search({.beams = 8, .maxTokens = 3});
    while (!search.isDone()) {
        std::vector<float> rows;
        for (size_t i = 0; i < search.live().size(); ++i) rows.insert(rows.end(), {-0.5F, -0.9F});
        search.advance(rows);
    }
    EXPECT_EQ(search.best().tokens, (Ids{0, 0, 0}));
}

}  // namespace
}  // namespace limner::language
