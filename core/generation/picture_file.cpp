#include "core/internal/picture_file.h"

#include <string_view>

#include "core/io/file_error.h"
#include "core/io/recipe_text.h"
#include "core/io/safe_replace.h"

namespace limner::generation {

Result<std::vector<std::byte>> encodeSheet(const SampleSheet& sheet, const Recipe& recipe, const Host& host) {
    TextFields fields = io::recipeFields(recipe);
    fields.push_back(io::sheetField(sheet));
    return host.encodePng(sheet.sheet, fields);
}

Result<std::vector<std::byte>> encodePicture(const Image& picture, const Recipe& recipe, const Host& host) {
    return host.encodePng(picture, io::recipeFields(recipe));
}

Result<void> writeBytes(const std::filesystem::path& file, std::span<const std::byte> bytes) {
    const auto made = makeFolder(file.parent_path());
    if (!made) return made;
    return io::safeReplace(file, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

Result<void> makeFolder(const std::filesystem::path& folder) {
    if (folder.empty()) return {};
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return io::writeError(folder, error.value());
    return {};
}

}  // namespace limner::generation
