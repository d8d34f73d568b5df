// Where the system and the person keep data that programs share.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace limner {

/// The data folders of the XDG Base Directory Specification, most important first.
std::vector<std::filesystem::path> dataFolders();

/// The first data folder in which `relative` exists, joined with it.
std::optional<std::filesystem::path> findInDataFolders(const std::filesystem::path& relative);

}  // namespace limner
