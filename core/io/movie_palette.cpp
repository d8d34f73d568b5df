#include "movie_palette.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace limner::io {
namespace {

constexpr int kBits = 5;
constexpr int kLevels = 1 << kBits;
constexpr int kBelow = 8 - kBits;

size_t cellOf(int red, int green, int blue) {
    return (static_cast<size_t>(red >> kBelow) << (2 * kBits)) |
           (static_cast<size_t>(green >> kBelow) << kBits) | static_cast<size_t>(blue >> kBelow);
}

/// One colour of the samples and how often it occurs.
struct Counted {
    std::array<int, 3> colour{};
    double count = 0;
};

struct ColourBox {
    std::span<Counted> colours;
    int widestChannel = 0;
    double spread = 0;  ///< sum of the squared distances from the mean along the widest channel
    std::array<double, 3> mean{};

    explicit ColourBox(std::span<Counted> inside) : colours(inside) {
        double count = 0;
        for (const Counted& one : colours) count += one.count;
        for (int channel = 0; channel < 3; ++channel) {
            const auto c = static_cast<size_t>(channel);
            double sum = 0, squares = 0;
            for (const Counted& one : colours) {
                sum += one.count * one.colour[c];
                squares += one.count * one.colour[c] * one.colour[c];
            }
            mean[c] = sum / count;
            const double here = squares - sum * sum / count;
            if (here <= spread) continue;
            spread = here;
            widestChannel = channel;
        }
    }
};

std::vector<Counted> countColours(std::span<const Image> samples) {
    std::vector<double> counts(size_t{kLevels} * kLevels * kLevels);
    for (const Image& picture : samples) {
        const auto step = static_cast<size_t>(picture.channels);
        for (size_t i = 0; i + step <= picture.bytes.size(); i += step) {
            const uint8_t* pixel = picture.bytes.data() + i;
            ++counts[step < 3 ? cellOf(pixel[0], pixel[0], pixel[0]) : cellOf(pixel[0], pixel[1], pixel[2])];
        }
    }
    std::vector<Counted> colours;
    for (size_t cell = 0; cell < counts.size(); ++cell) {
        if (counts[cell] == 0) continue;
        const auto level = [&](int shift) {  // 0 stays 0 and the top level becomes 255
            return static_cast<int>(cell >> shift & (kLevels - 1)) * 255 / (kLevels - 1);
        };
        colours.push_back({{level(2 * kBits), level(kBits), level(0)}, counts[cell]});
    }
    return colours;
}

/// Splits the box with the most spread at its mean until there are enough.
std::vector<ColourBox> cut(std::vector<Counted>& colours, size_t wanted) {
    std::vector<ColourBox> boxes{ColourBox(colours)};
    while (boxes.size() < wanted) {
        const auto widest = std::ranges::max_element(boxes, {}, &ColourBox::spread);
        if (widest->spread <= 0) break;
        const auto channel = static_cast<size_t>(widest->widestChannel);
        const double mean = widest->mean[channel];
        const auto upper = std::ranges::stable_partition(
            widest->colours, [&](const Counted& one) { return one.colour[channel] <= mean; });
        const std::span<Counted> below = widest->colours.first(widest->colours.size() - upper.size());
        const std::span<Counted> above = widest->colours.last(upper.size());
        *widest = ColourBox(below);
        boxes.emplace_back(above);
    }
    return boxes;
}

uint32_t opaque(int red, int green, int blue) {
    return 0xff000000U | static_cast<uint32_t>(red) << 16 | static_cast<uint32_t>(green) << 8 |
           static_cast<uint32_t>(blue);
}

std::vector<uint8_t> nearestTable(const std::array<uint32_t, 256>& palette, size_t count) {
    std::vector<uint8_t> table(size_t{kLevels} * kLevels * kLevels);
    for (size_t cell = 0; cell < table.size(); ++cell) {
        const auto level = [&](int shift) {
            return static_cast<int>(cell >> shift & (kLevels - 1)) * 255 / (kLevels - 1);
        };
        int least = std::numeric_limits<int>::max();
        for (size_t i = 0; i < count; ++i) {
            const int red = level(2 * kBits) - static_cast<int>(palette[i] >> 16 & 255);
            const int green = level(kBits) - static_cast<int>(palette[i] >> 8 & 255);
            const int blue = level(0) - static_cast<int>(palette[i] & 255);
            const int away = 2 * red * red + 4 * green * green + 3 * blue * blue;  // as the eye weighs them
            if (away >= least) continue;
            least = away;
            table[cell] = static_cast<uint8_t>(i);
        }
    }
    return table;
}

/// The 8 × 8 pattern of Bayer 1973, from -1/2 to 1/2.
double bayer(int x, int y) {
    int value = 0;
    for (int bit = 0; bit < 3; ++bit) {
        const int px = x >> bit & 1, py = y >> bit & 1;
        value = value | ((px ^ py) << 1 | py) << (2 * (2 - bit));
    }
    return (value + 0.5) / 64 - 0.5;
}

}  // namespace

MoviePalette::MoviePalette(std::span<const Image> samples)
    : m_isGrey(std::ranges::all_of(
          samples, [](int channels) { return channels == 1; }, &Image::channels)) {
    m_colours.fill(opaque(0, 0, 0));
    if (m_isGrey) {
        for (int i = 0; i < 256; ++i) m_colours[static_cast<size_t>(i)] = opaque(i, i, i);
        return;
    }
    std::vector<Counted> colours = countColours(samples);
    const std::vector<ColourBox> boxes = cut(colours, m_colours.size());
    for (size_t i = 0; i < boxes.size(); ++i) {
        const auto& mean = boxes[i].mean;
        m_colours[i] = opaque(static_cast<int>(std::lround(mean[0])), static_cast<int>(std::lround(mean[1])),
                              static_cast<int>(std::lround(mean[2])));
    }
    m_nearest = nearestTable(m_colours, boxes.size());
}

void MoviePalette::toIndices(const Image& picture, uint8_t* indices, size_t rowBytes) const {
    constexpr double kSwing = 16;  // about the distance between neighbours among 256 colours of a picture
    for (int y = 0; y < picture.height; ++y, indices += rowBytes) {
        for (int x = 0; x < picture.width; ++x) {
            const uint8_t* pixel = picture.at(x, y);
            if (m_isGrey) {
                indices[x] = pixel[0];
                continue;
            }
            const int shift = static_cast<int>(std::lround(bayer(x & 7, y & 7) * kSwing));
            const auto shifted = [&](int channel) {
                return std::clamp(pixel[picture.channels < 3 ? 0 : channel] + shift, 0, 255);
            };
            indices[x] = m_nearest[cellOf(shifted(0), shifted(1), shifted(2))];
        }
    }
}

}  // namespace limner::io
