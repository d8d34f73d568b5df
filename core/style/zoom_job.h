// Dreams frame after frame into a movie or a folder of pictures.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::style {

/// The frames so far stay when it is stopped, and the same recipe goes on with them, to the same movie.
/// @param recipe  values of `prepareZoom`. Errors: those of the pictures, of the network and of the output.
Result<std::unique_ptr<engine::Job>> startZoom(const Recipe& recipe, JobContext& context, JobId id,
                                               const engine::Announce& announce);

}  // namespace limner::style
