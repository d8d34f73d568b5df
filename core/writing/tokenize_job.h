// Cuts a text into tokens and says how many there are.
#pragma once

#include "core/internal/kinds.h"

namespace limner::writing {

Result<ParamValues> prepareTokenizing(const ParamValues& given);
std::string tokenizingTitle(const ParamValues& values);
/// Numbers: "tokens", "bytes", "unknown" (characters that the vocabulary lacks). The snapshot's writing holds
/// the tokens.
Result<std::unique_ptr<engine::Job>> startTokenizing(const Recipe& recipe, JobContext& context, JobId id,
                                                     const engine::Announce& announce);

}  // namespace limner::writing
