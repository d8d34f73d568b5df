// What a PNG says of itself: the recipe that made it, and for a sample sheet how its tiles lie.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "core/types/host.h"
#include "core/types/image.h"
#include "core/types/recipe.h"
#include "core/types/result.h"

namespace limner::io {

/// "limner:recipe" (JSON, to make the picture again) and "parameters" (for people and other programs).
TextFields recipeFields(const Recipe& recipe);

/// Errors: NotFound (no recipe among the fields), Damaged, Mismatch (a newer schema). `file` is named in
/// them.
Result<Recipe> recipeFromFields(const TextFields& fields, const std::filesystem::path& file);

/// "limner:sheet": columns, count, width and height of a tile, as four whole numbers with spaces between.
std::pair<std::string, std::string> sheetField(const SampleSheet& sheet);

/// Lays the tiles over a decoded sheet. Errors: Damaged (no such field, or it does not fit the picture).
Result<SampleSheet> sheetFromFields(const TextFields& fields, Image picture, int64_t step,
                                    const std::filesystem::path& file);

}  // namespace limner::io
