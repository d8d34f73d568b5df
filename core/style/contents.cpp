#include "contents.h"

#include <algorithm>
#include <array>

namespace limner::style {
namespace {

namespace fs = std::filesystem;

bool isNamedLikeAPicture(const fs::path& file) {
    static constexpr std::array<std::string_view, 8> kEndings{".png", ".jpg", ".jpeg", ".webp",
                                                              ".bmp", ".gif", ".tif",  ".tiff"};
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return std::ranges::find(kEndings, ending) != kEndings.end() &&
           !file.filename().string().starts_with('.');
}

}  // namespace

Result<std::vector<fs::path>> contentsOf(const std::string& content) {
    std::error_code failed;
    if (!fs::is_directory(content, failed)) return std::vector<fs::path>{content};
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(content, failed), end; !failed && entry != end; entry.increment(failed))
        if (isNamedLikeAPicture(entry->path()) && entry->is_regular_file()) files.push_back(entry->path());
    std::ranges::sort(files);
    if (!files.empty()) return files;
    return Error{
        .code = ErrorCode::NotFound,
        .message = {LIMNER_TR("core", "There are no pictures in the folder %1."), {content}},
        .hint = LIMNER_TR("core", "Choose a folder with PNG, JPEG, WebP, BMP, GIF or TIFF pictures.")};
}

}  // namespace limner::style
