#include "beam_search.h"

#include <algorithm>
#include <queue>
#include <utility>

namespace limner::language {
namespace {

/// One token after one beam.
struct Continuation {
    double logProbability;
    size_t place;  ///< in the rows

    bool isBetterThan(const Continuation& other) const {
        return logProbability != other.logProbability ? logProbability > other.logProbability
                                                      : place < other.place;
    }
};

/// The best of all continuations, best first.
std::vector<Continuation> bestOf(const std::vector<Beam>& live, std::span<const float> rows, size_t count) {
    const auto isBetter = [](const Continuation& one, const Continuation& other) {
        return one.isBetterThan(other);
    };
    std::priority_queue<Continuation, std::vector<Continuation>, decltype(isBetter)> best(isBetter);
    const size_t vocabulary = rows.size() / live.size();
    for (size_t place = 0; place < rows.size(); ++place) {
        const Continuation next{live[place / vocabulary].logProbability + double{rows[place]}, place};
        if (best.size() == count && !next.isBetterThan(best.top())) continue;
        if (best.size() == count) best.pop();
        best.push(next);
    }
    std::vector<Continuation> sorted(best.size());
    for (; !best.empty(); best.pop()) sorted[best.size() - 1] = best.top();
    return sorted;
}

}  // namespace

void BeamSearch::advance(std::span<const float> logProbabilities) {
    const auto beams = static_cast<size_t>(m_rules.beams);
    const size_t vocabulary = logProbabilities.size() / m_live.size();
    // Each beam can end with one token only, so that of twice as many at least that number goes on.
    const std::vector<Continuation> best = bestOf(m_live, logProbabilities, 2 * beams);
    std::vector<Beam> next;
    for (size_t rank = 0; rank < best.size(); ++rank) {
        const size_t parent = best[rank].place / vocabulary;
        Beam beam{m_live[parent].tokens, best[rank].logProbability, static_cast<int32_t>(parent)};
        beam.tokens.push_back(static_cast<int32_t>(best[rank].place % vocabulary));
        const bool isFull = static_cast<int64_t>(beam.tokens.size()) >= m_rules.maxTokens;
        if (isFull || beam.tokens.back() == m_rules.endOfText) {
            if (rank < beams) addEnded(std::move(beam));
        } else if (next.size() < beams) {
            next.push_back(std::move(beam));
        }
    }
    m_isDone = next.empty();
    if (m_isDone) return;
    m_live = std::move(next);
    m_isDone = !mayImprove();
}

void BeamSearch::addEnded(Beam beam) {
    const double score = beam.logProbability / static_cast<double>(beam.tokens.size());
    const auto after = std::find_if(m_ended.begin(), m_ended.end(),
                                    [score](const Ended& other) { return score > other.score; });
    m_ended.insert(after, {std::move(beam), score});
    if (m_ended.size() > static_cast<size_t>(m_rules.beams)) m_ended.pop_back();
}

bool BeamSearch::mayImprove() const {
    if (m_ended.size() < static_cast<size_t>(m_rules.beams)) return true;
    const Beam& best = m_live.front();
    return best.logProbability / static_cast<double>(best.tokens.size()) > m_ended.back().score;
}

const Beam& BeamSearch::best() const {
    return m_ended.empty() ? m_live.front() : m_ended.front().beam;
}

}  // namespace limner::language
