#include "patch_quilt.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace limner::style {
namespace {

using torch::Tensor;

constexpr float kExponent = 0.8F;

std::vector<int32_t> every(int gap, int64_t length, int side, uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto vary = [&] { return seed == 0 || gap < 2 ? 0 : static_cast<int32_t>(random() % 3) - 1; };
    std::vector<int32_t> places;
    const auto last = static_cast<int32_t>(length - side);
    for (int32_t at = 0; at < last; at += gap + vary()) places.push_back(at);
    places.push_back(last);
    return places;
}

/// The pixels of patches in the styles, by rows.
class PatchRows {
public:
    PatchRows(const PatchIndex& index, const std::vector<PatchPlace>& found) : m_found(found) {
        for (const PatchPlace& place : found)
            while (static_cast<int32_t>(m_from.size()) <= place.picture) {
                const Tensor& picture = index.picture(static_cast<int32_t>(m_from.size()));
                m_from.push_back({picture.const_data_ptr<float>(), picture.size(1) * 3});
            }
    }
    const float* row(size_t patch, int row) const {
        const PatchPlace& place = m_found[patch];
        const From& from = m_from[static_cast<size_t>(place.picture)];
        return from.pixels + (place.y + row) * from.rowFloats + place.x * 3;
    }

private:
    struct From {
        const float* pixels;
        int64_t rowFloats;
    };
    const std::vector<PatchPlace>& m_found;
    std::vector<From> m_from;
};

/// A patch counts by how near it is to the picture now.
std::vector<float> weightsOf(const Tensor& picture, const PatchGrid& grid, const PatchRows& patches) {
    const size_t columns = grid.xs().size();
    const int64_t rowFloats = picture.size(1) * 3;
    const float* pixels = picture.const_data_ptr<float>();
    std::vector<float> weights(grid.ys().size() * columns);
    at::parallel_for(0, static_cast<int64_t>(weights.size()), 64, [&](int64_t begin, int64_t end) {
        for (auto i = static_cast<size_t>(begin); i < static_cast<size_t>(end); ++i) {
            const float* place = pixels + grid.ys()[i / columns] * rowFloats + grid.xs()[i % columns] * 3;
            float sum = 0;
            for (int row = 0; row < grid.side(); ++row, place += rowFloats) {
                const float* patch = patches.row(i, row);
                for (int k = 0; k < grid.side() * 3; ++k)
                    sum += (place[k] - patch[k]) * (place[k] - patch[k]);
            }
            const float mean = sum / static_cast<float>(grid.side() * grid.side() * 3);
            weights[i] = std::pow(mean + 1e-5F, kExponent / 2 - 1);
        }
    });
    return weights;
}

/// Patches fade out towards their edges, so that neither seams nor the lattice of the grid can be seen.
/// @return a weight for each pixel of a row, then the same three times each, for its channels
std::vector<float> windowOf(int side) {
    std::vector<float> window;
    for (int i = 0; i < side; ++i) {
        const double wave = std::sin(std::numbers::pi * (i + 0.5) / side);
        window.push_back(static_cast<float>(wave * wave + 0.01));
    }
    for (int i = 0; i < 3 * side; ++i) window.push_back(window[static_cast<size_t>(i / 3)]);
    return window;
}

/// One row of the weighted mean.
void averageRow(int32_t y, const PatchGrid& grid, const PatchRows& patches, const std::vector<float>& weights,
                const std::vector<float>& window, std::vector<float>& sums, float* out) {
    const auto& ys = grid.ys();
    const auto& xs = grid.xs();
    std::ranges::fill(sums, 0.F);
    const size_t width = sums.size() / 4;
    float* shares = sums.data() + 3 * width;
    const auto first = static_cast<size_t>(std::ranges::upper_bound(ys, y - grid.side()) - ys.begin());
    for (size_t gridRow = first; gridRow < ys.size() && ys[gridRow] <= y; ++gridRow)
        for (size_t column = 0; column < xs.size(); ++column) {
            const size_t i = gridRow * xs.size() + column;
            const float weight = weights[i] * window[static_cast<size_t>(y - ys[gridRow])];
            const float* patch = patches.row(i, y - ys[gridRow]);
            float* sum = sums.data() + 3 * static_cast<size_t>(xs[column]);
            const float* shape = window.data() + grid.side();
            for (int k = 0; k < 3 * grid.side(); ++k) sum[k] += weight * shape[k] * patch[k];
            for (int k = 0; k < grid.side(); ++k)
                shares[xs[column] + k] += weight * window[static_cast<size_t>(k)];
        }
    for (size_t x = 0; x < width; ++x)
        for (size_t c = 0; c < 3; ++c) out[3 * x + c] = sums[3 * x + c] / shares[x];
}

}  // namespace

PatchGrid::PatchGrid(int64_t height, int64_t width, int side, int gap, uint64_t seed)
    : m_side(side),
      m_ys(every(gap, height, side, seed)),
      m_xs(every(gap, width, side, seed == 0 ? 0 : seed + 1)) {}

std::vector<PatchPlace> PatchGrid::places() const {
    std::vector<PatchPlace> places;
    places.reserve(m_ys.size() * m_xs.size());
    for (const int32_t y : m_ys)
        for (const int32_t x : m_xs) places.push_back({0, y, x});
    return places;
}

Tensor robustAverage(const Tensor& picture, const PatchGrid& grid, const PatchIndex& index,
                     const std::vector<PatchPlace>& found, int rounds) {
    const PatchRows patches(index, found);
    const std::vector<float> window = windowOf(grid.side());
    Tensor current = picture.contiguous();
    for (int round = 0; round < rounds; ++round) {
        const std::vector<float> weights = weightsOf(current, grid, patches);
        Tensor next = torch::empty_like(current);
        float* out = next.mutable_data_ptr<float>();
        const int64_t rowFloats = current.size(1) * 3;
        at::parallel_for(0, current.size(0), 8, [&](int64_t begin, int64_t end) {
            std::vector<float> sums(static_cast<size_t>(current.size(1)) * 4);
            for (int64_t y = begin; y < end; ++y)
                averageRow(static_cast<int32_t>(y), grid, patches, weights, window, sums,
                           out + y * rowFloats);
        });
        current = next;
    }
    return current;
}

}  // namespace limner::style
