// The kinds of movie files that can be written: one row each in movie_format.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/types/result.h"

namespace limner::io {

struct MovieFormat {
    std::string ending;       ///< ".mp4", in lower case
    std::string encoder;      ///< its name in FFmpeg
    std::string title;        ///< "MP4 (H.264)"
    bool hasPalette = false;  ///< shows 256 colours, the same in all frames
    int sizeStep = 1;         ///< width and height are multiples of this
    int fastestHz = 120;      ///< frames a second that viewers show as they are
};

/// Order is the order in menus. All, whether their encoder is here or not.
const std::vector<MovieFormat>& movieFormats();

/// ".mp4, .webm, .gif, .webp", without those whose encoder is missing here.
std::string movieEndings();

/// By the ending, in any case. Errors: InvalidArgument (not the ending of a movie; lists those that are),
/// Unsupported (FFmpeg was built here without the encoder; lists those that work).
Result<MovieFormat> movieFormatOf(const std::filesystem::path& file);

/// Whether a movie of this format can have this size and rate. Errors: InvalidArgument, with a hint.
Result<void> checkMovie(const MovieFormat& format, int width, int height, int rateHz);

}  // namespace limner::io
