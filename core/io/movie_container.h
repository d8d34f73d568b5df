// Puts encoded stretches together to one file: MP4 and WebM through FFmpeg, GIF and WebP by their
// specifications, since FFmpeg's writers of those two leave no room for a recipe.
#pragma once

#include <filesystem>
#include <functional>

#include "movie_encoder.h"
#include "safe_replace.h"

namespace limner::io {

using StretchReader = std::function<Result<MovieStretch>(int64_t index)>;

/// Replaces `file` whole or not at all. `scratch` may be used for a file in the making; both are on one disk.
/// Errors: NoSpace, NotWritable, those of `read`, Unsupported (a GIF or WebP beyond what the format can
/// hold).
Result<void> writeContainer(const std::filesystem::path& file, const std::filesystem::path& scratch,
                            const MovieFormat& format, const MovieOptions& options, int64_t stretches,
                            const StretchReader& read);

/// GIF89a (CompuServe 1990), with the NETSCAPE2.0 extension for loops and the recipe as a comment.
Result<void> writeGif(const ByteSink& sink, const MovieOptions& options, int64_t stretches,
                      const StretchReader& read);

/// WebP Container Specification (Google), with the recipe as XMP, dc:description.
Result<void> writeWebp(const ByteSink& sink, const MovieOptions& options, int64_t stretches,
                       const StretchReader& read);

/// The recipe as the container carries it is the "comment" of MP4 and WebM.
Result<void> writeAvContainer(const std::filesystem::path& scratch, const MovieFormat& format,
                              const MovieOptions& options, int64_t stretches, const StretchReader& read);

}  // namespace limner::io
