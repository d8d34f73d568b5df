// Begins a training run: fresh, from another run's weights, or where a run left off.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::training {

/// What to change when a run goes on: the given values that differ from those of the run.
/// @param given  values["resume"] is the folder of the run; the others must be editable while running, or
/// equal Errors: NotFound, Damaged, Mismatch (of recipe.json); InvalidArgument.
Result<std::vector<ParamEdit>> editsToResume(const ParamValues& given);

/// Refuses a file, and a folder that holds anything. An empty path is fine. Errors: InvalidArgument.
Result<void> checkOutFolder(const std::string& folder);

/// Refuses "checkpoint" without a run that it belongs to. Errors: InvalidArgument.
Result<void> checkCheckpointOption(const ParamValues& values);

/// What the job is called while it waits: the name of the run.
std::string trainingTitle(const ParamValues& values);

/// Opens data, builds the model and makes the run folder. Called on the work lane.
/// @param recipe  complete values, or those given with "resume"
Result<std::unique_ptr<engine::Job>> startTraining(const Recipe& recipe, JobContext& context, JobId id,
                                                   const engine::Announce& announce);

}  // namespace limner::training
