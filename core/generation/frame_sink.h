// Where the frames of a render go: a folder of PNG files, or a movie.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/types/host.h"
#include "core/types/image.h"
#include "core/types/param.h"
#include "core/types/recipe.h"

namespace limner::generation {

class FrameSink {
public:
    virtual ~FrameSink() = default;
    /// Whether a frame of the same recipe is there already, so that it need not be drawn.
    virtual bool has(int64_t frame) const = 0;
    /// Errors: NoSpace, NotWritable (both may be tried again), and those of an encoder.
    virtual Result<void> write(int64_t frame, const Image& picture) = 0;
    /// After the last frame. May be tried again.
    virtual Result<void> finish() = 0;
    /// What is on the disk of an unfinished render; empty where nothing is.
    virtual std::string kept() const = 0;
};

/// "000001.png" of frame 0.
std::string frameName(int64_t frame);
/// The recipe that makes this one frame again. Frames count from 0 here and from 1 in recipes.
Recipe frameRecipe(const Recipe& recipe, int64_t frame);

/// The rows "quality", "out" and "overwrite".
ParamTable movieFileRows(const char* group);

/// Of "out": a movie by its ending, a .png for one frame, a folder else. Empty is fine. Reads no file.
/// Errors: InvalidArgument, Unsupported.
Result<void> checkRenderOutput(const std::string& out, bool isOneFrame);
bool isMovie(const std::filesystem::path& out);
/// Whether a movie can have this size (0: not known yet) and rate; anything else is fine.
/// Errors: InvalidArgument, Unsupported.
Result<void> checkMovieSize(const std::filesystem::path& out, int64_t size, int rateHz);

/// 000001.png and so on, each with its own recipe. Frames of the same recipe that are there are kept.
/// Errors: InvalidArgument (there is something else in the folder), NoSpace, NotWritable.
Result<std::unique_ptr<FrameSink>> openFrameFolder(const std::filesystem::path& folder, const Recipe& recipe,
                                                   const Host& host);
/// One frame as a .png.
std::unique_ptr<FrameSink> openFrameFile(const std::filesystem::path& file, const Recipe& recipe,
                                         const Host& host);
/// What a movie is like beside its pictures.
struct MovieShape {
    int width = 0;  ///< of the frames in pixels
    int height = 0;
    int rateHz = 30;
    int64_t frames = 0;
    bool isLoop = false;
};
/// @param samples  pictures of the movie, of which the colours of a GIF are chosen
/// Errors: those of io::MovieWriter::open.
Result<std::unique_ptr<FrameSink>> openMovie(const std::filesystem::path& file, const Recipe& recipe,
                                             const MovieShape& shape, std::vector<Image> samples);

}  // namespace limner::generation
