#include "output.h"

#include <algorithm>
#include <array>

#include "core/internal/output_path.h"
#include "core/internal/picture_file.h"
#include "core/io/recipe_text.h"
#include "pictures.h"

namespace limner::style {
namespace {

namespace fs = std::filesystem;

std::string endingOf(const fs::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return ending;
}

struct Format {
    const char* ending;
    const char* name;  ///< of Host::encode
    bool hasTransparency;
    bool hasRecipe;
};

constexpr std::array<Format, 6> kFormats{{{".png", "png", true, true},
                                          {".jpg", "jpeg", false, false},
                                          {".jpeg", "jpeg", false, false},
                                          {".webp", "webp", true, false},
                                          {".tif", "tiff", true, false},
                                          {".tiff", "tiff", true, false}}};

/// Null where Limner does not write it.
const Format* formatOf(const fs::path& file) {
    const std::string ending = endingOf(file);
    const auto found =
        std::ranges::find_if(kFormats, [&](const Format& one) { return ending == one.ending; });
    return found == kFormats.end() ? nullptr : &*found;
}

Error wrongOutput(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

Result<void> checkFolder(const std::string& content, const std::string& out) {
    std::error_code ignored;
    if (fs::exists(out, ignored) && !fs::is_directory(out, ignored))
        return wrongOutput({LIMNER_TR("core", "“%1” is a file, not a folder."), {out}},
                           LIMNER_TR("core", "The results of a folder of pictures go into a folder."));
    if (fs::equivalent(content, out, ignored))
        return wrongOutput({LIMNER_TR("core", "“%1” is the folder of the contents."), {out}},
                           LIMNER_TR("core", "Choose another folder; nothing of yours is overwritten."));
    return {};
}

/// "cat-starry-patches"
std::string nameOf(const ParamValues& values, const fs::path& content) {
    std::string name = content.stem().string();
    const std::string style = fs::path(textOf(values, "style")).stem().string();
    if (!style.empty()) name += (name.empty() ? "" : "-") + style;
    return name + "-" + textOf(values, "method");
}

fs::path unused(const fs::path& folder, const std::string& name) {
    std::error_code ignored;
    fs::path file = folder / (name + ".png");
    for (int number = 2; fs::exists(file, ignored); ++number)
        file = folder / (name + "-" + std::to_string(number) + ".png");
    return file;
}

}  // namespace

Result<void> checkStyleOutput(const ParamValues& values) {
    const std::string& content = textOf(values, "content");
    const std::string& out = textOf(values, "out");
    std::error_code ignored;
    if (out.empty()) return {};
    if (fs::is_directory(content, ignored)) return checkFolder(content, out);
    if (formatOf(out) == nullptr)
        return wrongOutput({LIMNER_TR("core", "“%1” does not end in .png, .jpg, .webp or .tif."), {out}},
                           LIMNER_TR("core", "The ending says in which format the picture is written."));
    for (const char* id : {"content", "style", "style_2", "style_3", "style_4", "region"})
        if (fs::equivalent(textOf(values, id), out, ignored))
            return wrongOutput(
                {LIMNER_TR("core", "“%1” is one of the pictures that the result is made from."), {out}},
                LIMNER_TR("core", "Choose another name; nothing of yours is overwritten."));
    const auto isFree = generation::checkOutputFile(out);
    return isFree ? generation::checkReplacing(values) : isFree;
}

fs::path outputOf(const ParamValues& values, const fs::path& content, const fs::path& project) {
    const fs::path out = textOf(values, "out");
    std::error_code ignored;
    const bool isFolder = fs::is_directory(textOf(values, "content"), ignored);
    if (out.empty()) return unused(project / "outputs", nameOf(values, content));
    return isFolder ? unused(out, content.stem().string()) : out;
}

Result<void> writeResult(const fs::path& file, const Image& image, const Recipe& recipe, const Host& host,
                         const std::function<void(Message)>& warn) {
    const Format* format = formatOf(file);
    const bool losesTransparency = image.channels == 4 && !format->hasTransparency;
    if (losesTransparency)
        warn({LIMNER_TR("core", "A %1 file has no transparency: what was transparent is white."),
              {format->ending}});
    if (!format->hasRecipe)
        warn({LIMNER_TR("core", "A %1 file cannot carry its recipe; a .png file does."), {format->ending}});
    const auto bytes =
        host.encode(losesTransparency ? flattened(image) : image, format->name, io::recipeFields(recipe));
    if (!bytes) return bytes.error();
    return generation::writeBytes(file, *bytes);
}

}  // namespace limner::style
