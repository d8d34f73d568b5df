// Finds commands by a few letters of their names.
#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace limner::widgets {

struct FuzzyMatch {
    int score = 0;                   ///< higher is better
    std::vector<qsizetype> letters;  ///< positions in the text that the query matched, ascending
};

/// Every word of the query must occur in the text, as a piece of it or as letters in order. Whole pieces at
/// the beginning of words score highest. Letter case does not matter. Nothing if it does not match; an empty
/// query matches everything with score 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text);

}  // namespace limner::widgets
