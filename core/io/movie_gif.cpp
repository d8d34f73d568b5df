#include <algorithm>
#include <cmath>
#include <string>

#include "file_error.h"
#include "movie_container.h"

namespace limner::io {
namespace {

std::span<const std::byte> gifBytes(std::string_view text) {
    return std::as_bytes(std::span(text));
}

constexpr size_t kScreenBytes = 13;  // signature and logical screen descriptor
constexpr std::string_view kGraphicControl{"\x21\xf9\x04", 3};
constexpr size_t kDelayAt = 4;  // in the graphic control extension

/// What stands before the first image: the size and the palette that all frames share.
std::string_view screenOf(std::string_view packet) {
    if (!packet.starts_with("GIF89a") || packet.size() < kScreenBytes) return {};
    const auto flags = static_cast<uint8_t>(packet[10]);
    const bool hasPalette = (flags & 0x80) != 0;
    const size_t paletteBytes = hasPalette ? size_t{3} << ((flags & 7) + 1) : 0;
    return packet.substr(0, std::min(packet.size(), kScreenBytes + paletteBytes));
}

std::string loopExtension() {
    // 0 means for ever.
    return std::string("\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00", 19);
}

std::string commentExtension(std::string_view text) {
    std::string extension("\x21\xfe", 2);
    constexpr size_t kBlockBytes = 255;
    while (!text.empty()) {
        const std::string_view block = text.substr(0, kBlockBytes);
        extension += static_cast<char>(block.size());
        extension += block;
        text.remove_prefix(block.size());
    }
    return extension + '\0';
}

/// When a frame begins in hundredths of a second; rounding each by itself keeps the whole as long as it is.
int64_t hundredthOf(int64_t frame, int rateHz) {
    return std::llround(100.0 * static_cast<double>(frame) / rateHz);
}

Result<void> writeGifFrame(const ByteSink& sink, std::string_view image, int64_t frame, int rateHz) {
    if (!image.starts_with(kGraphicControl) || image.size() < kDelayAt + 4)
        return Error{.code = ErrorCode::Internal,
                     .message = LIMNER_TR("core", "The encoder of GIF wrote something unexpected."),
                     .hint = LIMNER_TR("core", "Try another file ending.")};
    const int64_t delay = hundredthOf(frame + 1, rateHz) - hundredthOf(frame, rateHz);
    std::string bytes(image);
    bytes[kDelayAt] = static_cast<char>(delay & 255);
    bytes[kDelayAt + 1] = static_cast<char>(delay >> 8 & 255);
    return sink(gifBytes(bytes));
}

}  // namespace

Result<void> writeGif(const ByteSink& sink, const MovieOptions& options, int64_t stretches,
                      const StretchReader& read) {
    int64_t frame = 0;
    for (int64_t i = 0; i < stretches; ++i) {
        const auto stretch = read(i);
        if (!stretch) return stretch.error();
        for (const MoviePacket& packet : stretch->packets) {
            std::string_view image = packet.bytes;
            const std::string_view screen = screenOf(image);
            image.remove_prefix(screen.size());
            if (frame == 0) {
                std::string start(screen);
                if (options.isLoop) start += loopExtension();
                auto written = sink(gifBytes(start + commentExtension(options.recipe)));
                if (!written) return written;
            }
            const auto written = writeGifFrame(sink, image, frame++, options.rateHz);
            if (!written) return written;
        }
    }
    return sink(gifBytes(";"));  // the trailer
}

}  // namespace limner::io
