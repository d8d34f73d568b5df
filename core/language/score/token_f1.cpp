// Token F1: the words in common, in whatever order.
#include <unordered_map>

#include "entries.h"
#include "words.h"

namespace limner::language {

Numbers lineF1(const LinePair& line, const ScoreOptions& options) {
    const Words hypothesis = answerWords(line.hypothesis, options.split);
    const Words reference = answerWords(line.reference, options.split);
    if (hypothesis.empty() || reference.empty()) return {hypothesis.empty() && reference.empty() ? 1.0 : 0.0};
    std::unordered_map<std::string, int64_t> left;
    for (const std::string& word : reference) ++left[word];
    double common = 0;
    for (const std::string& word : hypothesis) {
        if (left[word]-- > 0) ++common;
    }
    return {harmonicMean(common / static_cast<double>(hypothesis.size()),
                         common / static_cast<double>(reference.size()))};
}

Numbers corpusF1(std::span<const LinePair> lines, const ScoreOptions& options) {
    return meanOver(lines, options, 1, &lineF1);
}

}  // namespace limner::language
