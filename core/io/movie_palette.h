// 256 colours for all frames of a GIF: one palette and a fixed dither pattern, so that nothing flickers.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/types/image.h"

namespace limner::io {

class MoviePalette {
public:
    /// Greys where all samples have one channel (exact), else chosen by median cut (Heckbert 1982) from them.
    explicit MoviePalette(std::span<const Image> samples);

    /// 0xAARRGGBB, opaque.
    const std::array<uint32_t, 256>& colours() const { return m_colours; }
    /// Writes one index a pixel. @pre as many channels as the samples
    void toIndices(const Image& picture, uint8_t* indices, size_t rowBytes) const;

private:
    std::array<uint32_t, 256> m_colours{};
    bool m_isGrey = true;
    std::vector<uint8_t> m_nearest;  // the index for each colour of 5 bits a channel
};

}  // namespace limner::io
