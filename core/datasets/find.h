// Where data sets lie: the system's data folders, or the folder that a person gave.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/types/param.h"

namespace limner::datasets {

/// The data folders of the XDG Base Directory Specification, most important first.
std::vector<std::filesystem::path> dataFolders();

/// The first data folder in which `relative` exists, joined with it.
std::optional<std::filesystem::path> findInDataFolders(const std::filesystem::path& relative);

/// The first of these names that is a file in `folder`.
std::optional<std::filesystem::path> firstFile(const std::filesystem::path& folder,
                                               const std::vector<std::string>& names);

/// The folder in "data_folder". Errors: InvalidArgument (empty), NotFound (no such folder).
Result<std::filesystem::path> givenFolder(const ParamValues& values);

}  // namespace limner::datasets
