// Style transfer by texture synthesis (Elad & Milanfar 2017): the picture is laid anew with pieces of the
// styles, from coarse to fine, while the content holds what matters in its place. Without a content it makes
// texture.
#include <ATen/Parallel.h>

#include <algorithm>
#include <optional>
#include <span>

#include "colour.h"
#include "core/internal/random.h"
#include "entries.h"
#include "patch_canvas.h"
#include "patch_index.h"
#include "patch_neighbours.h"
#include "patch_plan.h"
#include "patch_quilt.h"

namespace limner::style {
namespace {

using torch::Tensor;

constexpr int64_t kMostPatches = 40'000;
constexpr int kReweightings = 3;

class Patches final : public StyleMethod {
public:
    Patches(const StyleInput& input, PatchPlan plan)
        : m_plan(std::move(plan)),
          m_canvas(input, m_plan.levels),
          m_generator(training::makeGenerator(torch::kCPU, input.seed)) {
        const bool goesOn = input.start.defined();
        if (goesOn)
            std::erase_if(m_plan.rounds,
                          [&](const PatchRound& round) { return round.level + 1 < m_plan.levels; });
        m_pixels =
            goesOn ? m_canvas.begin(input.start) : m_canvas.begin(m_plan.rounds.front().level, m_generator);
        m_level = m_plan.rounds.front().level;
        for (size_t i = 0; i < m_plan.rounds.size(); ++i)
            m_stepsTotal += 2 + searchSteps(i) + joinSteps(m_plan.rounds[i]) + kReweightings;
    }

    Result<void> step() override {
        const PatchRound& round = m_plan.rounds[m_round];
        ++m_stepsDone;
        if (!m_picture.defined()) m_picture = m_canvas.shown(m_pixels);
        if (m_places.empty())
            beginRound(round);
        else if (m_found.size() < m_places.size())
            search(round);
        else if (m_joins < joinSteps(round))
            join();
        else if (m_averages < kReweightings)
            average();
        else
            endRound(round);
        return {};
    }
    bool isDone() const override { return m_round == m_plan.rounds.size(); }
    const Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return m_stepsDone; }
    int64_t stepsTotal() const override { return m_stepsTotal; }
    Message place() const override {
        if (isDone()) return {};
        const PatchRound& round = m_plan.rounds[m_round];
        return {LIMNER_TR("core", "level %1 of %2, patches of %3 px"),
                {std::to_string(round.level + 1), std::to_string(m_plan.levels), std::to_string(round.side)}};
    }

private:
    PatchGrid gridOf(size_t number) const {
        const PatchRound& round = m_plan.rounds[number];
        const PixelSize size = m_canvas.size(round.level);
        return {size.height, size.width, round.side, round.gap, 2 * number + 2};
    }
    /// Strokes go on from patch to patch where patches are small; larger ones would bring whole things along.
    int joinSteps(const PatchRound& round) const {
        constexpr int kLargestSide = 10;
        constexpr int kSmallestPicture = 256;
        const PixelSize size = m_canvas.size(round.level);
        const bool isFine =
            round.level + 1 == m_plan.levels || std::max(size.width, size.height) >= kSmallestPicture;
        return isFine && round.side <= kLargestSide ? PatchNeighbours::kPasses : 0;
    }
    /// What one step looks for: about a tenth of a second on two cores.
    int64_t queriesAStep(const PatchRound& round) const {
        constexpr int64_t kProducts = 4'000'000'000;
        constexpr int64_t kDimensions = 48;
        const int64_t known = std::min(kMostPatches, m_canvas.patchCount(round.level, round.side));
        const int64_t cores = std::max(2, at::get_num_threads());
        return std::max<int64_t>(256, kProducts / 2 * cores / (known * kDimensions));
    }
    int64_t searchSteps(size_t number) const {
        const auto places = static_cast<int64_t>(gridOf(number).places().size());
        const int64_t atOnce = queriesAStep(m_plan.rounds[number]);
        return (places + atOnce - 1) / atOnce;
    }

    void beginRound(const PatchRound& round) {
        if (round.level != m_level) m_pixels = m_canvas.enlarged(m_pixels, round.level);
        m_level = round.level;
        const bool isSameIndex = m_round > 0 && m_index && m_plan.rounds[m_round - 1] == round;
        if (!isSameIndex)
            m_index = std::make_unique<PatchIndex>(m_canvas.styles(round.level), m_canvas.weights(),
                                                   round.side, kMostPatches, m_generator);
        m_places = gridOf(m_round).places();
        m_prepared = m_index->prepared(m_pixels);
    }
    void search(const PatchRound& round) {
        const auto left = static_cast<int64_t>(m_places.size() - m_found.size());
        const auto count = static_cast<size_t>(std::min(queriesAStep(round), left));
        const auto found = m_index->nearest(m_prepared, std::span(m_places).subspan(m_found.size(), count));
        m_found.insert(m_found.end(), found.begin(), found.end());
    }
    void join() {
        if (!m_neighbours) m_neighbours.emplace(m_prepared, gridOf(m_round), *m_index, m_found);
        m_neighbours->pass(m_joins++);
        m_found = m_neighbours->found();
    }
    void average() {
        m_pixels = robustAverage(m_pixels, gridOf(m_round), *m_index, m_found, 1);
        ++m_averages;
    }
    void endRound(const PatchRound& round) {
        const bool isLast = m_round + 1 == m_plan.rounds.size();
        m_pixels = m_canvas.withContent(m_pixels, round.level, isLast ? Content::Yields : Content::Holds);
        m_picture = m_canvas.shown(m_pixels);
        m_places.clear();
        m_found.clear();
        m_neighbours.reset();
        m_joins = m_averages = 0;
        ++m_round;
    }

    PatchPlan m_plan;
    PatchCanvas m_canvas;
    at::Generator m_generator;
    size_t m_round = 0;
    int m_level = 0;  // of m_pixels
    Tensor m_pixels;  // [H, W, 3]
    std::unique_ptr<PatchIndex> m_index;
    std::vector<PatchPlace> m_places;  // of this round; empty before it begins
    std::vector<PatchPlace> m_found;   // for the first of the places
    Tensor m_prepared;
    std::optional<PatchNeighbours> m_neighbours;  // once all are found
    int m_joins = 0;                              // passes done
    int m_averages = 0;                           // rounds of reweighting done
    Picture m_picture;
    int64_t m_stepsDone = 0;
    int64_t m_stepsTotal = 0;
};

ParamSpec methodRow(const char* id, const char* label, const char* help, ParamKind kind, ParamValue standard,
                    Range range) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = LIMNER_TR("core", "Method"),
            .kind = kind,
            .standard = std::move(standard),
            .range = range};
}

ParamSpec sideRow(const char* id, const char* label) {
    ParamSpec row = methodRow(id, label, LIMNER_TR("core", "Of a result without a content."),
                              ParamKind::Integer, int64_t{0}, {.low = 0, .high = 8192, .step = 16});
    row.unit = "px";
    row.zeroText = LIMNER_TR("core", "as the style");
    return row;
}

ParamSpec textureRow() {
    ParamSpec row = methodRow("texture", LIMNER_TR("core", "Without a content"),
                              LIMNER_TR("core", "What is made when only a style is given."),
                              ParamKind::Choice, std::string("texture"), {});
    row.choices = {{.id = "texture",
                    .label = LIMNER_TR("core", "Texture"),
                    .help = LIMNER_TR("core", "More of the same, with nothing in its old place.")},
                   {.id = "layout",
                    .label = LIMNER_TR("core", "The style at another size"),
                    .help = LIMNER_TR("core", "What is where stays, but nothing is stretched.")}};
    return row;
}

ParamTable patchesRows() {
    return {
        methodRow(
            "patch_scale", LIMNER_TR("core", "Patch size"),
            LIMNER_TR("core", "Larger patches keep more of the brush, smaller ones more of the content."),
            ParamKind::Real, 1.0, {.low = 0.5, .high = 2, .step = 0.1}),
        methodRow("levels", LIMNER_TR("core", "Levels"),
                  LIMNER_TR("core",
                            "From how coarse a picture the synthesis begins: each level is twice as large."),
                  ParamKind::Integer, int64_t{3}, {.low = 1, .high = 5, .step = 1}),
        textureRow(), sideRow("width", LIMNER_TR("core", "Width")),
        sideRow("height", LIMNER_TR("core", "Height"))};
}

Error tooSmall(bool isStyle) {
    return {.code = ErrorCode::Unsupported,
            .message =
                isStyle ? LIMNER_TR("core", "A style picture is smaller than two patches beside each other.")
                        : LIMNER_TR("core", "The picture is smaller than two patches beside each other."),
            .hint = LIMNER_TR("core", "Choose a larger picture, a larger size or smaller patches.")};
}

Result<std::unique_ptr<StyleMethod>> makePatches(const StyleInput& input, JobContext&) {
    const int64_t own = std::min(input.width, input.height);
    int64_t smallest = own;
    for (const StylePicture& style : input.styles)
        smallest = std::min({smallest, style.picture.size(1), style.picture.size(2)});
    PatchPlan plan = planPatches({static_cast<int>(input.width), static_cast<int>(input.height)},
                                 static_cast<int>(smallest), static_cast<int>(intOf(input.values, "levels")),
                                 realOf(input.values, "patch_scale"));
    if (plan.rounds.empty()) return tooSmall(smallest < own);
    return std::unique_ptr<StyleMethod>(std::make_unique<Patches>(input, std::move(plan)));
}

}  // namespace

StyleMethodEntry patchesEntry() {
    return {.id = "patches",
            .label = LIMNER_TR("core", "Patches"),
            .help = LIMNER_TR("core", "Builds the picture anew from pieces of the style; needs no weights."),
            .needsContent = false,
            .tilesItself = true,
            .rows = &patchesRows,
            .make = &makePatches};
}

}  // namespace limner::style
