// What kind of picture a file holds, told by its first bytes, and whether it was cut off.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace limner {

/// "png", "jpeg", "webp", "bmp", "gif", "tiff", or empty. The names are those of Qt's readers.
std::string pictureFormat(std::span<const std::byte> file);

/// Whether the file ends before its picture does, where the format lets one tell and Qt does not: Qt fills
/// the rest of such a JPEG, BMP or GIF with grey or black and reports no error.
bool isCutOff(std::span<const std::byte> file, const std::string& format);

}  // namespace limner
