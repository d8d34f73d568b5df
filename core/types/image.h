// A picture in memory: 8 bits a channel, rows top to bottom, channels interleaved, no padding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace limner {

struct Image {
    int width = 0;
    int height = 0;
    int channels = 0;            ///< 1 grey, 3 RGB, 4 RGBA (not premultiplied)
    std::vector<uint8_t> bytes;  ///< width * height * channels, sRGB

    Image() = default;
    /// A black picture. @pre all three are positive; channels is 1, 3 or 4
    Image(int w, int h, int c)
        : width(w),
          height(h),
          channels(c),
          bytes(static_cast<size_t>(w) * static_cast<size_t>(h) * static_cast<size_t>(c)) {}

    bool isEmpty() const { return bytes.empty(); }
    uint8_t* at(int x, int y) { return bytes.data() + offset(x, y); }
    const uint8_t* at(int x, int y) const { return bytes.data() + offset(x, y); }
    friend bool operator==(const Image&, const Image&) = default;

private:
    size_t offset(int x, int y) const {
        return (static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)) *
               static_cast<size_t>(channels);
    }
};

/// Equal pictures laid out in rows on one sheet, without gaps: tile i is at column i % columns.
struct SampleSheet {
    int64_t step = 0;
    int columns = 0;
    int count = 0;
    int tileWidth = 0;
    int tileHeight = 0;
    Image sheet;

    /// Copies one tile out. @pre 0 <= index < count
    Image tile(int index) const;
    /// Lays a picture of the size and channels of the tiles into one of them. @pre 0 <= index < count
    void setTile(int index, const Image& picture);
};

}  // namespace limner
