// Everything that one result is made from: the opened, resized pictures of a recipe.
#pragma once

#include "core/internal/torch.h"

#include "core/internal/style_method.h"
#include "finish.h"

namespace limner::style {

struct Scene {
    StyleInput input = {};
    Finish finish = {};
};

/// The smallest side of a picture that Limner stylises, in pixels.
inline constexpr int kSmallestSide = 8;

/// @param values   complete, of `stylizeTable`
/// @param content  the file; empty for none
/// Errors, which name the file: NotFound, Unsupported (not a picture, too small, too narrow), Damaged.
Result<Scene> openScene(const ParamValues& values, const std::filesystem::path& content, const Host& host,
                        const std::function<void(Message)>& warn);

}  // namespace limner::style
