// Neural style (Gatys, Ecker & Bethge 2016): the pixels of a picture are moved until a feature network sees
// the content's shapes and the styles' manner in it.
#include <algorithm>
#include <cmath>

#include "core/internal/random.h"
#include "core/internal/style_method.h"
#include "entries.h"
#include "feature_architecture.h"
#include "neural_objective.h"
#include "picture_optimizer.h"
#include "pictures.h"

namespace limner::style {
namespace {

using torch::Tensor;

struct NeuralWeights {
    double content, style, variation;
};

/// The weights of the rows, leaning towards the style as the strength asks.
NeuralWeights weightsFor(const ParamValues& values) {
    const double strength = realOf(values, "strength"), lean = strength / kStandardStrength;
    return {realOf(values, "content_weight") * (1 - strength) / (1 - kStandardStrength),
            realOf(values, "style_weight") * lean, realOf(values, "tv_weight") * lean};
}

class NeuralMethod final : public StyleMethod {
public:
    NeuralMethod(FeatureNetwork network, StyleInput input, NeuralSettings settings)
        : m_network(std::move(network)),
          m_input(std::move(input)),
          m_settings(std::move(settings)),
          m_steps(intOf(m_input.values, "steps")),
          m_generator(training::makeGenerator(at::kCPU, m_input.seed)) {
        planLevels();
    }

    Result<void> step() override {
        if (!m_objective) beginLevel();
        Tensor free = m_drawn.detach().requires_grad_();
        const NeuralLosses losses = (*m_objective)(free);
        losses.total.backward();
        m_scalars = {losses.total.item<double>(), losses.content.item<double>(), losses.style.item<double>(),
                     losses.variation.item<double>()};
        m_drawn = m_drawn.clone();
        m_optimizer->move(m_drawn, free.grad(), m_scalars.front());
        m_picture = fullSize(m_drawn[0]);
        ++m_done;
        if (m_done == m_levels[m_level].lastStep && !isDone()) {
            ++m_level;
            m_objective.reset();
        }
        return {};
    }

    bool isDone() const override { return m_done >= m_steps; }
    const Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return m_done; }
    int64_t stepsTotal() const override { return m_steps; }
    std::vector<std::string> scalarNames() const override {
        return {"loss", "content_loss", "style_loss", "variation"};
    }
    std::vector<double> scalars() const override { return m_scalars; }
    std::string modelHash() const override { return m_network.hash(); }
    Message place() const override {
        if (m_levels.size() < 2) return {};
        return {LIMNER_TR("core", "level %1 of %2"),
                {std::to_string(m_level + 1), std::to_string(m_levels.size())}};
    }

    Result<void> edit(const ParamEdit& edit) override {
        m_input.values[edit.id] = edit.value;
        if (m_objective) applyWeights();
        return {};
    }

private:
    struct Level {
        PixelSize size;
        int64_t lastStep;
    };

    int64_t smallestSide() const {
        int64_t smallest = 1;
        for (const auto* layers : {&m_settings.contentLayers, &m_settings.styleLayers})
            for (const LayerWeight& layer : *layers)
                smallest = std::max(smallest, m_network.smallestSide(layer.layer));
        return smallest;
    }

    /// Each level has twice the side of the one before. One to go on from is fine already.
    void planLevels() {
        const PixelSize whole = sizeOf(m_input.content);
        const int64_t wanted = m_input.start.defined() ? 1 : intOf(m_input.values, "levels");
        for (int64_t i = wanted - 1; i >= 0; --i) {
            const PixelSize size{std::max(1, whole.width >> i), std::max(1, whole.height >> i)};
            if (i == 0 || std::min(size.width, size.height) >= smallestSide()) m_levels.push_back({size, 0});
        }
        const auto count = static_cast<int64_t>(m_levels.size());
        for (int64_t i = 0; i < count; ++i)
            m_levels[static_cast<size_t>(i)].lastStep = std::max<int64_t>(1, m_steps * (i + 1) / count);
    }

    Tensor atLevel(const Picture& picture) const {
        const double scale = static_cast<double>(m_levels[m_level].size.width) /
                             static_cast<double>(sizeOf(m_input.content).width);
        const auto side = [&](int64_t whole) {
            return static_cast<int>(
                std::max(smallestSide(), std::lround(static_cast<double>(whole) * scale)));
        };
        return resized(picture, {side(picture.size(2)), side(picture.size(1))}).unsqueeze(0);
    }

    void beginLevel() {
        const Tensor content = resized(m_input.content, m_levels[m_level].size).unsqueeze(0);
        std::vector<StyleShare> styles;
        double sum = 0;
        for (const StylePicture& style : m_input.styles) sum += style.weight;
        for (const StylePicture& style : m_input.styles)
            styles.push_back({atLevel(style.picture), style.weight / sum});
        m_objective.emplace(m_network, m_settings, content, styles, m_generator);
        applyWeights();
        m_optimizer = makePictureOptimizer(m_input.values);
        m_drawn = m_drawn.defined() ? resized(m_drawn[0], m_levels[m_level].size).clamp(0, 1).unsqueeze(0)
                                    : firstPicture(content, styles.front().picture);
        m_drawn = m_drawn.contiguous();
    }

    Tensor firstPicture(const Tensor& content, const Tensor& style) {
        if (m_input.start.defined()) return resized(m_input.start, m_levels[m_level].size).unsqueeze(0);
        const std::string& start = textOf(m_input.values, "start");
        if (start == "noise") return torch::rand(content.sizes(), m_generator, torch::kFloat32);
        if (start == "style") return resized(style[0], m_levels[m_level].size).clamp(0, 1).unsqueeze(0);
        return content.clone();
    }

    void applyWeights() {
        const NeuralWeights weights = weightsFor(m_input.values);
        m_objective->setWeights(weights.content, weights.style, weights.variation);
    }

    Tensor fullSize(const Tensor& drawn) const {
        const PixelSize whole = sizeOf(m_input.content);
        return sizeOf(drawn) == whole ? drawn : resized(drawn, whole).clamp(0, 1);
    }

    FeatureNetwork m_network;
    StyleInput m_input;
    NeuralSettings m_settings;
    int64_t m_steps, m_done = 0;
    at::Generator m_generator;
    std::vector<Level> m_levels;
    size_t m_level = 0;
    std::optional<NeuralObjective> m_objective;  ///< of the level
    std::unique_ptr<PictureOptimizer> m_optimizer;
    Tensor m_drawn;  ///< [1, 3, H, W], of the size of the level
    Picture m_picture;
    std::vector<double> m_scalars;
};

// ---- rows ----

const char* kNeural = LIMNER_TR("core", "Neural style");

ParamValues neuralStandards(const FeatureArchitecture& architecture) {
    std::string layers;
    for (const std::string& name : architecture.styleLayers) layers += (layers.empty() ? "" : ", ") + name;
    return {{"content_layers", architecture.contentLayer}, {"style_layers", layers}};
}

ParamSpec weightRow(const char* id, const char* label, const char* help, double standard, double most) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = kNeural,
            .kind = ParamKind::Real,
            .standard = standard,
            .range = {.low = 0, .high = most, .scale = Scale::Log},
            .editableWhileRunning = true};
}

ParamSpec layersRow(const char* id, const char* label, const char* help, const char* standard) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = kNeural,
            .kind = ParamKind::Text,
            .standard = std::string(standard)};
}

ParamSpec startRow() {
    return {.id = "start",
            .label = LIMNER_TR("core", "Start from"),
            .help = LIMNER_TR("core", "What the picture is before the first step."),
            .group = kNeural,
            .kind = ParamKind::Choice,
            .standard = std::string("content"),
            .choices = {{"content", LIMNER_TR("core", "The content")},
                        {"style", LIMNER_TR("core", "The style")},
                        {"noise", LIMNER_TR("core", "Noise")}}};
}

ParamSpec lossRow() {
    ParamSpec row{.id = "style_loss",
                  .label = LIMNER_TR("core", "Style loss"),
                  .help = LIMNER_TR("core", "What of the style's features is taken over."),
                  .group = kNeural,
                  .kind = ParamKind::Choice,
                  .standard = styleLossRegistry().front().id};
    for (const StyleLossEntry& entry : styleLossRegistry())
        row.choices.push_back({.id = entry.id, .label = entry.label, .help = entry.help});
    return row;
}

ParamTable neuralRows() {
    ParamTable rows = featureRows(kNeural, &neuralStandards);
    rows.push_back({.id = "steps",
                    .label = LIMNER_TR("core", "Steps"),
                    .help = LIMNER_TR("core", "More steps come nearer to the style."),
                    .group = kNeural,
                    .standard = int64_t{200},
                    .range = {1, 5000, Scale::Log}});
    rows.push_back(
        {.id = "levels",
         .label = LIMNER_TR("core", "Levels"),
         .help = LIMNER_TR("core",
                           "From how many sizes the picture grows; each doubles its side. More give "
                           "larger strokes."),
         .group = kNeural,
         .standard = int64_t{2},
         .range = {.low = 1, .high = 5, .step = 1}});
    rows.push_back(pictureOptimizerRow());
    rows.push_back(startRow());
    rows.push_back(weightRow("content_weight", LIMNER_TR("core", "Content weight"),
                             LIMNER_TR("core", "How much the shapes of the content count."), 1, 1000));
    rows.push_back(weightRow("style_weight", LIMNER_TR("core", "Style weight"),
                             LIMNER_TR("core", "How much the manner of the style counts."), 30, 100000));
    rows.push_back(weightRow("tv_weight", LIMNER_TR("core", "Smoothness"),
                             LIMNER_TR("core", "How much differences of neighbouring pixels are held down."),
                             5, 10000));
    rows.push_back(lossRow());
    const FeatureArchitecture& first = featureArchitectures().front();
    rows.push_back(layersRow("content_layers", LIMNER_TR("core", "Content layers"),
                             LIMNER_TR("core", "Deeper layers keep less of the content's details."),
                             textOf(neuralStandards(first), "content_layers").c_str()));
    rows.push_back(
        layersRow("style_layers", LIMNER_TR("core", "Style layers"),
                  LIMNER_TR("core",
                            "Early layers take over colours and strokes, deep ones shapes; a weight may "
                            "follow a colon."),
                  textOf(neuralStandards(first), "style_layers").c_str()));
    return rows;
}

Result<std::vector<LayerWeight>> checkedLayers(const FeatureNetwork& network, const StyleInput& input,
                                               const char* id) {
    auto layers = parseLayers(textOf(input.values, id));
    if (!layers) return layers;
    for (const LayerWeight& layer : *layers) {
        const auto fits = checkLayer(network, layer.layer, std::min(input.height, input.width));
        if (!fits) return fits.error();
    }
    return layers;
}

Result<std::unique_ptr<StyleMethod>> makeNeural(const StyleInput& input, JobContext& context) {
    auto network = loadFeatures(input.values, context.project);
    if (!network) return network.error();
    auto content = checkedLayers(*network, input, "content_layers");
    if (!content) return content.error();
    auto style = checkedLayers(*network, input, "style_layers");
    if (!style) return style.error();
    NeuralSettings settings{.contentLayers = std::move(*content),
                            .styleLayers = std::move(*style),
                            .styleLoss = textOf(input.values, "style_loss")};
    return std::unique_ptr<StyleMethod>(
        std::make_unique<NeuralMethod>(std::move(*network), input, std::move(settings)));
}

}  // namespace

StyleMethodEntry neuralEntry() {
    return {.id = "neural",
            .label = LIMNER_TR("core", "Neural style"),
            .help = LIMNER_TR(
                "core", "Moves pixels until a feature network sees the style in them; the most faithful."),
            .rows = &neuralRows,
            .make = &makeNeural};
}

}  // namespace limner::style
