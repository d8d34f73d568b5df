// Builds a model from the values of a recipe.
#pragma once

#include <memory>

#include "core/internal/model.h"

namespace limner::training {

/// The model named by values["model"], on the CPU, its weights drawn from `generator`.
/// Errors: NotFound (no such model), InvalidArgument (values that do not fit).
Result<std::unique_ptr<models::Model>> makeModel(const ParamValues& values, at::Generator& generator);

/// A model of the same architecture whose random weights are 0. Draws on no generator, so that any thread may
/// call it while a run trains. Errors: as above.
Result<std::unique_ptr<models::Model>> makeTwin(const ParamValues& values);

}  // namespace limner::training
