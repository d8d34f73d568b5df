// Builds a model from the values of a recipe.
#pragma once

#include <memory>

#include "core/internal/model.h"

namespace limner::training {

/// The model named by values["model"], on the CPU, its weights drawn from `generator`.
/// Errors: NotFound (no such model), InvalidArgument (values that do not fit).
Result<std::unique_ptr<models::Model>> makeModel(const ParamValues& values, at::Generator& generator);

/// A model of the same architecture whose weights mean nothing yet. Leaves the process-wide generator as it
/// was. Work lane only, since no one else may draw meanwhile. Errors: as above.
Result<std::unique_ptr<models::Model>> makeTwin(const ParamValues& values);

}  // namespace limner::training
