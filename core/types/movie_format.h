// The kinds of movie files that Limner writes, and what they can hold: one row each.
#pragma once

#include <string>
#include <vector>

#include "result.h"

namespace limner {

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

/// Whether a movie of this format can have this size. Errors: InvalidArgument, with a hint.
Result<void> checkFrameSize(const MovieFormat& format, int width, int height);
/// The same of the frames a second.
Result<void> checkFrameRate(const MovieFormat& format, int rateHz);

}  // namespace limner
