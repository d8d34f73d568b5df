#include "patch_neighbours.h"

#include <array>

namespace limner::style {
namespace {

struct Direction {
    int rows;
    int columns;
};

constexpr std::array<Direction, PatchNeighbours::kPasses> kDirections{
    {{0, -1}, {-1, 0}, {0, -1}, {-1, 0}, {0, 1}, {1, 0}}};

/// How much farther than the nearest a patch may be, as a factor of the squared distance and in the picture's
/// own numbers: a difference of 0.01 in every pixel is not seen.
constexpr float kFactor = 1.3F;
constexpr float kUnseen = 1e-4F;

}  // namespace

PatchNeighbours::PatchNeighbours(const torch::Tensor& preparedPicture, const PatchGrid& grid,
                                 const PatchIndex& index, std::vector<PatchPlace> found)
    : m_picture(preparedPicture),
      m_grid(grid),
      m_places(grid.places()),
      m_index(index),
      m_found(std::move(found)),
      m_limits(index.distances(m_picture, m_places, m_found)) {
    const float unseen = kUnseen * static_cast<float>(index.dimensions());
    for (float& limit : m_limits) limit = limit * kFactor + unseen;
}

PatchPlace PatchNeighbours::beside(size_t row, size_t column, int pass) const {
    const Direction direction = kDirections[static_cast<size_t>(pass)];
    const size_t columns = m_grid.xs().size();
    const PatchPlace own = m_found[row * columns + column];
    const auto otherRow = static_cast<int64_t>(row) + direction.rows;
    const auto otherColumn = static_cast<int64_t>(column) + direction.columns;
    if (otherRow < 0 || otherColumn < 0 || otherRow >= static_cast<int64_t>(m_grid.ys().size()) ||
        otherColumn >= static_cast<int64_t>(columns))
        return own;
    const auto neighbourRow = static_cast<size_t>(otherRow);
    const auto neighbourColumn = static_cast<size_t>(otherColumn);
    PatchPlace place = m_found[neighbourRow * columns + neighbourColumn];
    place.y += m_grid.ys()[row] - m_grid.ys()[neighbourRow];
    place.x += m_grid.xs()[column] - m_grid.xs()[neighbourColumn];
    return m_index.isInside(place) ? place : own;
}

void PatchNeighbours::pass(int pass) {
    std::vector<PatchPlace> candidates;
    candidates.reserve(m_found.size());
    for (size_t row = 0; row < m_grid.ys().size(); ++row)
        for (size_t column = 0; column < m_grid.xs().size(); ++column)
            candidates.push_back(beside(row, column, pass));
    const std::vector<float> distances = m_index.distances(m_picture, m_places, candidates);
    for (size_t i = 0; i < m_found.size(); ++i)
        if (distances[i] <= m_limits[i]) m_found[i] = candidates[i];
}

}  // namespace limner::style
