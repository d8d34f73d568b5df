// A stretch of encoded frames on its own: what a movie is put together from, and what is left of one that was
// interrupted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/types/result.h"

namespace limner::io {

struct MoviePacket {
    int64_t shown = 0;    ///< when it is shown, in frames from the start of the stretch
    int64_t decoded = 0;  ///< its place among those to decode, in frames; may be negative
    bool isKey = false;
    std::string bytes = {};
};

struct MovieStretch {
    std::string setup = {};  ///< what the decoder is set up with; may be empty
    int64_t frames = 0;
    std::vector<MoviePacket> packets = {};
};

/// Replaces `file` whole or not at all, with a checksum. Errors: NoSpace, NotWritable.
Result<void> writeStretch(const std::filesystem::path& file, const MovieStretch& stretch);
/// Errors: NotFound, Damaged.
Result<MovieStretch> readStretch(const std::filesystem::path& file);

}  // namespace limner::io
