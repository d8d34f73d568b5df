// Stylises a picture, or every picture of a folder, by any method of the registry.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::style {

struct StyleMethodEntry;

/// The snapshot shows the whole current picture as one tile. A stop writes the best so far.
/// @param recipe  values of `prepareStylize`
/// Errors: those of openScene and of the method; OutOfMemory.
Result<std::unique_ptr<engine::Job>> startStylize(const Recipe& recipe, JobContext& context, JobId id,
                                                  const engine::Announce& announce);

/// The same by a method of one's own. @pre `method` outlives the job
Result<std::unique_ptr<engine::Job>> startStylizeBy(const StyleMethodEntry& method, const Recipe& recipe,
                                                    JobContext& context, const engine::Announce& announce);

}  // namespace limner::style
