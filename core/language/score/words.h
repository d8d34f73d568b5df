// Lines cut into words, as the programs do that are quoted for each measure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language/score.h"

namespace limner::language {

using Words = std::vector<std::string>;

/// Words and signs of a line, as sacrebleu's tokenizers "13a", "zh" and "char".
Words wordsAndSigns(std::string_view line, WordSplit split);

/// Runs of a to z and digits in small letters, as rouge-score; by another split than Spaced its words in
/// small letters. With stems, those of words of more than three letters.
Words rougeWords(std::string_view line, const ScoreOptions& options);

/// Words in small letters without ASCII punctuation and without a, an, the, as SQuAD's evaluation; by another
/// split than Spaced these cut further.
Words answerWords(std::string_view line, WordSplit split);

/// Between white space as Python's str.split() sees it.
Words splitAtSpaces(std::string_view line);

}  // namespace limner::language
