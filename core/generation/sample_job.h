// Makes pictures with a trained model: one sheet, a folder of pictures, or an array for NumPy.
#pragma once

#include "core/internal/torch.h"

#include "core/engine/job.h"
#include "core/internal/job_context.h"
#include "core/internal/opened_models.h"

namespace limner::generation {

const ParamTable& sampleTable();

/// @param recipe  complete values of `sampleTable`. Errors: those of loadTrained and latentsOf.
Result<std::unique_ptr<engine::Job>> startSampling(const Recipe& recipe, JobContext& context, JobId id,
                                                   const engine::Announce& announce);

/// The same job for latents that were found in another way. Reads "columns" and "out" of the recipe.
/// @param latents  float32 [count, latentSize]
std::unique_ptr<engine::Job> makeSampleJob(const Recipe& recipe, std::shared_ptr<const OpenedModel> opened,
                                           torch::Tensor latents, JobContext& context,
                                           const engine::Announce& announce);

}  // namespace limner::generation
