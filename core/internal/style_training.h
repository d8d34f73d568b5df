// Training a fast style of one's own: the row of the registry of models.
#pragma once

#include "core/internal/model.h"

namespace limner::models {

/// A network that learns to paint in the manner of one picture (Johnson, Alahi & Fei-Fei 2016).
ModelEntry fastStyleEntry();

}  // namespace limner::models
