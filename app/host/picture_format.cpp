#include "picture_format.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace limner {
namespace {

struct Signature {
    const char* format;
    std::string_view start;
    std::string_view atEight = {};  // RIFF files say what they are after their length
};

constexpr std::array<Signature, 7> kSignatures{{
    {"png", {"\x89PNG\r\n\x1a\n", 8}},
    {"jpeg", "\xff\xd8\xff"},
    {"webp", "RIFF", "WEBP"},
    {"bmp", "BM"},
    {"gif", "GIF8"},
    {"tiff", {"II*\0", 4}},
    {"tiff", {"MM\0*", 4}},
}};

std::string_view textOf(std::span<const std::byte> file) {
    return {reinterpret_cast<const char*>(file.data()), file.size()};
}

uint8_t byteAt(std::string_view bytes, size_t index) {
    return static_cast<uint8_t>(bytes[index]);
}

uint32_t littleEndian(std::string_view bytes, size_t at, size_t count) {
    uint32_t value = 0;
    for (size_t i = count; i > 0; --i) value = value << 8 | byteAt(bytes, at + i - 1);
    return value;
}

/// Walks the segments and scans to the end marker: ITU-T T.81, annex B. The end marker of an embedded
/// thumbnail lies inside a segment and does not count.
bool isJpegCutOff(std::string_view bytes) {
    constexpr uint8_t kMark = 0xff, kEnd = 0xd9, kFirstRestart = 0xd0, kLastRestart = 0xd7;
    size_t at = 2;
    while (at + 1 < bytes.size()) {
        const uint8_t marker = byteAt(bytes, at + 1);
        if (byteAt(bytes, at) != kMark) {  // within a scan
            at = std::min(bytes.find('\xff', at), bytes.size());
        } else if (marker == kEnd) {
            return false;
        } else if (marker == kMark) {  // a fill byte
            at += 1;
        } else if (marker == 0 || (marker >= kFirstRestart && marker <= kLastRestart)) {
            at += 2;
        } else {
            if (at + 3 >= bytes.size()) return true;
            at += 2 + static_cast<size_t>(byteAt(bytes, at + 2) << 8 | byteAt(bytes, at + 3));
        }
    }
    return true;
}

constexpr size_t kBmpHeaderBytes = 34;
constexpr uint32_t kOldBmpHeader = 12;

/// Uncompressed bitmaps only: a compressed one ends where its data says, and a short one is legal.
bool isBmpCutOff(std::string_view bytes) {
    constexpr uint32_t kUncompressed = 0, kBitFields = 3;
    if (bytes.size() < kBmpHeaderBytes) return true;
    if (littleEndian(bytes, 14, 4) == kOldBmpHeader) return false;
    const uint32_t compression = littleEndian(bytes, 30, 4);
    if (compression != kUncompressed && compression != kBitFields) return false;
    const uint64_t start = littleEndian(bytes, 10, 4);
    const auto stated = statedBmpSize(std::as_bytes(std::span(bytes)));
    const auto width = static_cast<uint64_t>(stated->width);
    const auto height = static_cast<uint64_t>(stated->height);
    const uint64_t rowBytes =
        (width * littleEndian(bytes, 28, 2) + 31) / 32 * 4;  // rows are padded to 32 bits
    return rowBytes != 0 && height > (bytes.size() - std::min<uint64_t>(start, bytes.size())) / rowBytes;
}

/// Where a chain of GIF data blocks ends: each begins with its length, and one of length 0 is the last.
size_t afterGifBlocks(std::string_view bytes, size_t at) {
    while (at < bytes.size() && byteAt(bytes, at) != 0) at += 1 + size_t{byteAt(bytes, at)};
    return at + 1;
}

/// Walks to the end of the first frame: GIF89a specification, sections 17 to 24.
bool isGifCutOff(std::string_view bytes) {
    constexpr uint8_t kImage = 0x2c, kExtension = 0x21;
    constexpr size_t kScreenBytes = 13, kImageBytes = 10;
    const auto tableBytes = [](uint8_t flags) {
        return (flags & 0x80) != 0 ? size_t{6} << (flags & 7) : size_t{0};
    };
    if (bytes.size() < kScreenBytes) return true;
    size_t at = kScreenBytes + tableBytes(byteAt(bytes, 10));
    while (at < bytes.size() && byteAt(bytes, at) == kExtension) at = afterGifBlocks(bytes, at + 2);
    if (at + kImageBytes > bytes.size() || byteAt(bytes, at) != kImage) return true;
    at += kImageBytes + tableBytes(byteAt(bytes, at + 9)) + 1;  // the 1 is the size of a code
    return afterGifBlocks(bytes, at) > bytes.size();
}

struct CutOffTest {
    std::string_view format;
    bool (*isCutOff)(std::string_view bytes);
};

constexpr std::array<CutOffTest, 3> kCutOffTests{
    {{"jpeg", &isJpegCutOff}, {"bmp", &isBmpCutOff}, {"gif", &isGifCutOff}}};

}  // namespace

std::string pictureFormat(std::span<const std::byte> file) {
    const std::string_view bytes = textOf(file);
    for (const Signature& signature : kSignatures) {
        if (!bytes.starts_with(signature.start)) continue;
        if (bytes.substr(std::min<size_t>(8, bytes.size())).starts_with(signature.atEight))
            return signature.format;
    }
    return {};
}

std::optional<PixelSize> statedBmpSize(std::span<const std::byte> file) {
    const std::string_view bytes = textOf(file);
    if (bytes.size() < kBmpHeaderBytes || littleEndian(bytes, 14, 4) == kOldBmpHeader) return std::nullopt;
    // Rows may be counted from above, which a negative height says.
    const auto side = [bytes](size_t at) {
        return std::abs(int64_t{static_cast<int32_t>(littleEndian(bytes, at, 4))});
    };
    return PixelSize{side(18), side(22)};
}

bool isCutOff(std::span<const std::byte> file, const std::string& format) {
    const auto test = std::find_if(kCutOffTests.begin(), kCutOffTests.end(),
                                   [&format](const CutOffTest& known) { return known.format == format; });
    return test != kCutOffTests.end() && test->isCutOff(textOf(file));
}

}  // namespace limner
