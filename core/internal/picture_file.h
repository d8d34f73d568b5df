// Pictures on disk: PNG files that carry the recipe which made them.
#pragma once

#include <filesystem>
#include <string>

#include "core/types/host.h"
#include "core/types/recipe.h"

namespace limner::generation {

/// A PNG with the recipe inside; a sheet also says how its tiles lie.
Result<std::vector<std::byte>> encodeSheet(const SampleSheet& sheet, const Recipe& recipe, const Host& host);
Result<std::vector<std::byte>> encodePicture(const Image& picture, const Recipe& recipe, const Host& host);

/// Replaces a file whole or not at all. Makes the folder where it is missing. Errors: NoSpace, NotWritable.
Result<void> writeBytes(const std::filesystem::path& file, std::span<const std::byte> bytes);

/// Makes a folder and those above it. Errors: NoSpace, NotWritable.
Result<void> makeFolder(const std::filesystem::path& folder);

}  // namespace limner::generation
