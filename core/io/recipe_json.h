// Recipes as JSON text with a schema version. Keys keep their order, whole numbers and reals stay apart ("2",
// "2.0").
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/types/recipe.h"
#include "core/types/result.h"

namespace limner::io {

/// Two-space indents and a last newline. Reals are written so that they read back to the same bits.
std::string toJson(const Recipe& recipe);

/// Unknown keys are ignored, missing ones of the origin are empty.
/// Errors: Damaged, Mismatch (a newer schema). Messages name "recipe.json", or `file` where one is given.
Result<Recipe> recipeFromJson(std::string_view json);
Result<Recipe> recipeFromJson(std::string_view json, const std::filesystem::path& file);

Result<void> writeRecipe(const std::filesystem::path& file, const Recipe& recipe);
/// Errors: NotFound, Damaged, Mismatch.
Result<Recipe> readRecipe(const std::filesystem::path& file);

}  // namespace limner::io
