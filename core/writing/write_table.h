// The parameters of writing: which model, what it continues, how each token is chosen.
#pragma once

#include <string>
#include <vector>

#include "core/types/param.h"

namespace limner::writing {

/// The table of continuing a text. A language model is named by the rows of generation::trainedRows, here and
/// in the two below.
const ParamTable& writeTable();
/// The table of measuring how expected a text is: a model and a text file.
const ParamTable& perplexityTable();
/// The table of cutting a text into tokens.
const ParamTable& tokenizeTable();

/// The stop strings of the row "stop", one a line: "\n" and "\t" are read, "blank line" is two line ends.
std::vector<std::string> stopStrings(const std::string& lines);

}  // namespace limner::writing
