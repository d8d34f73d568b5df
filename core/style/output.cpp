#include "output.h"

#include <algorithm>
#include <array>

#include "core/internal/output_path.h"
#include "core/internal/picture_file.h"

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

bool isWritten(const fs::path& file) {
    return endingOf(file) == ".png";
}

Error wrongOutput(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
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

Result<void> checkStyleOutput(const std::string& content, const std::string& out) {
    std::error_code ignored;
    if (out.empty()) return {};
    if (fs::is_directory(content, ignored)) {
        if (!fs::exists(out, ignored) || fs::is_directory(out, ignored)) return {};
        return wrongOutput({LIMNER_TR("core", "“%1” is a file, not a folder."), {out}},
                           LIMNER_TR("core", "The results of a folder of pictures go into a folder."));
    }
    if (!isWritten(out))
        return wrongOutput({LIMNER_TR("core", "“%1” does not end in .png, .jpg, .webp or .tif."), {out}},
                           LIMNER_TR("core", "The ending says in which format the picture is written."));
    return generation::checkOutputFile(out);
}

fs::path outputOf(const ParamValues& values, const fs::path& content, const fs::path& project) {
    const fs::path out = textOf(values, "out");
    std::error_code ignored;
    const bool isFolder = fs::is_directory(textOf(values, "content"), ignored);
    if (out.empty()) return unused(project / "outputs", nameOf(values, content));
    return isFolder ? unused(out, content.stem().string()) : out;
}

Result<void> writeResult(const fs::path& file, const Image& image, const Recipe& recipe, const Host& host,
                         const std::function<void(Message)>&) {
    const auto bytes = generation::encodePicture(image, recipe, host);
    if (!bytes) return bytes.error();
    return generation::writeBytes(file, *bytes);
}

}  // namespace limner::style
