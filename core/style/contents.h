// The pictures that a recipe asks to stylise: one, or those of a folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/types/result.h"

namespace limner::style {

/// A folder is not searched deeper; hidden files are passed over. By name.
/// @return at least one path; one empty path where `content` is empty
/// Errors: NotFound (no such folder, no pictures in it).
Result<std::vector<std::filesystem::path>> contentsOf(const std::string& content);

}  // namespace limner::style
