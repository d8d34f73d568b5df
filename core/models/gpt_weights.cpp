#include "core/internal/gpt_weights.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace limner::models {
namespace {

constexpr int64_t kHeadSize = 64;

struct GptSize {
    int64_t layers, width;
    const char *id, *title;
};
/// Radford et al. 2019, table 2, with the names that Hugging Face gives them.
constexpr std::array kGptSizes{
    GptSize{12, 768, "gpt2", "GPT-2"}, GptSize{24, 1024, "gpt2-medium", "GPT-2 medium"},
    GptSize{36, 1280, "gpt2-large", "GPT-2 large"}, GptSize{48, 1600, "gpt2-xl", "GPT-2 XL"}};

const GptSize* knownSize(const GptShape& shape) {
    const auto found = std::ranges::find_if(kGptSizes, [&](const GptSize& size) {
        return size.layers == shape.layers && size.width == shape.width;
    });
    return found == kGptSizes.end() ? nullptr : &*found;
}

/// "h.11.ln_1.weight" → 11.
std::optional<int64_t> layerOf(std::string_view name) {
    if (!name.starts_with("h.")) return std::nullopt;
    int64_t layer = 0;
    const auto [end, failure] = std::from_chars(name.data() + 2, name.data() + name.size(), layer);
    const bool isNumber = failure == std::errc() && end != name.data() + name.size() && *end == '.';
    return isNumber ? std::optional(layer) : std::nullopt;
}

void addLayer(TensorShapes& shapes, int64_t layer, int64_t width) {
    const std::string start = "h." + std::to_string(layer) + ".";
    const auto add = [&](const char* name, std::vector<int64_t> weight) {
        shapes[start + name + ".bias"] = {weight.back()};
        shapes[start + name + ".weight"] = std::move(weight);
    };
    add("ln_1", {width});
    add("attn.c_attn", {width, 3 * width});
    add("attn.c_proj", {width, width});
    add("ln_2", {width});
    add("mlp.c_fc", {width, 4 * width});
    add("mlp.c_proj", {4 * width, width});
}

}  // namespace

std::optional<GptShape> gptShapeOf(const TensorShapes& shapes) {
    const auto tokens = shapes.find("wte.weight"), positions = shapes.find("wpe.weight");
    if (tokens == shapes.end() || positions == shapes.end()) return std::nullopt;
    if (tokens->second.size() != 2 || positions->second.size() != 2) return std::nullopt;
    GptShape shape{
        .vocabulary = tokens->second[0], .width = tokens->second[1], .context = positions->second[0]};
    if (shape.width == 0 || shape.width % kHeadSize != 0) return std::nullopt;
    shape.heads = shape.width / kHeadSize;
    // Layers follow each other from 0: a number that is far off names no network.
    while (
        std::ranges::any_of(shapes, [&](const auto& entry) { return layerOf(entry.first) == shape.layers; }))
        ++shape.layers;
    return shape.layers == 0 ? std::nullopt : std::optional(shape);
}

TensorShapes gptTensors(const GptShape& shape) {
    TensorShapes shapes{{"wte.weight", {shape.vocabulary, shape.width}},
                        {"wpe.weight", {shape.context, shape.width}},
                        {"ln_f.weight", {shape.width}},
                        {"ln_f.bias", {shape.width}}};
    for (int64_t i = 0; i < shape.layers; ++i) addLayer(shapes, i, shape.width);
    return shapes;
}

bool isGptExtra(std::string_view name) {
    return name == "lm_head.weight" ||
           (layerOf(name) && (name.ends_with(".attn.bias") || name.ends_with(".attn.masked_bias")));
}

std::string gptName(const GptShape& shape) {
    const GptSize* size = knownSize(shape);
    return size == nullptr ? "gpt" : size->id;
}

std::string gptTitle(const GptShape& shape) {
    if (const GptSize* size = knownSize(shape)) return size->title;
    return "GPT, " + std::to_string(shape.layers) + "×" + std::to_string(shape.width);
}

ParamValues gptValues(const GptShape& shape) {
    return {{"model", std::string("gpt")},
            {"preset", std::string("gpt2")},
            {"layers", shape.layers},
            {"heads", shape.heads},
            {"width", shape.width},
            {"context", shape.context},
            {"window", std::min<int64_t>(shape.context, 256)},
            {"vocabulary", shape.vocabulary}};
}

}  // namespace limner::models
