// Reads `--learning-rate 2e-4 --flip` against a parameter table. Nothing here knows what the parameters mean.
#pragma once

#include <string>
#include <vector>

#include "core/types/param.h"

namespace limner::cli {

/// "learning_rate" → "--learning-rate"
std::string optionName(const std::string& id);

/// Only the values that were given, each checked against its row. Words are `--id value`, `--id=value`, and
/// for toggles also `--id` and `--no-id`; dashes and underscores are the same. Paths become absolute. Choices
/// are read first, from the outside in, since they decide which other rows there are. Errors: InvalidArgument
/// (with the range, the nearest name, or the choice that would bring the option), NotFound (a choice that is
/// not available here).
Result<ParamValues> readOptions(const ParamTable& table, const std::vector<std::string>& words,
                                const ParamValues& before = {});

/// What was typed after `--id`; empty if it was not.
std::string typedAfter(const std::vector<std::string>& words, const std::string& id);

}  // namespace limner::cli
