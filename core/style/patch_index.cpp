#include "patch_index.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <opencv2/imgproc.hpp>

namespace limner::style {
namespace {

using torch::Tensor;

constexpr int kMostTaps = 13;
constexpr double kEnergy = 0.95;  // of the variance of patches that the basis keeps
constexpr int64_t kMostDimensions = 64;
constexpr int64_t kQueriesAtOnce = 128;
constexpr int64_t kKnownAtOnce = 2048;

struct Nearest {
    float distance = std::numeric_limits<float>::max();
    int32_t row = 0;
};

/// First the smallest value, in lanes that a compiler can keep in registers, and its place only where it is
/// new.
void lookThrough(const float* distances, int64_t count, int64_t firstRow, Nearest& nearest) {
    constexpr int64_t kLanes = 16;
    float smallest[kLanes];
    std::fill_n(smallest, kLanes, std::numeric_limits<float>::max());
    int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (int64_t lane = 0; lane < kLanes; ++lane)
            smallest[lane] = distances[i + lane] < smallest[lane] ? distances[i + lane] : smallest[lane];
    float least = *std::min_element(smallest, smallest + kLanes);
    for (; i < count; ++i) least = std::min(least, distances[i]);
    if (least >= nearest.distance) return;
    nearest = {least,
               static_cast<int32_t>(firstRow + (std::find(distances, distances + count, least) - distances))};
}

/// One product of a query and a known row then gives |k|² - 2 q·k, which is smallest for the nearest.
Tensor asQueries(const Tensor& rows) {
    return torch::cat({rows * -2, torch::ones({rows.size(0), 1})}, 1);
}
Tensor asKnown(const Tensor& rows) {
    return torch::cat({rows, rows.square().sum(1, true)}, 1);
}

/// @param distances  a kept buffer
void searchBlock(const Tensor& queries, const Tensor& known, Tensor& distances, std::span<int32_t> found) {
    const int64_t count = queries.size(0);
    std::vector<Nearest> nearest(static_cast<size_t>(count));
    for (int64_t first = 0; first < known.size(0); first += kKnownAtOnce) {
        const int64_t last = std::min(first + kKnownAtOnce, known.size(0));
        Tensor block = distances.narrow(0, 0, count * (last - first)).view({count, last - first});
        at::mm_out(block, queries, known.slice(0, first, last).t());
        const float* values = block.const_data_ptr<float>();
        for (int64_t i = 0; i < count; ++i, values += last - first)
            lookThrough(values, last - first, first, nearest[static_cast<size_t>(i)]);
    }
    for (size_t i = 0; i < nearest.size(); ++i) found[i] = nearest[i].row;
}

/// @param queries, known  of asQueries and asKnown
std::vector<int32_t> search(const Tensor& queries, const Tensor& known) {
    std::vector<int32_t> found(static_cast<size_t>(queries.size(0)));
    const int64_t blocks = (queries.size(0) + kQueriesAtOnce - 1) / kQueriesAtOnce;
    at::parallel_for(0, blocks, 1, [&](int64_t begin, int64_t end) {
        const at::InferenceMode noGradients;
        Tensor distances = torch::empty({kQueriesAtOnce * kKnownAtOnce});
        for (int64_t block = begin; block < end; ++block) {
            const int64_t first = block * kQueriesAtOnce;
            const int64_t last = std::min(first + kQueriesAtOnce, queries.size(0));
            searchBlock(
                queries.slice(0, first, last), known, distances,
                std::span(found).subspan(static_cast<size_t>(first), static_cast<size_t>(last - first)));
        }
    });
    return found;
}

}  // namespace

std::vector<int32_t> nearestRows(const Tensor& queries, const Tensor& known) {
    return search(asQueries(queries), asKnown(known));
}

PatchIndex::PatchIndex(std::vector<Tensor> pictures, const std::vector<double>& shares, int side,
                       int64_t most, at::Generator& generator)
    : m_pictures(std::move(pictures)),
      m_side(side),
      m_spacing((side + kMostTaps - 1) / kMostTaps),
      m_taps(side / m_spacing) {
    for (const Tensor& picture : m_pictures) m_prepared.push_back(prepared(picture));
    choosePlaces(shares, most, generator);
    const Tensor all = gather(m_prepared, m_places);
    findBasis(all);
    m_known = asKnown(all.matmul(m_basis));
}

void PatchIndex::choosePlaces(const std::vector<double>& shares, int64_t most, at::Generator& generator) {
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (size_t i = 0; i < m_pictures.size(); ++i) {
        const int64_t rows = m_pictures[i].size(0) - m_side + 1;
        const int64_t columns = m_pictures[i].size(1) - m_side + 1;
        const auto share = static_cast<int64_t>(static_cast<double>(most) * shares[i] / sum);
        const int64_t kept = std::clamp<int64_t>(share, 1, rows * columns);
        const Tensor drawn =
            std::get<0>(at::randperm(rows * columns, generator, torch::kInt64).slice(0, 0, kept).sort());
        const int64_t* cell = drawn.const_data_ptr<int64_t>();
        for (int64_t k = 0; k < kept; ++k)
            m_places.push_back({static_cast<int32_t>(i), static_cast<int32_t>(cell[k] / columns),
                                static_cast<int32_t>(cell[k] % columns)});
    }
}

void PatchIndex::findBasis(const Tensor& patches) {
    constexpr int64_t kSeen = 6000;
    const Tensor seen = patches.slice(0, 0, std::nullopt, std::max<int64_t>(1, patches.size(0) / kSeen));
    const Tensor centred = seen - seen.mean(0, true);
    const auto [values, vectors] = at::linalg_eigh(centred.t().matmul(centred));  // rising
    const Tensor shares = values.flip(0).clamp_min(0).cumsum(0) / values.clamp_min(0).sum().clamp_min(1e-12);
    const int64_t needed = (shares < kEnergy).sum().item<int64_t>() + 1;
    const int64_t kept = std::clamp<int64_t>(needed, std::min<int64_t>(8, values.size(0)),
                                             std::min(kMostDimensions, values.size(0)));
    m_basis = vectors.flip(1).slice(1, 0, kept).contiguous();
}

Tensor PatchIndex::prepared(const Tensor& picture) const {
    if (m_spacing == 1) return picture;
    const Tensor from = picture.contiguous();
    Tensor result = torch::empty_like(from);
    const int rows = static_cast<int>(from.size(0));
    const int columns = static_cast<int>(from.size(1));
    const cv::Mat source(rows, columns, CV_32FC3, const_cast<float*>(from.const_data_ptr<float>()));
    cv::Mat target(rows, columns, CV_32FC3, result.mutable_data_ptr<float>());
    // The box begins at its pixel, so that a tap stands for the pixels from it to the next tap.
    cv::blur(source, target, cv::Size(m_spacing, m_spacing), cv::Point(0, 0), cv::BORDER_REPLICATE);
    return result;
}

Tensor PatchIndex::gather(const std::vector<Tensor>& preparedPictures,
                          std::span<const PatchPlace> places) const {
    Tensor patches = torch::empty({static_cast<int64_t>(places.size()), int64_t{m_taps} * m_taps * 3});
    float* to = patches.mutable_data_ptr<float>();
    const int64_t numbers = patches.size(1);
    at::parallel_for(0, patches.size(0), 256, [&](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i) {
            const PatchPlace& place = places[static_cast<size_t>(i)];
            const Tensor& picture = preparedPictures[static_cast<size_t>(place.picture)];
            const int64_t rowFloats = picture.size(1) * 3;
            const float* from = picture.const_data_ptr<float>() + place.x * 3;
            float* out = to + i * numbers;
            for (int row = 0; row < m_taps; ++row) {
                const float* in = from + (place.y + row * m_spacing) * rowFloats;
                for (int tap = 0; tap < m_taps; ++tap, in += 3 * m_spacing, out += 3) std::copy_n(in, 3, out);
            }
        }
    });
    return patches;
}

bool PatchIndex::isInside(const PatchPlace& place) const {
    const Tensor& picture = m_pictures[static_cast<size_t>(place.picture)];
    return place.y >= 0 && place.x >= 0 && place.y + m_side <= picture.size(0) &&
           place.x + m_side <= picture.size(1);
}

std::vector<float> PatchIndex::distances(const Tensor& preparedPicture, std::span<const PatchPlace> places,
                                         std::span<const PatchPlace> candidates) const {
    constexpr size_t kAtOnce = 8192;
    std::vector<float> result;
    result.reserve(places.size());
    for (size_t first = 0; first < places.size(); first += kAtOnce) {
        const size_t count = std::min(kAtOnce, places.size() - first);
        const Tensor between = gather({preparedPicture}, places.subspan(first, count)) -
                               gather(m_prepared, candidates.subspan(first, count));
        const Tensor squares = between.matmul(m_basis).square_().sum(1);
        result.insert(result.end(), squares.const_data_ptr<float>(), squares.const_data_ptr<float>() + count);
    }
    return result;
}

std::vector<PatchPlace> PatchIndex::nearest(const Tensor& preparedPicture,
                                            std::span<const PatchPlace> places) const {
    const std::vector<int32_t> rows =
        search(asQueries(gather({preparedPicture}, places).matmul(m_basis)), m_known);
    std::vector<PatchPlace> found;
    found.reserve(rows.size());
    for (const int32_t row : rows) found.push_back(m_places[static_cast<size_t>(row)]);
    return found;
}

}  // namespace limner::style
