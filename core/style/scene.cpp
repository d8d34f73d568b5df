#include "scene.h"

#include <algorithm>

#include "pictures.h"
#include "stylize_table.h"

namespace limner::style {
namespace {

namespace fs = std::filesystem;
using Warn = std::function<void(Message)>;

Error tooSmall(const fs::path& file, const Image& image) {
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "“%1” has only %2×%3 pixels; at least %4×%4 are needed."),
                        {file.filename().string(), std::to_string(image.width), std::to_string(image.height),
                         std::to_string(kSmallestSide)}},
            .hint = LIMNER_TR("core", "Choose a larger picture.")};
}

Error tooNarrow(const fs::path& file, const Image& image, PixelSize size) {
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "“%1” with its %2×%3 pixels would become only %4×%5 pixels."),
                        {file.filename().string(), std::to_string(image.width), std::to_string(image.height),
                         std::to_string(size.width), std::to_string(size.height)}},
            .hint = LIMNER_TR("core", "Crop the picture, or choose a larger size.")};
}

Result<Image> readLargeEnough(const fs::path& file, const Host& host, const Warn& warn) {
    auto image = readPicture(file, host, warn);
    if (image && std::min(image->width, image->height) < kSmallestSide) return tooSmall(file, *image);
    return image;
}

/// Beside a content a style is not much coarser than the result; alone it keeps its grain.
Result<StylePicture> openStyle(const fs::path& file, double weight, int64_t longest, bool hasContent,
                               const Host& host, const Warn& warn) {
    constexpr int64_t kCoarse = 4;  // times enlarged, from where a pattern of pixels shows
    const auto image = readLargeEnough(file, host, warn);
    if (!image) return image.error();
    const int64_t own = std::max(image->width, image->height);
    const int64_t least = hasContent ? (longest + 1) / 2 : 1;
    const PixelSize size = sizeWithin({image->width, image->height}, std::clamp(own, least, longest));
    if (own * kCoarse <= least) {
        warn({LIMNER_TR("core",
                        "“%1” has only %2×%3 pixels; it was enlarged, and its pattern will be coarse."),
              {file.filename().string(), std::to_string(image->width), std::to_string(image->height)}});
    }
    if (std::min(size.width, size.height) < kSmallestSide) return tooNarrow(file, *image, size);
    return StylePicture{toTensor(resized(flattened(*image), size)), weight};
}

Result<void> openStyles(const ParamValues& values, const Host& host, const Warn& warn, StyleInput& input) {
    for (int i = 0; i < kMostStyles; ++i) {
        const std::string& file = textOf(values, styleId(i));
        const double weight = realOf(values, weightId(i));
        if (file.empty() || weight <= 0) continue;
        auto style =
            openStyle(file, weight, intOf(values, "size"), !textOf(values, "content").empty(), host, warn);
        if (!style) return style.error();
        input.styles.push_back(std::move(*style));
    }
    return {};
}

Result<torch::Tensor> openRegion(const ParamValues& values, PixelSize size, const Host& host,
                                 const Warn& warn) {
    const std::string& file = textOf(values, "region");
    if (file.empty()) return torch::Tensor();
    const auto mask = readPicture(file, host, warn);
    if (!mask) return mask.error();
    return regionOf(resized(greyOf(*mask), size), intOf(values, "feather"));
}

Result<void> openContent(const fs::path& file, const Host& host, const Warn& warn, Scene& scene) {
    const ParamValues& values = scene.input.values;
    const auto image = readLargeEnough(file, host, warn);
    if (!image) return image.error();
    const PixelSize size = sizeWithin({image->width, image->height}, intOf(values, "size"));
    if (std::min(size.width, size.height) < kSmallestSide) return tooNarrow(file, *image, size);
    auto region = openRegion(values, size, host, warn);
    if (!region) return region.error();
    Image content = resized(flattened(*image), size);
    scene.input.content = toTensor(content);
    const Image alpha = alphaOf(*image);
    scene.finish = Finish(std::move(content), alpha.isEmpty() ? Image() : resized(alpha, size), *region,
                          coloursOf(textOf(values, "colours")));
    return {};
}

/// The size of the result: of the content, else the one that was asked for, else the aspect of the first
/// style.
PixelSize resultSize(const StyleInput& input) {
    if (input.content.defined()) return sizeOf(input.content);
    const auto sideOf = [&](const char* id) {
        const auto found = input.values.find(id);
        return found == input.values.end() ? int64_t{0} : std::get<int64_t>(found->second);
    };
    const int64_t longest = intOf(input.values, "size");
    const PixelSize own = input.styles.empty() ? PixelSize{1, 1} : sizeOf(input.styles.front().picture);
    PixelSize size = sizeWithin(own, longest);
    if (sideOf("width") > 0) size.width = static_cast<int>(sideOf("width"));
    if (sideOf("height") > 0) size.height = static_cast<int>(sideOf("height"));
    return size;
}

}  // namespace

Result<Scene> openScene(const ParamValues& values, const fs::path& content, const Host& host,
                        const Warn& warn) {
    Scene scene;
    scene.input.values = values;
    scene.input.seed = static_cast<uint64_t>(intOf(values, "seed"));
    scene.input.warn = warn;
    const auto styles = openStyles(values, host, warn, scene.input);
    if (!styles) return styles.error();
    if (!content.empty()) {
        const auto opened = openContent(content, host, warn, scene);
        if (!opened) return opened.error();
    } else if (!textOf(values, "region").empty()) {
        warn(LIMNER_TR("core", "Without a content the region has no meaning: the whole picture is made."));
    }
    const PixelSize size = resultSize(scene.input);
    scene.input.width = size.width;
    scene.input.height = size.height;
    if (const std::string& former = textOf(values, "resume_from"); !former.empty()) {
        const auto start = readPicture(former, host, warn);
        if (!start) return start.error();
        scene.input.start = toTensor(resized(flattened(*start), size));
    }
    return scene;
}

}  // namespace limner::style
