// Finds the latent of a picture of the person's own: by the encoder of a model, or by looking for it.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::generation {

const ParamTable& encodeTable();

/// While it works, its snapshot shows the picture beside the best so far, and values["point"] holds the
/// latent of the best. What it writes: schema, model_hash, title, recipe, latent, loss_start (null for an
/// encoder), loss.
/// @param recipe  complete values of `encodeTable`. Errors: those of loadTrained and targetPicture.
Result<std::unique_ptr<engine::Job>> startEncoding(const Recipe& recipe, JobContext& context, JobId id,
                                                   const engine::Announce& announce);

}  // namespace limner::generation
