// The parameters of "stylize": one table for the form, the command line and the recipe.
#pragma once

#include "core/types/param.h"

namespace limner::style {

inline constexpr int kMostStyles = 4;

const ParamTable& stylizeTable();

/// "style", "style_2", …; "weight", "weight_2", … @pre 0 <= index < kMostStyles
std::string styleId(int index);
std::string weightId(int index);

/// Completes the values and checks what no table can: a content and styles where the method needs them, an
/// ending that Limner writes, a free place. Reads no picture. Errors: InvalidArgument.
Result<ParamValues> prepareStylize(const ParamValues& given);
/// The names of content and style without their folders: "cat × starry".
std::string stylizeTitle(const ParamValues& values);

}  // namespace limner::style
