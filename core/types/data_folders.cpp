#include "data_folders.h"

#include <cstdlib>
#include <sstream>
#include <string>

namespace limner {
namespace fs = std::filesystem;
namespace {

std::string environment(const char* name, std::string standard) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? value : standard;
}

}  // namespace

std::vector<fs::path> dataFolders() {
    // https://specifications.freedesktop.org/basedir-spec/ names these variables and these standard values.
    const std::string home = environment("XDG_DATA_HOME", environment("HOME", "") + "/.local/share");
    const std::string system = environment("XDG_DATA_DIRS", "/usr/local/share:/usr/share");
    std::vector<fs::path> folders;
    std::istringstream list(home + ":" + system);
    for (std::string folder; std::getline(list, folder, ':');) {
        if (fs::path(folder).is_absolute()) folders.emplace_back(folder);  // the specification: ignore others
    }
    return folders;
}

std::optional<fs::path> findInDataFolders(const fs::path& relative) {
    for (const fs::path& folder : dataFolders()) {
        std::error_code ignored;
        if (fs::exists(folder / relative, ignored)) return folder / relative;
    }
    return std::nullopt;
}

}  // namespace limner
