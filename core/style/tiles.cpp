#include "tiles.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace limner::style {
namespace {

using torch::Tensor;

constexpr int64_t kSmallestTile = 48;

class TiledMethod final : public StyleMethod {
public:
    TiledMethod(const StyleMethodEntry& method, StyleInput input, JobContext& context)
        : m_entry(method),
          m_input(std::move(input)),
          m_context(context),
          m_tile(intOf(m_input.values, "tile")),
          m_overlap(intOf(m_input.values, "overlap")) {
        layOut();
    }

    /// Makes the method of the first tile, so that what is wrong with it shows at once.
    Result<void> open() {
        while (!m_inner) {
            const auto opened = guarded([this] { return openTile(); });
            if (!opened) return opened;
        }
        return {};
    }

    Result<void> step() override {
        return guarded([this]() -> Result<void> {
            if (!m_inner) {
                const auto opened = openTile();
                if (!opened) return opened;
            }
            const auto moved = m_inner->step();
            if (!moved) return moved;
            ++m_stepsDone;
            take();
            if (m_inner->isDone()) closeTile();
            return {};
        });
    }
    bool isDone() const override { return m_index == m_tiles.size(); }
    const Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return m_stepsDone; }
    int64_t stepsTotal() const override {
        return std::max(m_stepsDone, m_stepsOfATile * static_cast<int64_t>(m_tiles.size()));
    }
    std::vector<std::string> scalarNames() const override { return m_names; }
    std::vector<double> scalars() const override { return m_inner ? m_inner->scalars() : m_lastScalars; }
    Message place() const override {
        if (m_tiles.size() == 1) return m_inner ? m_inner->place() : Message();
        return {LIMNER_TR("core", "tile %1 of %2"),
                {std::to_string(std::min(m_index + 1, m_tiles.size())), std::to_string(m_tiles.size())}};
    }
    Result<void> edit(const ParamEdit& edit) override {
        m_input.values[edit.id] = edit.value;
        return m_inner ? m_inner->edit(edit) : Result<void>();
    }
    std::string modelHash() const override { return m_modelHash; }

private:
    struct Tile {
        TileSpan rows, columns;
    };

    void layOut() {
        const int64_t overlap = std::min(m_overlap, m_tile / 2);
        m_tiles.clear();
        for (const TileSpan& rows : tileSpans(m_input.height, m_tile, overlap))
            for (const TileSpan& columns : tileSpans(m_input.width, m_tile, overlap))
                m_tiles.push_back({rows, columns});
        m_index = 0;
        m_inner.reset();
        m_sum = m_weight = m_taken = Tensor();
    }

    static Tensor cut(const Tensor& picture, const Tile& tile) {
        if (!picture.defined()) return picture;
        return picture.slice(1, tile.rows.begin, tile.rows.end)
            .slice(2, tile.columns.begin, tile.columns.end)
            .contiguous();
    }

    Result<void> openTile() {
        const Tile& tile = m_tiles[m_index];
        StyleInput input = m_input;
        input.content = cut(m_input.content, tile);
        input.start = cut(m_input.start, tile);
        input.height = tile.rows.end - tile.rows.begin;
        input.width = tile.columns.end - tile.columns.begin;
        auto made = m_entry.make(input, m_context);
        if (!made) return made.error();
        m_inner = std::move(*made);
        m_names = m_inner->scalarNames();
        m_modelHash = m_inner->modelHash();
        m_stepsOfATile = m_inner->stepsTotal();
        return {};
    }

    /// Lays what the tile shows now over what the tiles before it made.
    void take() {
        const Picture& now = m_inner->picture();
        if (!now.defined() || now.is_same(m_taken)) return;
        m_taken = now;
        if (m_tiles.size() == 1) {
            m_picture = now;
            return;
        }
        begin();
        const Tile& tile = m_tiles[m_index];
        const Tensor share = weights(tile);
        Tensor next = m_picture.clone();
        const auto part = [&](const Tensor& whole) {
            return whole.slice(1, tile.rows.begin, tile.rows.end)
                .slice(2, tile.columns.begin, tile.columns.end);
        };
        const Tensor sum = part(m_sum) + now * share;
        const Tensor weight = part(m_weight) + share;
        part(next).copy_(torch::where(weight > 0, sum / weight.clamp_min(1e-6), part(next)));
        m_picture = next;
    }

    void begin() {
        if (m_sum.defined()) return;
        m_sum = torch::zeros({3, m_input.height, m_input.width});
        m_weight = torch::zeros({1, m_input.height, m_input.width});
        if (!m_picture.defined()) m_picture = m_input.content.defined() ? m_input.content : m_sum.clone();
    }

    Tensor weights(const Tile& tile) const {
        const int64_t overlap = std::min(m_overlap, m_tile / 2);
        return tileWeights(tile.rows, m_input.height, overlap)
            .outer(tileWeights(tile.columns, m_input.width, overlap))
            .unsqueeze(0);
    }

    void closeTile() {
        if (m_tiles.size() > 1 && m_taken.defined()) {
            const Tile& tile = m_tiles[m_index];
            const Tensor share = weights(tile);
            const auto add = [&](Tensor whole, const Tensor& more) {
                whole.slice(1, tile.rows.begin, tile.rows.end)
                    .slice(2, tile.columns.begin, tile.columns.end) += more;
            };
            add(m_sum, m_taken * share);
            add(m_weight, share);
        }
        m_lastScalars = m_inner->scalars();
        m_inner.reset();
        m_taken = Tensor();
        ++m_index;
    }

    /// Runs `work`; where memory runs out, begins anew with tiles of half the side.
    template <typename Work>
    Result<void> guarded(Work work) {
        try {
            return work();
        } catch (const std::exception& exception) {
            if (!isOutOfMemory(exception)) throw;
        }
        const auto half = halvedTile(m_input, m_tile);
        if (!half) return half.error();
        m_tile = *half;
        layOut();
        return {};
    }

    const StyleMethodEntry& m_entry;
    StyleInput m_input;
    JobContext& m_context;
    int64_t m_tile;
    int64_t m_overlap;
    std::vector<Tile> m_tiles;
    size_t m_index = 0;
    std::unique_ptr<StyleMethod> m_inner;  // of the current tile; null between tiles
    Picture m_taken;                       // what m_inner showed last
    Tensor m_sum, m_weight;                // of the tiles that are done
    Picture m_picture;
    std::vector<std::string> m_names;
    std::vector<double> m_lastScalars;
    std::string m_modelHash;
    int64_t m_stepsDone = 0;
    int64_t m_stepsOfATile = 1;
};

}  // namespace

std::vector<TileSpan> tileSpans(int64_t length, int64_t tile, int64_t overlap) {
    if (length <= tile) return {{0, length}};
    const int64_t stride = tile - overlap;
    const int64_t count = (length - overlap + stride - 1) / stride;
    std::vector<TileSpan> spans;
    for (int64_t i = 0; i < count; ++i) {
        const int64_t begin = i * (length - tile) / (count - 1);
        spans.push_back({begin, begin + tile});
    }
    return spans;
}

Tensor tileWeights(const TileSpan& span, int64_t length, int64_t overlap) {
    Tensor weights = torch::ones({span.end - span.begin});
    float* values = weights.mutable_data_ptr<float>();
    const int64_t unknown = overlap / 4;
    for (int64_t i = 0; i < overlap; ++i) {
        const auto rise =
            static_cast<float>(i + 1 - unknown) / static_cast<float>(std::max<int64_t>(1, overlap / 2));
        const float weight = std::clamp(rise, 0.F, 1.F);
        if (span.begin > 0) values[i] = std::min(values[i], weight);
        float& atEnd = values[weights.numel() - 1 - i];
        if (span.end < length) atEnd = std::min(atEnd, weight);
    }
    return weights;
}

Result<std::unique_ptr<StyleMethod>> makeTiled(const StyleMethodEntry& method, const StyleInput& input,
                                               JobContext& context) {
    auto tiled = std::make_unique<TiledMethod>(method, input, context);
    const auto opened = tiled->open();
    if (!opened) return opened.error();
    return std::unique_ptr<StyleMethod>(std::move(tiled));
}

Result<int64_t> halvedTile(const StyleInput& input, int64_t tile) {
    const int64_t now = std::min(tile, int64_t{std::max(input.height, input.width)});
    if (now / 2 < kSmallestTile) return outOfMemory();
    input.warn({LIMNER_TR("core", "There is not enough memory for pieces of %1 px: they become %2 px."),
                {std::to_string(now), std::to_string(now / 2)}});
    return now / 2;
}

bool isOutOfMemory(const std::exception& exception) {
    if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr) return true;
    // LibTorch's own exceptions: of the CPU by its words, of a GPU by its class.
    return dynamic_cast<const c10::OutOfMemoryError*>(&exception) != nullptr ||
           std::strstr(exception.what(), "not enough memory") != nullptr ||
           std::strstr(exception.what(), "can't allocate memory") != nullptr;
}

Error outOfMemory() {
    return {.code = ErrorCode::OutOfMemory,
            .message = LIMNER_TR("core", "There is not enough memory for a picture of this size."),
            .hint = LIMNER_TR("core", "Choose a smaller size, or close other programs.")};
}

}  // namespace limner::style
