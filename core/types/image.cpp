#include "image.h"

#include <algorithm>

namespace limner {

Image SampleSheet::tile(int index) const {
    Image out(tileWidth, tileHeight, sheet.channels);
    const int left = index % columns * tileWidth;
    const int top = index / columns * tileHeight;
    const auto rowBytes = static_cast<std::ptrdiff_t>(tileWidth) * sheet.channels;
    for (int y = 0; y < tileHeight; ++y) std::copy_n(sheet.at(left, top + y), rowBytes, out.at(0, y));
    return out;
}

void SampleSheet::setTile(int index, const Image& picture) {
    const int left = index % columns * tileWidth;
    const int top = index / columns * tileHeight;
    const auto rowBytes = static_cast<std::ptrdiff_t>(tileWidth) * sheet.channels;
    for (int y = 0; y < tileHeight; ++y) std::copy_n(picture.at(0, y), rowBytes, sheet.at(left, top + y));
}

}  // namespace limner
