// Where results go, and in which format: by the ending of the name.
#pragma once

#include <filesystem>

#include "core/internal/job_context.h"
#include "core/types/image.h"
#include "core/types/recipe.h"

namespace limner::style {

/// For one content a file with an ending that Limner writes, for a folder of contents a folder; empty is
/// fine. Never over a picture that it is made from, nor without "overwrite" over a file of another program.
/// @param values  complete, of `stylizeTable`. Errors: InvalidArgument.
Result<void> checkStyleOutput(const ParamValues& values);

/// Where the result of one content goes. A name made here is never that of a file that exists.
/// @param content  the file; empty for none
std::filesystem::path outputOf(const ParamValues& values, const std::filesystem::path& content,
                               const std::filesystem::path& project);

/// Writes by the ending. Formats without transparency get white behind it, formats without text fields have
/// no recipe inside; both are said to `warn`. Errors: NoSpace, NotWritable, Unsupported (no writer for the
/// format).
Result<void> writeResult(const std::filesystem::path& file, const Image& image, const Recipe& recipe,
                         const Host& host, const std::function<void(Message)>& warn);

}  // namespace limner::style
