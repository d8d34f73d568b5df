// The parameters of a training run: rows of models, data sets, optimizers and schedules, and those that all
// share.
#pragma once

#include "core/types/param.h"

namespace limner::training {

/// Built once. The form, the command line, recipes and mid-run edits all come from it.
const ParamTable& trainTable();

/// The choice of the model, each with the rows of its own.
ParamSpec modelRow();

/// The rows of `trainTable` that a model is built from: model, preset and sizes.
const ParamTable& architectureTable();

}  // namespace limner::training
