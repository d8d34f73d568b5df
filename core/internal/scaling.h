// Pictures of a model, which are small, made larger for people.
#pragma once

#include <string>

#include "core/types/image.h"
#include "core/types/param.h"

namespace limner::generation {

/// "size" (0: as the model) and "scaling" ("nearest" or "smooth").
ParamTable scalingRows();

/// A square picture with sides of `size` pixels; the same bytes on any number of threads.
/// @param size  0: unchanged
Image scaled(const Image& picture, int64_t size, const std::string& scaling);

}  // namespace limner::generation
