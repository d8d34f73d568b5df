// Pictures on the way between points: a strip from one seed to the next.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::generation {

const ParamTable& interpolateTable();
/// Errors: those of completeValues, fewer than two seeds, an output that may not be written.
Result<ParamValues> prepareInterpolation(const ParamValues& given);
/// @param recipe  values of `prepareInterpolation`. Errors: those of loadTrained.
Result<std::unique_ptr<engine::Job>> startInterpolation(const Recipe& recipe, JobContext& context, JobId id,
                                                        const engine::Announce& announce);

}  // namespace limner::generation
