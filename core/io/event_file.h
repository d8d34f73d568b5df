// TensorBoard event files: the scalars and sample sheets of a run, for those who look at them there.
// Format: https://github.com/tensorflow/tensorboard, event.proto and summary.proto; records as in TFRecord
// files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/types/result.h"

namespace limner::io {

/// CRC-32C (Castagnoli) of bytes, RFC 3720 section 12.1.
uint32_t crc32c(std::string_view bytes);

/// A picture that is encoded as PNG already.
struct EventPicture {
    int width = 0;
    int height = 0;
    int channels = 0;  ///< 1 grey, 3 RGB, 4 RGBA
    std::span<const std::byte> png = {};
};

/// One file, written by append. Every session of a run has a file of its own. Used by one thread.
class EventFile {
public:
    /// Starts events.out.tfevents.SECONDS.limner in a folder that is there; a name in use gets a number.
    /// @param wallSeconds  Unix time. Errors: NoSpace, NotWritable.
    static Result<EventFile> create(const std::filesystem::path& folder, double wallSeconds);

    /// Says that the run goes on after `step`: TensorBoard forgets what earlier files hold of later steps.
    Result<void> restartAfter(int64_t step, double wallSeconds);
    /// One point of each curve; NaN is left out. @pre as many values as names
    Result<void> scalars(int64_t step, double wallSeconds, const std::vector<std::string>& names,
                         const std::vector<double>& values);
    Result<void> picture(int64_t step, double wallSeconds, const std::string& tag,
                         const EventPicture& picture);
    /// Writes what is pending. On an error it is kept and tried again with the next call.
    Result<void> flush();

    const std::filesystem::path& path() const { return m_path; }

private:
    explicit EventFile(std::filesystem::path path) : m_path(std::move(path)) {}
    Result<void> add(std::string_view event);

    std::filesystem::path m_path;
    std::string m_pending;
};

}  // namespace limner::io
