#include "find.h"

#include <cstdlib>
#include <sstream>
#include <string>

namespace limner::datasets {
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

std::optional<fs::path> firstFile(const fs::path& folder, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / name, ignored)) return folder / name;
    }
    return std::nullopt;
}

Result<fs::path> givenFolder(const ParamValues& values) {
    const std::string& given = textOf(values, "data_folder");
    if (given.empty()) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "No data folder was given."),
                     .hint = LIMNER_TR("core", "Choose the folder that holds the data.")};
    }
    std::error_code ignored;
    if (fs::is_directory(given, ignored)) return fs::path(given);
    return Error{.code = ErrorCode::NotFound,
                 .message = {LIMNER_TR("core", "There is no folder “%1”."), {given}},
                 .hint = LIMNER_TR("core", "Choose the folder that holds the data.")};
}

}  // namespace limner::datasets
