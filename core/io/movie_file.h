// Writes a movie frame by frame in constant memory. Frames are kept as encoded stretches in a hidden folder
// beside the file; the file itself appears whole, at the end, and a movie that was interrupted goes on.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/types/image.h"
#include "core/types/result.h"
#include "movie_encoder.h"

namespace limner::io {

class MovieWriter {
public:
    /// Frames of a stretch: as many at most are encoded again after an interruption.
    static constexpr int64_t kStretchFrames = 48;

    /// Goes on with what was kept of a movie of the same recipe, size and rate at this path; what was kept of
    /// another is removed. The frames do not depend on whether or where it was interrupted, nor do the bytes
    /// of the file, but for an MP4 of less than 128 pixels: x264 looks at memory beyond such small pictures.
    /// Errors: those of movieFormatOf and checkMovie, NoSpace, NotWritable.
    static Result<std::unique_ptr<MovieWriter>> open(const std::filesystem::path& file, MovieOptions options);

    /// The frame that `add` wants.
    int64_t nextFrame() const;
    /// Encodes the next frame. Where the disk is full the frames so far stay, in memory or on the disk; then
    /// `nextFrame` says whether this one is among them, and it may be tried again.
    /// Errors: NoSpace, NotWritable, Unsupported, OutOfMemory.
    Result<void> add(const Image& frame);
    /// Puts the file in place and removes the stretches. May be tried again after an error.
    /// @pre nextFrame() == frames of the options. Errors: those of `add`, and Damaged (a stretch was
    /// changed).
    Result<void> finish();
    /// Where the stretches lie that a later `open` goes on with; empty where there are none.
    std::string keptFolder() const { return m_stretches > 0 ? m_folder.string() : std::string(); }

private:
    MovieWriter(std::filesystem::path file, MovieFormat format, MovieOptions options);
    Result<void> prepareFolder();
    Result<void> writePending();
    std::filesystem::path stretchFile(int64_t index) const;
    std::string marker() const;

    std::filesystem::path m_file;
    std::filesystem::path m_folder;
    MovieFormat m_format;
    MovieOptions m_options;
    std::shared_ptr<const MoviePalette> m_palette;
    int64_t m_stretches = 0;  // on the disk
    std::unique_ptr<MovieEncoder> m_encoder;
    int64_t m_inEncoder = 0;
    std::optional<MovieStretch> m_pending;  // encoded, not yet on the disk
};

}  // namespace limner::io
