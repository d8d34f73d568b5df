// The rows of the registry of models, one function for each file beside this one.
#pragma once

#include "core/internal/model.h"

namespace limner::models {

ModelEntry mlpGanEntry();
ModelEntry dcganEntry();
ModelEntry vaeEntry();
ModelEntry gptEntry();
ModelEntry lstmEntry();
ModelEntry gruEntry();
ModelEntry rnnEntry();

}  // namespace limner::models
