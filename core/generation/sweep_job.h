// A grid of pictures: one recipe over ranges of two of its parameters. Each cell is a job of its own.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::generation {

const ParamTable& sweepTable();
/// "base" becomes the JSON itself where it was the path of a file; a PNG is opened when the job starts.
Result<ParamValues> prepareSweep(const ParamValues& given);
/// @param recipe  values of `prepareSweep`. Errors: those of sweepPlanOf.
Result<std::unique_ptr<engine::Job>> startSweep(const Recipe& recipe, JobContext& context, JobId id,
                                                const engine::Announce& announce);

}  // namespace limner::generation
