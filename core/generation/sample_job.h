// Makes pictures with a trained model: one sheet, a folder of pictures, or an array for NumPy.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::generation {

const ParamTable& sampleTable();

/// @param recipe  complete values of `sampleTable`. Errors: those of loadTrained and latentsOf.
Result<std::unique_ptr<engine::Job>> startSampling(const Recipe& recipe, JobContext& context, JobId id,
                                                   const engine::Announce& announce);

}  // namespace limner::generation
