// The parameters of a training run: rows of models, data sets, optimizers and schedules, and those that all
// share.
#pragma once

#include "core/types/param.h"

namespace limner::training {

/// Built once. The form, the command line, recipes and mid-run edits all come from it.
const ParamTable& trainTable();

}  // namespace limner::training
