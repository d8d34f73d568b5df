// How near a text comes to a reference: BLEU, ROUGE, METEOR and token F1, each equal to the program that the
// field quotes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/types/result.h"

namespace limner::language {

/// How a line is cut into words.
enum class WordSplit {
    Spaced,      ///< languages with spaces: mteval's 13a
    Chinese,     ///< each Chinese character a word, the rest as above: sacrebleu's zh
    Characters,  ///< each character that is no space
};

struct ScoreOptions {
    WordSplit split = WordSplit::Spaced;
    bool usesStems = false;  ///< of ROUGE: Porter's stems instead of words
};

/// A line of the text that is measured, and what it should be.
struct LinePair {
    std::string hypothesis;
    std::string reference;
};

/// One row of the registry (core/language/score/registry.cpp).
struct Measure {
    std::string id = {};  ///< "bleu", "rouge", "meteor", "f1"
    std::string label = {};
    std::string help = {};
    std::vector<std::string> names = {};  ///< of its numbers: "rouge-1", "rouge-2", "rouge-l"
    /// Its numbers over all lines, in the order of `names`. BLEU is 0 to 100, the others are 0 to 1. All 0
    /// where there are no lines.
    std::vector<double> (*corpus)(std::span<const LinePair> lines, const ScoreOptions& options) = nullptr;
    /// The same for one line.
    std::vector<double> (*line)(const LinePair& line, const ScoreOptions& options) = nullptr;
};

/// Every measure; order is the order of the columns.
const std::vector<Measure>& measureRegistry();

/// The measures in "bleu,rouge,f1"; all of them for an empty text. Errors: InvalidArgument (one that is not
/// there; the nearest is named).
Result<std::vector<const Measure*>> measuresIn(std::string_view list);

/// Line by line. An empty line at the very end does not count. Errors: InvalidArgument (not the same number
/// of lines, or none).
Result<std::vector<LinePair>> pairLines(std::string_view hypothesis, std::string_view reference);

/// Chinese where at least a quarter of the letters are Chinese characters, else Spaced.
WordSplit splitFor(std::string_view reference);

}  // namespace limner::language
