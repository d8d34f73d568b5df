// ROUGE: which words, pairs of words, and words in the same order the text shares with the reference.
#include <algorithm>
#include <map>

#include "entries.h"
#include "words.h"

namespace limner::language {
namespace {

double share(size_t common, size_t all) {
    return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

double fMeasure(size_t common, size_t ofHypothesis, size_t ofReference) {
    return harmonicMean(share(common, ofHypothesis), share(common, ofReference));
}

double rougeN(const Words& hypothesis, const Words& reference, size_t order) {
    std::map<Words, size_t> left;
    const auto runAt = [order](const Words& words, size_t at) {
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
        return Words(begin, begin + static_cast<std::ptrdiff_t>(order));
    };
    const auto runsIn = [order](const Words& words) {
        return words.size() < order ? size_t{0} : words.size() - order + 1;
    };
    for (size_t at = 0; at < runsIn(reference); ++at) ++left[runAt(reference, at)];
    size_t common = 0;
    for (size_t at = 0; at < runsIn(hypothesis); ++at) {
        const auto found = left.find(runAt(hypothesis, at));
        if (found == left.end() || found->second == 0) continue;
        --found->second;
        ++common;
    }
    return fMeasure(common, runsIn(hypothesis), runsIn(reference));
}

/// The length of the longest common subsequence, one row of the table at a time.
size_t longestCommon(const Words& one, const Words& other) {
    std::vector<size_t> row(other.size() + 1, 0);
    for (const std::string& word : one) {
        size_t diagonal = 0;
        for (size_t i = 0; i < other.size(); ++i) {
            const size_t above = row[i + 1];
            row[i + 1] = word == other[i] ? diagonal + 1 : std::max(above, row[i]);
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

Numbers lineRouge(const LinePair& line, const ScoreOptions& options) {
    const Words hypothesis = rougeWords(line.hypothesis, options);
    const Words reference = rougeWords(line.reference, options);
    const double inOrder =
        fMeasure(longestCommon(reference, hypothesis), hypothesis.size(), reference.size());
    return {rougeN(hypothesis, reference, 1), rougeN(hypothesis, reference, 2), inOrder};
}

Numbers corpusRouge(std::span<const LinePair> lines, const ScoreOptions& options) {
    return meanOver(lines, options, 3, &lineRouge);
}

}  // namespace limner::language
