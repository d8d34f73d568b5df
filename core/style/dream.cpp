// DeepDream as a method: from small to full size, each octave adds what the network sees in the picture.
#include <algorithm>
#include <cmath>

#include "core/internal/random.h"
#include "dream_method.h"
#include "dreaming.h"
#include "entries.h"
#include "feature_architecture.h"
#include "feature_rows.h"
#include "pictures.h"

namespace limner::style {
namespace {

using torch::Tensor;

class DreamMethod final : public StyleMethod {
public:
    DreamMethod(FeatureNetwork network, StyleInput input)
        : m_network(std::move(network)),
          m_input(std::move(input)),
          m_target{.layer = textOf(m_input.values, "layer"), .channel = intOf(m_input.values, "channel")},
          m_stepsInOctave(intOf(m_input.values, "steps")),
          m_generator(training::makeGenerator(at::kCPU, m_input.seed)) {
        planOctaves();
        if (boolOf(m_input.values, "guided") && !m_input.styles.empty())
            m_target.guide = guideOf(m_network, m_target.layer, guidePicture(), m_generator);
    }

    Result<void> step() override {
        if (m_done % m_stepsInOctave == 0) beginOctave();
        m_answer =
            dreamOn(m_network, m_target,
                    {.rate = realOf(m_input.values, "learning_rate") * realOf(m_input.values, "strength"),
                     .jitter = intOf(m_input.values, "jitter")},
                    m_dream, m_generator);
        ++m_done;
        const PixelSize whole = sizeOf(m_input.content);
        m_picture = m_octave + 1 == m_octaves.size()
                        ? m_dream[0]
                        : (m_input.content + resized(m_dream[0] - m_base, whole)).clamp(0, 1);
        return {};
    }

    bool isDone() const override { return m_done >= stepsTotal(); }
    const Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return m_done; }
    int64_t stepsTotal() const override { return m_stepsInOctave * static_cast<int64_t>(m_octaves.size()); }
    std::vector<std::string> scalarNames() const override { return {"answer"}; }
    std::vector<double> scalars() const override { return {m_answer}; }
    std::string modelHash() const override { return m_network.hash(); }
    Message place() const override {
        return {LIMNER_TR("core", "octave %1 of %2"),
                {std::to_string(m_octave + 1), std::to_string(m_octaves.size())}};
    }
    Result<void> edit(const ParamEdit& edit) override {
        m_input.values[edit.id] = edit.value;
        return {};
    }

private:
    void planOctaves() {
        const PixelSize whole = sizeOf(m_input.content);
        const auto smallest = static_cast<double>(m_network.smallestSide(m_target.layer));
        for (int64_t i = intOf(m_input.values, "octaves") - 1; i >= 0; --i) {
            const double scale = std::pow(realOf(m_input.values, "octave_scale"), -static_cast<double>(i));
            const double width = whole.width * scale, height = whole.height * scale;
            if (i > 0 && std::min(width, height) < smallest) continue;
            m_octaves.push_back(
                {static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))});
        }
    }

    /// What was dreamt so far goes on top of the content at the size of the octave, whose details come back
    /// so.
    void beginOctave() {
        const Tensor dreamt = m_dream.defined() ? m_dream[0] - m_base : Tensor();
        m_octave = static_cast<size_t>(m_done / m_stepsInOctave);
        const PixelSize size = m_octaves[m_octave];
        m_base = resized(m_input.content, size);
        m_dream = dreamt.defined() ? (m_base + resized(dreamt, size)).clamp(0, 1) : m_base;
        if (m_input.start.defined() && !dreamt.defined()) m_dream = resized(m_input.start, size).clamp(0, 1);
        m_dream = m_dream.unsqueeze(0);
    }

    Tensor guidePicture() const {
        const Picture& style = m_input.styles.front().picture;
        const int64_t smallest = m_network.smallestSide(m_target.layer);
        const auto side = [&](int64_t wanted) { return static_cast<int>(std::max(wanted, smallest)); };
        return resized(style, {side(style.size(2)), side(style.size(1))}).unsqueeze(0);
    }

    FeatureNetwork m_network;
    StyleInput m_input;
    DreamTarget m_target;
    int64_t m_stepsInOctave, m_done = 0;
    at::Generator m_generator;
    std::vector<PixelSize> m_octaves;
    size_t m_octave = 0;
    Tensor m_base;   ///< the content at the size of the octave
    Tensor m_dream;  ///< [1, 3, H, W]
    Picture m_picture;
    double m_answer = 0;
};

// ---- rows ----

const char* kDream = LIMNER_TR("core", "DeepDream");

ParamSpec countRow(const char* id, const char* label, const char* help, int64_t standard, Range range) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = kDream,
            .kind = ParamKind::Integer,
            .standard = standard,
            .range = range};
}

/// Each layer brings the channels that it has.
ParamTable layerRows(const FeatureArchitecture& architecture) {
    ParamSpec row{
        .id = "layer",
        .label = LIMNER_TR("core", "Layer"),
        .help = LIMNER_TR("core", "Early layers dream of lines and textures, deep ones of eyes and animals."),
        .group = kDream,
        .kind = ParamKind::Choice,
        .standard = architecture.dreamLayer};
    for (const NamedLayer& layer : namedLayers(architecture))
        row.choices.push_back(
            {.id = layer.name,
             .label = layer.name,
             .help = {},
             .rows = {countRow("channel", LIMNER_TR("core", "Channel"),
                               LIMNER_TR("core", "One of the layer's channels; -1 takes all of them."), -1,
                               {.low = -1, .high = static_cast<double>(layer.channels - 1), .step = 1})}});
    return {row};
}

Result<std::unique_ptr<StyleMethod>> makeDream(const StyleInput& input, JobContext& context) {
    auto network = loadFeatures(input.values, context.project);
    if (!network) return network.error();
    const auto fits = checkDream(*network, input);
    if (!fits) return fits.error();
    return dreamOf(*network, input);
}

}  // namespace

ParamTable dreamRows() {
    ParamTable rows = featureRows(kDream, nullptr, &layerRows);
    rows.push_back({.id = "guided",
                    .label = LIMNER_TR("core", "Guided by the style"),
                    .help = LIMNER_TR("core", "Dreams of what the style picture shows, if there is one."),
                    .group = kDream,
                    .kind = ParamKind::Toggle,
                    .standard = true});
    rows.push_back(
        countRow("octaves", LIMNER_TR("core", "Octaves"),
                 LIMNER_TR("core", "From how many sizes the dream grows; more bring larger shapes."), 4,
                 {.low = 1, .high = 10, .step = 1}));
    rows.push_back({.id = "octave_scale",
                    .label = LIMNER_TR("core", "Octave scale"),
                    .help = LIMNER_TR("core", "How much larger each octave is than the one before."),
                    .group = kDream,
                    .kind = ParamKind::Real,
                    .standard = 1.4,
                    .range = {.low = 1.1, .high = 2, .step = 0.05}});
    rows.push_back(countRow("steps", LIMNER_TR("core", "Steps"), LIMNER_TR("core", "In each octave."), 20,
                            {1, 500, Scale::Log}));
    rows.push_back({.id = "learning_rate",
                    .label = LIMNER_TR("core", "Learning rate"),
                    .help = LIMNER_TR("core", "How far pixels move in one step, at strength 1."),
                    .group = kDream,
                    .kind = ParamKind::Real,
                    .standard = 0.006,
                    .range = {.low = 0.001, .high = 0.2, .scale = Scale::Log},
                    .editableWhileRunning = true});
    rows.push_back(
        countRow("jitter", LIMNER_TR("core", "Jitter"),
                 LIMNER_TR("core", "How far the picture is shifted in each step, against patterns."), 16,
                 {.low = 0, .high = 128, .step = 1}));
    return rows;
}

Result<void> checkDream(const FeatureNetwork& network, const StyleInput& input) {
    return checkLayer(network, textOf(input.values, "layer"), std::min(input.height, input.width));
}

std::unique_ptr<StyleMethod> dreamOf(const FeatureNetwork& network, const StyleInput& input) {
    return std::make_unique<DreamMethod>(network, input);
}

StyleMethodEntry dreamEntry() {
    return {.id = "dream",
            .label = LIMNER_TR("core", "DeepDream"),
            .help = LIMNER_TR("core", "Brings out what a feature network believes to see in the picture."),
            .needsStyle = false,
            .rows = &dreamRows,
            .make = &makeDream};
}

}  // namespace limner::style
