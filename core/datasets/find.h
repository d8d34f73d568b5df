// Where data sets lie: the system's data folders, or the folder that a person gave.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/types/data_folders.h"
#include "core/types/param.h"

namespace limner::datasets {

/// The first of these names that is a file in `folder`.
std::optional<std::filesystem::path> firstFile(const std::filesystem::path& folder,
                                               const std::vector<std::string>& names);

/// The folder in "data_folder". Errors: InvalidArgument (empty), NotFound (no such folder).
Result<std::filesystem::path> givenFolder(const ParamValues& values);

}  // namespace limner::datasets
