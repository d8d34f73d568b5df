#include "read_file.h"

#include <fstream>
#include <utility>

namespace limner::language {
namespace {

Error notReadable(const std::filesystem::path& file) {
    std::error_code ignored;
    Error error{.code = ErrorCode::NotFound};
    if (std::filesystem::is_directory(file, ignored)) {
        error.message = {LIMNER_TR("core", "“%1” is a folder, not a file."), {file.string()}};
        error.hint = LIMNER_TR("core", "Choose a file inside it.");
    } else if (std::filesystem::exists(file, ignored)) {
        error.message = {LIMNER_TR("core", "“%1” may not be read."), {file.string()}};
        error.hint = LIMNER_TR("core", "Change its permissions, or choose another file.");
    } else {
        error.message = {LIMNER_TR("core", "“%1” is not there."), {file.string()}};
        error.hint = LIMNER_TR("core", "Check the path, or choose another file.");
    }
    return error;
}

Error tooLarge(const std::filesystem::path& file, uint64_t maxBytes) {
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "“%1” is larger than the %2 MB that Limner reads at once."),
                        {file.string(), std::to_string(maxBytes / 1'000'000)}},
            .hint = LIMNER_TR("core", "Cut it into smaller files, or choose another one.")};
}

}  // namespace

Result<std::string> readWhole(const std::filesystem::path& file, uint64_t maxBytes) {
    std::error_code failure;
    if (!std::filesystem::exists(file, failure) || std::filesystem::is_directory(file, failure))
        return notReadable(file);
    const uintmax_t size = std::filesystem::file_size(file, failure);
    if (!failure && size > maxBytes) return tooLarge(file, maxBytes);
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return notReadable(file);
    std::string bytes;
    constexpr size_t kPiece = size_t{1} << 20;
    while (stream) {  // by what is there: pipes and devices have no size
        const size_t before = bytes.size();
        bytes.resize(before + kPiece);
        stream.read(bytes.data() + before, kPiece);
        bytes.resize(before + static_cast<size_t>(stream.gcount()));
        if (bytes.size() > maxBytes) return tooLarge(file, maxBytes);
    }
    if (stream.bad()) return damagedFile(file, LIMNER_TR("core", "“%1” could not be read to its end."));
    return bytes;
}

Error damagedFile(const std::filesystem::path& file, const char* sentence, std::vector<std::string> more) {
    more.insert(more.begin(), file.string());
    return {.code = ErrorCode::Damaged,
            .message = {sentence, std::move(more)},
            .hint = LIMNER_TR("core", "Use a copy of the file, if there is one.")};
}

}  // namespace limner::language
