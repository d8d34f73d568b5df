#include "style_training.h"

#include <algorithm>

#include "core/internal/style_training.h"
#include "fast_network.h"
#include "feature_architecture.h"
#include "pictures.h"
#include "style_loss.h"

namespace limner::style {
namespace {

using torch::Tensor;

std::vector<LayerWeight> relative(std::vector<LayerWeight> layers) {
    double sum = 0;
    for (const LayerWeight& layer : layers) sum += layer.weight;
    for (LayerWeight& layer : layers) layer.weight /= sum;
    return layers;
}

/// Layers with weights, all of which the network has for pictures of this side.
Result<std::vector<LayerWeight>> layersOf(const ParamValues& values, const char* id,
                                          const FeatureNetwork& network, int64_t side) {
    auto layers = parseLayers(textOf(values, id));
    if (!layers) return layers;
    for (const LayerWeight& layer : *layers) {
        const auto fits = checkLayer(network, layer.layer, side);
        if (!fits) return fits.error();
    }
    return relative(std::move(*layers));
}

}  // namespace

// ---- the loss ----

PerceptualObjective::PerceptualObjective(FeatureNetwork network, std::vector<LayerWeight> contentLayers,
                                         std::vector<LayerWeight> styleLayers, const Tensor& style)
    : m_network(std::move(network)),
      m_contentLayers(relative(std::move(contentLayers))),
      m_styleLayers(relative(std::move(styleLayers))) {
    const torch::NoGradGuard noGradients;
    std::vector<std::string> names;
    for (const LayerWeight& layer : m_styleLayers) names.push_back(layer.layer);
    for (const Tensor& activations : m_network.features(style, names)) m_grams.push_back(gramOf(activations));
    for (const LayerWeight& layer : m_contentLayers) m_layers.push_back(layer.layer);
    m_layers.insert(m_layers.end(), names.begin(), names.end());
}

PerceptualLosses PerceptualObjective::operator()(const Tensor& painted, const Tensor& content,
                                                 const PerceptualWeights& weights) const {
    std::vector<Tensor> wanted;
    {
        const torch::NoGradGuard noGradients;
        const std::vector<std::string> names(
            m_layers.begin(), m_layers.begin() + static_cast<std::ptrdiff_t>(m_contentLayers.size()));
        wanted = m_network.features(content, names);
    }
    const std::vector<Tensor> seen = m_network.features(painted, m_layers);
    const Tensor zero = torch::zeros({}, painted.options().requires_grad(false));
    const auto count = static_cast<double>(painted.size(0));
    PerceptualLosses losses{
        .content = zero, .style = zero, .variation = totalVariation(painted), .total = zero};
    for (int64_t i = 0; i < painted.size(0); ++i) {
        for (size_t k = 0; k < m_contentLayers.size(); ++k)
            losses.content =
                losses.content + contentLoss(seen[k].narrow(0, i, 1), wanted[k].narrow(0, i, 1)) *
                                     (m_contentLayers[k].weight / count);
        for (size_t k = 0; k < m_styleLayers.size(); ++k)
            losses.style =
                losses.style + gramLoss(seen[m_contentLayers.size() + k].narrow(0, i, 1), m_grams[k]) *
                                   (m_styleLayers[k].weight / count);
    }
    losses.total = losses.content * weights.content + losses.style * weights.style +
                   losses.variation * weights.variation;
    return losses;
}

// ---- the model ----

StyleTraining::StyleTraining(std::shared_ptr<StyleTransformer> network, const ParamValues& values)
    : m_network(std::move(network)),
      m_values(values),
      m_isSigned(boolOf(values, "normalise")),
      m_weights{realOf(values, "content_weight"), realOf(values, "style_weight"),
                realOf(values, "tv_weight")} {}

std::vector<models::Network> StyleTraining::networks() const {
    return {{decoderName(), m_network, "learning_rate"}};
}

Result<void> StyleTraining::open(const models::Surroundings& surroundings) {
    const std::string& file = textOf(m_values, "style");
    if (file.empty())
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = LIMNER_TR("core", "No style was given."),
            .hint = LIMNER_TR("core", "Choose the picture whose manner should be learned (--style).")};
    const auto picture = readPicture(file, surroundings.host, [](const Message&) {});
    if (!picture) return picture.error();
    const PixelSize size = sizeWithin({picture->width, picture->height}, intOf(m_values, "style_size"));
    auto network = loadFeatures(m_values, surroundings.project);
    if (!network) return network.error();
    const int64_t side = intOf(m_values, "size"), styleSide = std::min(size.width, size.height);
    auto content = layersOf(m_values, "content_layers", *network, side);
    if (!content) return content.error();
    auto style = layersOf(m_values, "style_layers", *network, std::min(side, styleSide));
    if (!style) return style.error();
    const Tensor pixels = toTensor(resized(flattened(*picture), size)).unsqueeze(0).to(surroundings.device);
    m_objective.emplace(network->to(surroundings.device), std::move(*content), std::move(*style), pixels);
    return {};
}

Tensor StyleTraining::inUnit(const Tensor& pictures) const {
    return m_isSigned ? pictures * 0.5 + 0.5 : pictures;
}

Tensor StyleTraining::painted(const Tensor& pictures) const {
    return m_network->forward(pictures * 255) / 255;
}

models::Scalars StyleTraining::step(const models::Batch& batch, models::StepTools& tools) {
    m_weights = {tools.live("content_weight"), tools.live("style_weight"), tools.live("tv_weight")};
    const Tensor pictures = inUnit(batch.inputs);
    const PerceptualLosses losses = (*m_objective)(painted(pictures), pictures, m_weights);
    tools.update(decoderName(), losses.total);
    return {losses.total.detach(), losses.content.detach(), losses.style.detach(), losses.variation.detach()};
}

models::Shown StyleTraining::show(const models::Batch& examples, uint64_t) {
    const torch::NoGradGuard noGradients;
    const Tensor pictures = painted(inUnit(examples.inputs)).clamp(0, 1);
    return {.pictures = pictures, .shape = {.channels = 3, .size = pictures.size(2), .isSigned = false}};
}

/// One after the other: a batch of many large pictures takes gigabytes.
models::Scalars StyleTraining::evaluate(const models::Batch& batch, at::Generator&) {
    const torch::NoGradGuard noGradients;
    std::vector<Tensor> sums(3, torch::zeros({}, batch.inputs.options()));
    for (int64_t i = 0; i < batch.inputs.size(0); ++i) {
        const Tensor picture = inUnit(batch.inputs.narrow(0, i, 1));
        const PerceptualLosses losses = (*m_objective)(painted(picture), picture, m_weights);
        const Tensor parts[] = {losses.total, losses.content, losses.style};
        for (size_t k = 0; k < sums.size(); ++k) sums[k] = sums[k] + parts[k];
    }
    for (Tensor& sum : sums) sum = sum / static_cast<double>(batch.inputs.size(0));
    return sums;
}

}  // namespace limner::style

// ---- the row of the registry ----

namespace limner::models {
namespace {

using style::FeatureArchitecture;

const char* kStyle = LIMNER_TR("core", "Style");

ParamSpec lossWeightRow(const char* id, const char* label, const char* help, double standard, double most) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = LIMNER_TR("core", "Steering"),
            .kind = ParamKind::Real,
            .standard = standard,
            .range = {.low = 0, .high = most, .scale = Scale::Log},
            .editableWhileRunning = true};
}

ParamSpec layersRow(const char* id, const char* label, const char* help, const std::string& standard) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = kStyle,
            .kind = ParamKind::Text,
            .standard = standard};
}

/// Four layers from early to deep, as Johnson et al. chose them of VGG-16.
std::string styleLayersOf(const FeatureArchitecture& architecture) {
    std::string text;
    for (size_t i = 0; i < std::min<size_t>(architecture.styleLayers.size(), 4); ++i)
        text += (i > 0 ? ", " : "") + architecture.styleLayers[i];
    return text;
}

ParamTable networkLayers(const FeatureArchitecture& architecture) {
    return {layersRow("content_layers", LIMNER_TR("core", "Content layers"),
                      LIMNER_TR("core", "Deeper layers keep less of the content's details."),
                      architecture.contentLayer),
            layersRow("style_layers", LIMNER_TR("core", "Style layers"),
                      LIMNER_TR("core",
                                "Early layers take over colours and strokes, deep ones shapes; a weight may "
                                "follow a colon."),
                      styleLayersOf(architecture))};
}

ParamSpec presetRow() {
    return {.id = "preset",
            .label = LIMNER_TR("core", "Preset"),
            .help = LIMNER_TR("core", "Settings that go well together."),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Choice,
            .standard = std::string("quick"),
            .choices = {{.id = "quick",
                         .label = LIMNER_TR("core", "Quick"),
                         .help = LIMNER_TR("core",
                                           "Small pictures: a style in an hour or two without a "
                                           "graphics card."),
                         .rows = {},
                         .standards = {{"size", int64_t{128}}, {"style_size", int64_t{192}}}},
                        {.id = "published",
                         .label = LIMNER_TR("core", "As published"),
                         .help = LIMNER_TR("core", "Pictures of 256 pixels, as Johnson et al. trained it."),
                         .rows = {},
                         .standards = {{"size", int64_t{256}}, {"style_size", int64_t{384}}}}}};
}

ParamTable fastStyleRows() {
    ParamTable rows{
        presetRow(),
        {.id = "style",
         .label = LIMNER_TR("core", "Style"),
         .help = LIMNER_TR("core", "The picture whose manner is learned."),
         .group = kStyle,
         .kind = ParamKind::File,
         .standard = std::string()},
        {.id = "style_size",
         .label = LIMNER_TR("core", "Size of the style"),
         .help = LIMNER_TR("core", "Its longest side when it is looked at: larger gives larger strokes."),
         .group = kStyle,
         .unit = LIMNER_TR("core", "px"),
         .standard = int64_t{192},
         .range = {32, 1024, Scale::Log}}};
    for (ParamSpec& row : style::featureRows(kStyle, nullptr, &networkLayers)) rows.push_back(std::move(row));
    rows.push_back({.id = "learning_rate",
                    .label = LIMNER_TR("core", "Learning rate"),
                    .help = LIMNER_TR("core", "How far the weights move in one step."),
                    .group = LIMNER_TR("core", "Steering"),
                    .kind = ParamKind::Real,
                    .standard = 1e-3,
                    .range = {.low = 1e-7, .high = 1, .scale = Scale::Log},
                    .editableWhileRunning = true});
    rows.push_back(lossWeightRow("content_weight", LIMNER_TR("core", "Content weight"),
                                 LIMNER_TR("core", "How much the shapes of the content count."), 1, 1000));
    rows.push_back(lossWeightRow("style_weight", LIMNER_TR("core", "Style weight"),
                                 LIMNER_TR("core", "How much the manner of the style counts."), 10, 100000));
    rows.push_back(lossWeightRow(
        "tv_weight", LIMNER_TR("core", "Smoothness"),
        LIMNER_TR("core", "How much differences of neighbouring pixels are held down."), 2, 10000));
    return rows;
}

Result<std::unique_ptr<Model>> makeFastStyle(const ParamValues& values, at::Generator& generator) {
    if (textOf(values, "channels") != "rgb")
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "A style is learned from pictures in colour."),
                     .hint = LIMNER_TR("core", "Set “Colour” to “Colour” (--channels rgb).")};
    if (intOf(values, "size") < style::FastNetwork::kSmallestSide)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "The picture is too small: no side may be below %1 pixels."),
                        {std::to_string(style::FastNetwork::kSmallestSide)}},
            .hint = LIMNER_TR("core", "Choose a larger size.")};
    return std::unique_ptr<Model>(
        std::make_unique<style::StyleTraining>(std::make_shared<style::StyleTransformer>(generator), values));
}

}  // namespace

ModelEntry fastStyleEntry() {
    return {.id = "fast-style",
            .label = LIMNER_TR("core", "Fast style"),
            .help = LIMNER_TR("core",
                              "Learns to paint any picture in the manner of one (Johnson et al. 2016). Needs "
                              "a feature network and a folder of photographs; Stylize paints with it."),
            .rows = fastStyleRows(),
            .standards = {{"channels", std::string("rgb")},
                          {"normalise", false},
                          {"batch_size", int64_t{4}},
                          {"epochs", int64_t{2}},
                          {"validation_share", 0.02},
                          {"save_every", int64_t{200}}},
            .domain = "pictures",
            .make = &makeFastStyle};
}

}  // namespace limner::models
