// What kind of picture a file holds, told by its first bytes, and whether it was cut off.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace limner {

/// "png", "jpeg", "webp", "bmp", "gif", "tiff", or empty. The names are those of Qt's readers.
std::string pictureFormat(std::span<const std::byte> file);

struct PixelSize {
    int64_t width;
    int64_t height;
};

/// What the header of a bitmap says, where there is one: Qt gives no size for one that is far too large.
std::optional<PixelSize> statedBmpSize(std::span<const std::byte> file);

/// Whether the file ends before its picture does, where the format lets one tell and Qt does not: Qt fills
/// the rest of such a JPEG, BMP or GIF with grey or black and reports no error.
bool isCutOff(std::span<const std::byte> file, const std::string& format);

}  // namespace limner
