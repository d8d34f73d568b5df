// The parameters of writing: which model, what it continues, how each token is chosen.
#pragma once

#include "core/types/param.h"

namespace limner::writing {

const ParamTable& writeTable();

/// The rows that name a language model: those of generation::trainedRows.
/// The table of measuring how expected a text is: a model and a text file.
const ParamTable& perplexityTable();
/// The table of cutting a text into tokens.
const ParamTable& tokenizeTable();

/// The stop strings of the row "stop", one a line: "\n" and "\t" are read, "blank line" is two line ends.
std::vector<std::string> stopStrings(const std::string& lines);

}  // namespace limner::writing
