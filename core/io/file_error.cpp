#include "file_error.h"

#include <cerrno>
#include <system_error>

namespace limner::io {
namespace {

std::string systemText(int number) {
    return std::generic_category().message(number);
}

}  // namespace

Error writeError(const std::filesystem::path& file, int number) {
    Error error{.code = ErrorCode::NotWritable, .details = file.string() + ": " + systemText(number)};
    switch (number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            error.code = ErrorCode::NoSpace;
            error.message = {LIMNER_TR("core", "There is no space left to write “%1”."), {file.string()}};
            error.hint = LIMNER_TR("core", "Free some space on that disk, then try again.");
            break;
        case EACCES:
        case EPERM:
        case EROFS:
            error.message = {LIMNER_TR("core", "“%1” may not be written."), {file.string()}};
            error.hint = LIMNER_TR("core", "Choose another folder, or change the permissions of this one.");
            break;
        case ENOENT:
        case ENOTDIR:
            error.message = {LIMNER_TR("core", "“%1” cannot be written, since its folder is not there."),
                             {file.string()}};
            error.hint = LIMNER_TR("core", "Make the folder, or choose another one.");
            break;
        default:
            error.message = {LIMNER_TR("core", "“%1” could not be written (%2)."),
                             {file.string(), systemText(number)}};
            error.hint = LIMNER_TR("core", "Check the disk, or choose another folder.");
    }
    return error;
}

Error readError(const std::filesystem::path& file, int number) {
    Error error{.code = ErrorCode::NotFound, .details = file.string() + ": " + systemText(number)};
    switch (number) {
        case ENOENT:
        case ENOTDIR:
            error.message = {LIMNER_TR("core", "“%1” is not there."), {file.string()}};
            error.hint = LIMNER_TR("core", "Check the path, or choose another file.");
            break;
        case EACCES:
        case EPERM:
            error.message = {LIMNER_TR("core", "“%1” may not be read."), {file.string()}};
            error.hint = LIMNER_TR("core", "Change its permissions, or choose another file.");
            break;
        case EISDIR:
            error.message = {LIMNER_TR("core", "“%1” is a folder, not a file."), {file.string()}};
            error.hint = LIMNER_TR("core", "Choose a file inside it.");
            break;
        default:
            error.code = ErrorCode::Damaged;
            error.message = {LIMNER_TR("core", "“%1” could not be read (%2)."),
                             {file.string(), systemText(number)}};
            error.hint = LIMNER_TR("core", "Check the disk, or use a copy of the file.");
    }
    return error;
}

Error damaged(const std::filesystem::path& file, const char* sentence, std::vector<std::string> more) {
    more.insert(more.begin(), file.string());
    return {.code = ErrorCode::Damaged,
            .message = {sentence, std::move(more)},
            .hint = LIMNER_TR("core", "Use a copy of the file, if there is one.")};
}

}  // namespace limner::io
