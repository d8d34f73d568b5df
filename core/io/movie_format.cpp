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
    const auto fits = checkFrameSize(format, width, height);
    return fits ? checkFrameRate(format, rateHz) : fits;
}

}  // namespace limner::io
