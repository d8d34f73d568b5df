// DeepDream of one picture, as a method and as the frames of a zoom.
#pragma once

#include <memory>

#include "core/internal/feature_network.h"
#include "core/internal/style_method.h"

namespace limner::style {

/// The rows of "dream".
ParamTable dreamRows();
/// Errors: InvalidArgument, if the picture is too small for the layer.
Result<void> checkDream(const FeatureNetwork& network, const StyleInput& input);
/// @pre checkDream
std::unique_ptr<StyleMethod> dreamOf(const FeatureNetwork& network, const StyleInput& input);

}  // namespace limner::style
