// Which of the kinds of movie files can be written here.
#pragma once

#include <filesystem>
#include <string>

#include "core/types/movie_format.h"

namespace limner::io {

/// ".mp4, .webm, .gif, .webp", without those whose encoder is missing here.
std::string movieEndings();

/// By the ending, in any case. Errors: InvalidArgument (not the ending of a movie; lists those that are),
/// Unsupported (FFmpeg was built here without the encoder; lists those that work).
Result<MovieFormat> movieFormatOf(const std::filesystem::path& file);

/// Whether a movie of this format can have this size and rate. Errors: InvalidArgument, with a hint.
Result<void> checkMovie(const MovieFormat& format, int width, int height, int rateHz);

}  // namespace limner::io
