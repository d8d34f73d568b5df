// Continues a text token by token: the job behind Write and `limner-cli write`.
#pragma once

#include "core/internal/kinds.h"

namespace limner::writing {

Result<ParamValues> prepareWriting(const ParamValues& given);
Result<std::unique_ptr<engine::Job>> startWriting(const Recipe& recipe, JobContext& context, JobId id,
                                                  const engine::Announce& announce);

}  // namespace limner::writing
