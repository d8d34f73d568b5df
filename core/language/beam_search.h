// Beam search: keeps the likeliest few continuations and goes on with each. It asks for probabilities and
// knows no model.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace limner::language {

struct Beam {
    std::vector<int32_t> tokens = {};  ///< written so far, the end of text included
    double logProbability = 0;         ///< sum over its tokens
    int32_t parent = 0;                ///< which of the beams before the last step it goes on from
};

struct BeamRules {
    int64_t beams = 4;
    int64_t maxTokens = 1;                  ///< >= 1; longer ones are ended there
    std::optional<int32_t> endOfText = {};  ///< ends a beam
};

/// As `generate(num_beams, length_penalty=1, early_stopping=False)` of transformers: a beam that has ended is
/// worth the mean log-probability of its tokens, and the search ends once none that goes on is worth more
/// than the worst of the best that have ended.
///
/// Loop: while not isDone(): one row of log-probabilities for each of live(), then advance(rows).
class BeamSearch {
public:
    explicit BeamSearch(BeamRules rules) : m_rules(rules) {}

    /// Those that go on, best first: one without tokens at the beginning.
    const std::vector<Beam>& live() const { return m_live; }
    bool isDone() const { return m_isDone; }

    /// Goes on by one token.
    /// @param logProbabilities  [live().size(), vocabulary], natural logarithms, row by row
    /// @pre !isDone()
    void advance(std::span<const float> logProbabilities);

    /// The best one that has ended, else the best that goes on.
    const Beam& best() const;

private:
    struct Ended {
        Beam beam;
        double score;
    };
    void addEnded(Beam beam);
    bool mayImprove() const;

    BeamRules m_rules;
    std::vector<Beam> m_live = {Beam{}};
    std::vector<Ended> m_ended;  ///< best first
    bool m_isDone = false;
};

}  // namespace limner::language
