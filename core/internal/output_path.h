// Where a person may have results written: never over something that a run needs, never into a full folder.
#pragma once

#include <filesystem>
#include <string>

#include "core/types/param.h"
#include "core/types/result.h"

namespace limner::generation {

/// What a path for samples asks for: by its ending, in any case; a folder where it has none.
enum class SampleOutput { Sheet, Array, Folder };
SampleOutput sampleOutputOf(const std::filesystem::path& out);

/// A file may be replaced, but not a part of a run, and a folder is no file. Empty is fine.
/// Errors: InvalidArgument.
Result<void> checkOutputFile(const std::string& out);

/// The row that allows a file which Limner did not make to be replaced. Of every kind with one file at "out".
ParamSpec overwriteRow(const char* group);

/// Where the recipe of an output stands that has no room for it: a text. Its hash stands there too, so that a
/// text that a person changed is known to be theirs.
inline constexpr const char* kHashKey = "sha256";
std::filesystem::path recipeBeside(const std::filesystem::path& file);

/// A file at "out" that carries a recipe of Limner may be made again; any other is a person's own and
/// replaced only where "overwrite" is on. Errors: InvalidArgument.
Result<void> checkReplacing(const ParamValues& values);

/// A folder of pictures must be new or empty; an ending that Limner does not write is refused, unless a slash
/// behind it says that it is a folder. Errors: InvalidArgument.
Result<void> checkSampleOutput(const std::string& out);

}  // namespace limner::generation
