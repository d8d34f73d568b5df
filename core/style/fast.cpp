// Fast style (Johnson, Alahi & Fei-Fei 2016): a network that was trained for one style paints the picture in
// one pass.
#include <algorithm>

#include "core/internal/style_method.h"
#include "entries.h"
#include "fast_network.h"
#include "named_network.h"
#include "pictures.h"
#include "tiles.h"

namespace limner::style {
namespace {

using torch::Tensor;

/// A rectangle of the result, and the larger one that is painted for it.
struct Part {
    int64_t y, x, height, width;
    int64_t top, left, bottom, right;  ///< how much more is painted on each side
};

// The network halves sides twice, so that parts fit together at multiples of this.
constexpr int64_t kGrid = 4;

/// How far one pixel reaches, about: what lies further away hardly counts.
constexpr int64_t kReach = 64;

/// @param margin  that the picture has on all sides, of which parts may show more than of the picture itself
std::vector<Part> partsOf(int64_t height, int64_t width, int64_t tile, int64_t overlap, int64_t margin) {
    const int64_t side = std::max<int64_t>(tile / kGrid, 16) * kGrid;
    const int64_t more = (std::max(overlap, kReach) + kGrid - 1) / kGrid * kGrid;
    std::vector<Part> parts;
    for (int64_t y = 0; y < height; y += side) {
        for (int64_t x = 0; x < width; x += side) {
            const int64_t bottom = std::min(y + side, height), right = std::min(x + side, width);
            parts.push_back({y, x, bottom - y, right - x, std::min(more, y + margin),
                             std::min(more, x + margin), std::min(more, height + margin - bottom),
                             std::min(more, width + margin - right)});
        }
    }
    return parts;
}

class FastMethod final : public StyleMethod {
public:
    FastMethod(FastNetwork network, StyleInput input)
        : m_network(std::move(network)), m_input(std::move(input)) {
        plan(intOf(m_input.values, "tile"));
    }

    /// Where memory runs out, all begins anew in parts of half the side.
    Result<void> step() override {
        try {
            paintNext();
            return {};
        } catch (const std::exception& exception) {
            if (!isOutOfMemory(exception)) throw;
        }
        const auto half = halvedTile(m_input, m_tile);
        if (!half) return half.error();
        m_done = 0;
        plan(*half);
        return {};
    }

    bool isDone() const override { return m_done >= stepsTotal(); }
    const Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return m_done; }
    int64_t stepsTotal() const override { return static_cast<int64_t>(m_parts.size()) + 1; }
    std::string modelHash() const override { return m_network.hash(); }
    Message place() const override {
        if (m_parts.empty() || m_done == 0) return {};
        return {LIMNER_TR("core", "part %1 of %2"), {std::to_string(m_done), std::to_string(m_parts.size())}};
    }

private:
    void plan(int64_t tile) {
        m_tile = tile;
        m_parts.clear();
        if (std::max(m_input.height, m_input.width) <= tile) return;
        m_margin = m_network.margin(m_input.height, m_input.width);
        m_framed = withMargin(m_input.content, m_margin);
        m_parts = partsOf(m_input.height, m_input.width, tile, intOf(m_input.values, "overlap"), m_margin);
    }

    void paintNext() {
        if (m_parts.empty()) {
            m_painted = paintWhole(m_network, m_input.content, m_statistics);
        } else if (m_done == 0) {
            lookAtAll();
        } else {
            paintPart(m_parts[static_cast<size_t>(m_done - 1)]);
        }
        ++m_done;
        m_picture = at::lerp(m_input.content, m_painted, realOf(m_input.values, "strength"));
    }

    /// The whole picture at the size of a part: shows what will come, and makes the parts fit together.
    void lookAtAll() {
        const PixelSize whole = sizeOf(m_input.content);
        const Tensor small = resized(m_input.content, sizeWithin(whole, m_tile));
        m_painted = resized(paintWhole(m_network, small, m_statistics), whole).clamp(0, 1);
    }

    void paintPart(const Part& part) {
        const auto [y, x, height, width, top, left, bottom, right] = part;
        const Tensor seen = m_framed.narrow(1, m_margin + y - top, top + height + bottom)
                                .narrow(2, m_margin + x - left, left + width + right);
        const Tensor painted = m_network.paintPart(seen, m_statistics);
        m_painted.narrow(1, y, height)
            .narrow(2, x, width)
            .copy_(painted.narrow(1, top, height).narrow(2, left, width));
    }

    FastNetwork m_network;
    StyleInput m_input;
    std::vector<Part> m_parts;  ///< empty: all at once
    int64_t m_tile = 0;
    int64_t m_margin = 0;
    Tensor m_framed;  ///< the content with its margin, where there are parts
    PassStatistics m_statistics;
    int64_t m_done = 0;
    Tensor m_painted;
    Picture m_picture;
};

ParamTable fastRows() {
    return {{.id = "network",
             .label = LIMNER_TR("core", "Network"),
             .help = LIMNER_TR("core",
                               "An id of the library, a safetensors file or a run of yours; its style is in "
                               "it. Empty takes the first of the library."),
             .group = LIMNER_TR("core", "Fast style"),
             .kind = ParamKind::Text,
             .standard = std::string()}};
}

Result<std::unique_ptr<StyleMethod>> makeFast(const StyleInput& input, JobContext& context) {
    const std::string& name = textOf(input.values, "network");
    if (name.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "No fast style network is installed."),
                     .hint = LIMNER_TR("core",
                                       "Drop one on the library page, train one of your own, or take the "
                                       "method “patches”, which needs none.")};
    const auto file = networkFile(name, context.project);
    if (!file) return file.error();
    auto network = FastNetwork::load(*file);
    if (!network) return network.error();
    if (std::min(input.height, input.width) < FastNetwork::kSmallestSide)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "The picture is too small: no side may be below %1 pixels."),
                        {std::to_string(FastNetwork::kSmallestSide)}},
            .hint = LIMNER_TR("core", "Choose a larger size.")};
    return std::unique_ptr<StyleMethod>(std::make_unique<FastMethod>(std::move(*network), input));
}

}  // namespace

StyleMethodEntry fastEntry() {
    return {.id = "fast",
            .label = LIMNER_TR("core", "Fast style"),
            .help = LIMNER_TR("core", "A network that knows one style paints it in a second."),
            .needsStyle = false,
            .tilesItself = true,
            .rows = &fastRows,
            .make = &makeFast};
}

}  // namespace limner::style
