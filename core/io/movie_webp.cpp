#include <cmath>
#include <limits>
#include <string>

#include "file_error.h"
#include "movie_container.h"

namespace limner::io {
namespace {

constexpr size_t kRiffBytes = 12;  // "RIFF", length, "WEBP"
constexpr size_t kChunkHeadBytes = 8;
constexpr uint64_t kMaxWebpBytes = std::numeric_limits<uint32_t>::max() - 16;

std::string littleEndian(uint64_t number, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i) & 255);
    return text;
}

/// With the byte that fills it up to an even length.
std::string chunk(std::string_view name, std::string_view content) {
    std::string text(name);
    text += littleEndian(content.size(), 4);
    text += content;
    if (content.size() % 2 != 0) text += '\0';
    return text;
}

/// The chunks of a still picture without its file header and without what the animation says for all frames.
std::string_view picturePart(std::string_view file) {
    file.remove_prefix(std::min(file.size(), kRiffBytes));
    constexpr size_t kExtendedBytes = kChunkHeadBytes + 10;
    if (file.starts_with("VP8X")) file.remove_prefix(std::min(file.size(), kExtendedBytes));
    return file;
}

int64_t millisecondOf(int64_t frame, int rateHz) {
    return std::llround(1000.0 * static_cast<double>(frame) / rateHz);
}

std::string webpFrame(std::string_view picture, int64_t frame, const MovieOptions& options) {
    const auto side = [](int pixels) { return littleEndian(static_cast<uint64_t>(pixels - 1), 3); };
    const int64_t milliseconds =
        millisecondOf(frame + 1, options.rateHz) - millisecondOf(frame, options.rateHz);
    constexpr char kReplaceAll = 2;  // rather than blend with the frame before
    return chunk("ANMF", littleEndian(0, 6) + side(options.width) + side(options.height) +
                             littleEndian(static_cast<uint64_t>(milliseconds), 3) + kReplaceAll +
                             std::string(picture));
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '&')
            out += "&amp;";
        else if (letter == '<')
            out += "&lt;";
        else
            out += letter;
    }
    return out;
}

/// XMP Specification part 1: the recipe as the description of the picture.
std::string xmp(const std::string& recipe) {
    return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
           "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escaped(recipe) + "</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>";
}

std::string webpHead(const MovieOptions& options) {
    constexpr uint64_t kAnimated = 0x02, kHasXmp = 0x04;
    const auto side = [](int pixels) { return littleEndian(static_cast<uint64_t>(pixels - 1), 3); };
    return chunk("VP8X", littleEndian(kAnimated | kHasXmp, 4) + side(options.width) + side(options.height)) +
           chunk("ANIM", littleEndian(0xff000000U, 4) + littleEndian(options.isLoop ? 0 : 1, 2));
}

/// Hands each frame to `take` as it stands in the file.
Result<void> eachWebpFrame(const MovieOptions& options, int64_t stretches, const StretchReader& read,
                           const std::function<Result<void>(const std::string&)>& take) {
    int64_t frame = 0;
    for (int64_t i = 0; i < stretches; ++i) {
        const auto stretch = read(i);
        if (!stretch) return stretch.error();
        for (const MoviePacket& packet : stretch->packets) {
            const auto taken = take(webpFrame(picturePart(packet.bytes), frame++, options));
            if (!taken) return taken;
        }
    }
    return {};
}

}  // namespace

Result<void> writeWebp(const ByteSink& sink, const MovieOptions& options, int64_t stretches,
                       const StretchReader& read) {
    const auto write = [&](std::string_view bytes) { return sink(std::as_bytes(std::span(bytes))); };
    const std::string head = webpHead(options);
    const std::string tail = chunk("XMP ", xmp(options.recipe));
    uint64_t length = 4 + head.size() + tail.size();  // known before the first byte is written
    auto done = eachWebpFrame(options, stretches, read, [&](const std::string& frame) -> Result<void> {
        length += frame.size();
        return {};
    });
    if (!done) return done;
    if (length > kMaxWebpBytes)
        return Error{.code = ErrorCode::Unsupported,
                     .message = LIMNER_TR("core", "The movie is larger than a WebP can be (4 GiB)."),
                     .hint = LIMNER_TR("core", "Lower its size or quality, or choose another file ending.")};
    done = write("RIFF" + littleEndian(length, 4) + "WEBP" + head);
    if (done) done = eachWebpFrame(options, stretches, read, write);
    if (done) done = write(tail);
    return done;
}

}  // namespace limner::io
