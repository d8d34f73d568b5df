#include "movie_format.h"

#include <algorithm>

#include "core/internal/av.h"

namespace limner::io {
namespace {

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

bool isHere(const MovieFormat& format) {
    return avcodec_find_encoder_by_name(format.encoder.c_str()) != nullptr;
}

Error cannotBe(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

}  // namespace

const std::vector<MovieFormat>& movieFormats() {
    // Viewers show what is faster than 50 frames a second in a GIF far too slowly: its clock ticks in
    // hundredths.
    static const std::vector<MovieFormat> rows{
        {.ending = ".mp4", .encoder = "libx264", .title = "MP4 (H.264)", .sizeStep = 2},
        {.ending = ".webm", .encoder = "libvpx-vp9", .title = "WebM (VP9)", .sizeStep = 2},
        {.ending = ".gif", .encoder = "gif", .title = "GIF", .hasPalette = true, .fastestHz = 50},
        {.ending = ".webp", .encoder = "libwebp", .title = "WebP"},
    };
    return rows;
}

std::string movieEndings() {
    std::string all;
    for (const MovieFormat& format : movieFormats())
        if (isHere(format)) all += (all.empty() ? "" : ", ") + format.ending;
    return all;
}

Result<MovieFormat> movieFormatOf(const std::filesystem::path& file) {
    const std::string ending = lowerCase(file.extension().string());
    const auto found = std::ranges::find(movieFormats(), ending, &MovieFormat::ending);
    if (found == movieFormats().end())
        return cannotBe({LIMNER_TR("core", "“%1” does not end like a movie."), {file.string()}},
                        {LIMNER_TR("core", "Movies end in %1."), {movieEndings()}});
    if (isHere(*found)) return *found;
    return Error{.code = ErrorCode::Unsupported,
                 .message = {LIMNER_TR("core", "The FFmpeg libraries here cannot write %1: they lack “%2”."),
                             {found->title, found->encoder}},
                 .hint = {LIMNER_TR("core", "These endings work: %1."), {movieEndings()}}};
}

Result<void> checkMovie(const MovieFormat& format, int width, int height, int rateHz) {
    constexpr int kLargest = 8192;
    if (width < 1 || height < 1 || width > kLargest || height > kLargest)
        return cannotBe({LIMNER_TR("core", "A movie cannot have %1×%2 pixels."),
                         {std::to_string(width), std::to_string(height)}},
                        {LIMNER_TR("core", "The largest side is %1 pixels."), {std::to_string(kLargest)}});
    if (width % format.sizeStep != 0 || height % format.sizeStep != 0)
        return cannotBe({LIMNER_TR("core", "%1 needs even sizes, not %2×%3 pixels."),
                         {format.title, std::to_string(width), std::to_string(height)}},
                        LIMNER_TR("core", "Make it one pixel larger."));
    if (rateHz > format.fastestHz)
        return cannotBe({LIMNER_TR("core", "%1 shows up to %2 frames a second, not %3."),
                         {format.title, std::to_string(format.fastestHz), std::to_string(rateHz)}},
                        LIMNER_TR("core", "Lower the rate of the time line, or choose another file ending."));
    return {};
}

}  // namespace limner::io
