// Writes the weights of a run as one safetensors file for other programs.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::generation {

const ParamTable& exportTable();

/// @param recipe  complete values of `exportTable`. Errors: those of loadTrained.
Result<std::unique_ptr<engine::Job>> startExport(const Recipe& recipe, JobContext& context, JobId id,
                                                 const engine::Announce& announce);

}  // namespace limner::generation
