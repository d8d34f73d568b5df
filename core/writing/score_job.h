// Compares a text with a reference, line by line.
#pragma once

#include "core/internal/kinds.h"

namespace limner::writing {

const ParamTable& scoreTable();
Result<ParamValues> prepareScoring(const ParamValues& given);
std::string scoringTitle(const ParamValues& values);
/// Numbers: those of each measure over all lines; with "per_sentence" then those of every line: "3 bleu".
Result<std::unique_ptr<engine::Job>> startScoring(const Recipe& recipe, JobContext& context, JobId id,
                                                  const engine::Announce& announce);

}  // namespace limner::writing
