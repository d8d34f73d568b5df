// Draws every frame of a time line, one a step, into a movie or a folder of pictures.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::generation {

const ParamTable& renderTable();

/// Completes the values; "timeline" becomes the JSON itself where it was the path of a file.
Result<ParamValues> prepareRender(const ParamValues& given);

/// @param recipe  values of `prepareRender`. Errors: those of loadTrained, of the places of the keys, and of
/// the output.
Result<std::unique_ptr<engine::Job>> startRender(const Recipe& recipe, JobContext& context, JobId id,
                                                 const engine::Announce& announce);

}  // namespace limner::generation
