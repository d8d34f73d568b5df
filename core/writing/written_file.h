// What was written, as a file: plain text with its recipe beside it, or JSON with every token.
#pragma once

#include <filesystem>

#include "core/types/recipe.h"
#include "core/types/result.h"
#include "core/types/writing.h"

namespace limner::writing {

/// A path that ends in .json gets recipe, text and tokens; any other the text alone, and its recipe stands in
/// a file beside it. The text is what was written, without the prompt. Errors: NoSpace, NotWritable.
Result<void> writeText(const std::filesystem::path& file, const Writing& writing, const Recipe& recipe);

}  // namespace limner::writing
