// Takes weights that others trained into the project: reads safetensors and PyTorch's .pth, checks every name
// and shape, and keeps what is needed as safetensors, under its own hash.
#pragma once

#include "core/engine/job.h"
#include "core/internal/job_context.h"

namespace limner::library {

const ParamTable& importTable();
Result<ParamValues> prepareImport(const ParamValues& given);
std::string importTitle(const ParamValues& values);

/// @param recipe  complete values of `importTable`. Errors of its steps: those of limner-pth and of
/// recognise, Damaged, NoSpace, NotWritable; nothing stays of a file that was refused.
Result<std::unique_ptr<engine::Job>> startImport(const Recipe& recipe, JobContext& context, JobId id,
                                                 const engine::Announce& announce);

}  // namespace limner::library
