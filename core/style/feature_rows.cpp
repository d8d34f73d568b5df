#include "feature_rows.h"

#include <algorithm>
#include <charconv>

#include "feature_architecture.h"
#include "named_network.h"

namespace limner::style {
namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

Error badLayers(const std::string& word) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "“%1” is not a layer with a weight."), {word}},
            .hint = LIMNER_TR("core", "Write layers like this: relu1, fire2:0.5, fire3.")};
}

/// "fire2:0.5"
Result<LayerWeight> parseLayer(const std::string& word) {
    const auto colon = word.find(':');
    LayerWeight parsed{.layer = word.substr(0, colon)};
    if (colon == std::string::npos) return parsed;
    const char* end = word.data() + word.size();
    const auto [stop, failed] = std::from_chars(word.data() + colon + 1, end, parsed.weight);
    if (failed != std::errc() || stop != end || !(parsed.weight > 0) || parsed.layer.empty())
        return badLayers(word);
    return parsed;
}

}  // namespace

ParamTable featureRows(const char* group, FeatureStandards standards, FeatureOwnRows ownRows) {
    ParamSpec features{.id = "features",
                       .label = LIMNER_TR("core", "Feature network"),
                       .help = LIMNER_TR("core", "The network through which pictures are looked at."),
                       .group = group,
                       .kind = ParamKind::Choice,
                       .standard = featureArchitectures().front().id};
    for (const FeatureArchitecture& architecture : featureArchitectures())
        features.choices.push_back({.id = architecture.id,
                                    .label = architecture.label,
                                    .help = {},
                                    .rows = ownRows ? ownRows(architecture) : ParamTable{},
                                    .standards = standards ? standards(architecture) : ParamValues{}});
    return {features,
            {.id = "features_file",
             .label = LIMNER_TR("core", "Its weights"),
             .help = LIMNER_TR("core",
                               "An id of the library or a safetensors file; empty takes the first of the "
                               "library that fits."),
             .group = group,
             .kind = ParamKind::Text,
             .standard = std::string()}};
}

Result<FeatureNetwork> loadFeatures(const ParamValues& values, const std::filesystem::path& project) {
    const FeatureArchitecture& architecture = *findFeatureArchitecture(textOf(values, "features"));
    const std::string& named = textOf(values, "features_file");
    const auto found =
        named.empty() ? findFeatureWeights(architecture, {project / "models"}) : networkFile(named, project);
    if (!found) return found.error();
    return FeatureNetwork::load(*found, architecture);
}

Result<void> checkLayer(const FeatureNetwork& network, const std::string& layer, int64_t side) {
    if (!network.hasLayer(layer))
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "%1 has no layer “%2”."), {network.architecture().label, layer}},
            .hint = {LIMNER_TR("core", "Its layers are %1."), {joined(network.layerNames())}}};
    if (side < network.smallestSide(layer))
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core",
                                           "The picture is too small for the layer %1: no side may be "
                                           "below %2 pixels."),
                                 {layer, std::to_string(network.smallestSide(layer))}},
                     .hint = LIMNER_TR("core", "Choose a larger size or an earlier layer.")};
    return {};
}

Result<std::vector<LayerWeight>> parseLayers(const std::string& text) {
    std::vector<LayerWeight> layers;
    std::string word;
    for (const char letter : text + " ") {
        if (letter != ' ' && letter != ',') {
            word += letter;
            continue;
        }
        if (word.empty()) continue;
        auto layer = parseLayer(word);
        if (!layer) return layer.error();
        layers.push_back(std::move(*layer));
        word.clear();
    }
    if (layers.empty()) return badLayers(text);
    return layers;
}

}  // namespace limner::style
