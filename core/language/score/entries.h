// The measures, two functions each; see registry.cpp for the rows.
#pragma once

#include "core/language/score.h"

namespace limner::language {

using Numbers = std::vector<double>;

/// Papineni et al. 2002, as sacrebleu 2 computes it: 13a or zh tokens, four orders, smoothing "exp" (Chen &
/// Cherry 2014, method 3). A line by itself counts only the orders that it is long enough for ("effective
/// order").
Numbers corpusBleu(std::span<const LinePair> lines, const ScoreOptions& options);
Numbers lineBleu(const LinePair& line, const ScoreOptions& options);

/// F-measures of ROUGE-1, ROUGE-2 and ROUGE-L (Lin 2004), as rouge-score computes them; over all lines their
/// means. Words are letters a to z and digits; in Chinese, or by character, those that the split gives.
Numbers corpusRouge(std::span<const LinePair> lines, const ScoreOptions& options);
Numbers lineRouge(const LinePair& line, const ScoreOptions& options);

/// Lavie & Agarwal 2007, as nltk's meteor_score with exact and stem matches and no synonyms; over all lines
/// the mean.
Numbers corpusMeteor(std::span<const LinePair> lines, const ScoreOptions& options);
Numbers lineMeteor(const LinePair& line, const ScoreOptions& options);

/// F1 of the words in common, without articles and punctuation: Rajpurkar et al. 2018 (SQuAD 2.0); over all
/// lines the mean. Two texts without words agree.
Numbers corpusF1(std::span<const LinePair> lines, const ScoreOptions& options);
Numbers lineF1(const LinePair& line, const ScoreOptions& options);

/// The mean of each number over all lines; `count` zeros where there are none.
Numbers meanOver(std::span<const LinePair> lines, const ScoreOptions& options, size_t count,
                 Numbers (*ofLine)(const LinePair&, const ScoreOptions&));

/// 2pr / (p + r), 0 where both are 0.
double harmonicMean(double precision, double recall);

}  // namespace limner::language
