// The rows of the registry of methods, each made in the file of its method.
#pragma once

#include "core/internal/style_method.h"

namespace limner::style {

StyleMethodEntry patchesEntry();
StyleMethodEntry neuralEntry();
StyleMethodEntry fastEntry();
StyleMethodEntry dreamEntry();
StyleMethodEntry modelBlendEntry();

}  // namespace limner::style
