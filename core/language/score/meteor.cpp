// METEOR: words that match exactly or by their stems, and in how few pieces they lie.
#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>
#include <utility>

#include "core/language/utf8.h"
#include "entries.h"
#include "porter.h"
#include "words.h"

namespace limner::language {
namespace {

using Match = std::pair<size_t, size_t>;  ///< places in hypothesis and reference

/// Words that are not matched yet, by place.
using Places = std::vector<size_t>;

/// Matches from the end: each word of the hypothesis with the last one of the reference that is left and
/// alike.
void matchLeft(const Words& hypothesis, const Words& reference, Places& leftInHypothesis,
               Places& leftInReference, std::vector<Match>& matches) {
    std::unordered_map<std::string, Places> placesOf;
    for (const size_t place : leftInReference) placesOf[reference[place]].push_back(place);
    std::vector<bool> isTaken(reference.size(), false);
    Places left;
    for (auto place = leftInHypothesis.rbegin(); place != leftInHypothesis.rend(); ++place) {
        const auto found = placesOf.find(hypothesis[*place]);
        if (found == placesOf.end() || found->second.empty()) {
            left.push_back(*place);
            continue;
        }
        matches.emplace_back(*place, found->second.back());
        isTaken[found->second.back()] = true;
        found->second.pop_back();
    }
    leftInHypothesis.assign(left.rbegin(), left.rend());
    std::erase_if(leftInReference, [&isTaken](size_t place) { return isTaken[place]; });
}

Words lowerWords(const std::string& line, WordSplit split) {
    Words words = wordsAndSigns(line, split);
    for (std::string& word : words) word = lowerCased(word);
    return words;
}

Words stemsOf(Words words) {
    for (std::string& word : words) word = porterStem(word);
    return words;
}

Places allPlaces(size_t count) {
    Places places(count);
    for (size_t i = 0; i < count; ++i) places[i] = i;
    return places;
}

/// Pieces of neighbours that are neighbours in both.
size_t piecesOf(std::vector<Match> matches) {
    std::sort(matches.begin(), matches.end());
    size_t pieces = 1;
    for (size_t i = 1; i < matches.size(); ++i) {
        const bool goesOn =
            matches[i].first == matches[i - 1].first + 1 && matches[i].second == matches[i - 1].second + 1;
        if (!goesOn) ++pieces;
    }
    return pieces;
}

}  // namespace

Numbers lineMeteor(const LinePair& line, const ScoreOptions& options) {
    const Words hypothesis = lowerWords(line.hypothesis, options.split);
    const Words reference = lowerWords(line.reference, options.split);
    Places leftInHypothesis = allPlaces(hypothesis.size());
    Places leftInReference = allPlaces(reference.size());
    std::vector<Match> matches;
    matchLeft(hypothesis, reference, leftInHypothesis, leftInReference, matches);
    matchLeft(stemsOf(hypothesis), stemsOf(reference), leftInHypothesis, leftInReference, matches);
    if (matches.empty()) return {0};
    constexpr double kPrecisionWeight = 0.9;  // alpha, beta and gamma of Lavie & Agarwal
    constexpr double kPenaltyPower = 3;
    constexpr double kPenaltyWeight = 0.5;
    const auto count = static_cast<double>(matches.size());
    const double precision = count / static_cast<double>(hypothesis.size());
    const double recall = count / static_cast<double>(reference.size());
    const double mean = precision * recall / (kPrecisionWeight * precision + (1 - kPrecisionWeight) * recall);
    const double pieces = static_cast<double>(piecesOf(std::move(matches)));
    return {(1 - kPenaltyWeight * std::pow(pieces / count, kPenaltyPower)) * mean};
}

Numbers corpusMeteor(std::span<const LinePair> lines, const ScoreOptions& options) {
    return meanOver(lines, options, 1, &lineMeteor);
}

}  // namespace limner::language
