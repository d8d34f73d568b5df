#include "movie_format.h"

namespace limner {
namespace {

Error unfitMovie(Message message, Message hint) {
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

Result<void> checkFrameSize(const MovieFormat& format, int width, int height) {
    constexpr int kLargest = 8192;
    if (width < 1 || height < 1 || width > kLargest || height > kLargest)
        return unfitMovie({LIMNER_TR("core", "A movie cannot have %1×%2 pixels."),
                           {std::to_string(width), std::to_string(height)}},
                          {LIMNER_TR("core", "The largest side is %1 pixels."), {std::to_string(kLargest)}});
    if (width % format.sizeStep != 0 || height % format.sizeStep != 0)
        return unfitMovie({LIMNER_TR("core", "%1 needs even sizes, not %2×%3 pixels."),
                           {format.title, std::to_string(width), std::to_string(height)}},
                          LIMNER_TR("core", "Make it one pixel larger."));
    return {};
}

Result<void> checkFrameRate(const MovieFormat& format, int rateHz) {
    if (rateHz <= format.fastestHz) return {};
    return unfitMovie({LIMNER_TR("core", "%1 shows up to %2 frames a second, not %3."),
                       {format.title, std::to_string(format.fastestHz), std::to_string(rateHz)}},
                      LIMNER_TR("core", "Lower the rate of the time line, or choose another file ending."));
}

}  // namespace limner
