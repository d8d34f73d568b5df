#include "find.h"

#include <string>

namespace limner::datasets {
namespace fs = std::filesystem;

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
