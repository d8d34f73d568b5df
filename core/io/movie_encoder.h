// Pictures in, encoded packets out: one stretch of a movie, which needs nothing of the stretches around it.
#pragma once

#include <memory>
#include <vector>

#include "core/types/image.h"
#include "movie_format.h"
#include "movie_packets.h"
#include "movie_palette.h"

namespace limner::io {

struct MovieOptions {
    int width = 0;  ///< of each frame in pixels; see checkMovie
    int height = 0;
    int rateHz = 30;
    int64_t frames = 0;  ///< of the whole movie
    bool isLoop = false;
    int quality = 80;                 ///< 1 to 100; a GIF has no such thing
    std::vector<Image> samples = {};  ///< of which the colours of a GIF are chosen
    std::string recipe = {};          ///< travels in the file, as JSON
};

class MovieEncoder {
public:
    /// Errors: InvalidArgument (see checkMovie), Unsupported (the encoder refuses).
    static Result<std::unique_ptr<MovieEncoder>> open(const MovieFormat& format, const MovieOptions& options,
                                                      std::shared_ptr<const MoviePalette> palette);
    virtual ~MovieEncoder() = default;
    /// @pre the size of the options. Errors: Internal, OutOfMemory.
    virtual Result<void> add(const Image& frame) = 0;
    /// What was added, encoded. Ends the stretch: call it once.
    virtual Result<MovieStretch> finish() = 0;
};

/// A sentence of FFmpeg about one of its error numbers.
std::string avText(int number);

}  // namespace limner::io
