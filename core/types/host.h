// What the core needs from the program around it: the one picture decoder, and a way to wake its event loop.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "image.h"
#include "result.h"

namespace limner {

struct PictureInfo {
    int width = 0;  ///< after orientation
    int height = 0;
    std::string format;  ///< "png", "jpeg", …
    int frames = 1;      ///< of an animation or a file of several pages
};

/// Text fields of a PNG, written as iTXt: keyword (Latin-1, 1 to 79 bytes) and UTF-8 text.
using TextFields = std::vector<std::pair<std::string, std::string>>;

/// What stands along one side of a sheet: what changes there, and its value at each tile.
struct AxisLabels {
    Message title = {};
    std::vector<std::string> ticks = {};  ///< none: nothing stands there
};

/// Implemented once, in app/host. Every function may be called from any thread.
class Host {
public:
    virtual ~Host() = default;
    /// Reads size and format without decoding. Errors: Unsupported, Damaged.
    virtual Result<PictureInfo> probe(std::span<const std::byte> file) const = 0;
    /// Decodes one picture (the first frame), upright, in sRGB, 1, 3 or 4 channels as stored.
    /// Errors: Unsupported (not a picture, or over 100 megapixels), Damaged.
    virtual Result<Image> decode(std::span<const std::byte> file) const = 0;
    /// Encodes as PNG with text fields.
    virtual Result<std::vector<std::byte>> encodePng(const Image& image, const TextFields& fields) const = 0;
    /// Encodes in the format of this name. Fields are kept where the format has room for them: in PNG.
    /// @param format  "png", "jpeg", "webp", "tiff"; a JPEG has no transparency
    /// Errors: InvalidArgument (an empty picture), Unsupported (no writer for it), OutOfMemory.
    virtual Result<std::vector<std::byte>> encode(const Image& image, const std::string& format,
                                                  const TextFields& fields) const {
        if (format == "png") return encodePng(image, fields);
        return Error{.code = ErrorCode::Unsupported};
    }
    /// A picture of the sheet with labels below (`x`, one tick a column) and at the left (`y`, one a row). A
    /// host that cannot draw text shows the sheet alone. Errors: InvalidArgument (an empty sheet).
    virtual Result<Image> withAxes(const SampleSheet& sheet, const AxisLabels& /*x*/,
                                   const AxisLabels& /*y*/) const {
        return sheet.sheet;
    }
    /// The text fields of a PNG, in file order; empty for other formats.
    virtual TextFields textFields(std::span<const std::byte> file) const = 0;
    /// Asks the user interface to look at Studio soon. Coalesced; does nothing in a program without one.
    virtual void wake() = 0;
};

}  // namespace limner
