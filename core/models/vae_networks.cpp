// The networks of the variational autoencoder, and its row in the registry.
#include <torch/nn/modules.h>

#include <array>

#include "entries.h"
#include "vae.h"

namespace limner::models {
namespace {

using torch::nn::Conv2d;
using torch::nn::Conv2dOptions;
using torch::nn::ConvTranspose2d;
using torch::nn::ConvTranspose2dOptions;
using torch::nn::Flatten;
using torch::nn::Linear;
using torch::nn::Sequential;
using torch::nn::Unflatten;

torch::nn::ReLU relu() {
    return torch::nn::ReLU(torch::nn::ReLUOptions(/*inplace=*/true));
}

struct VaeLayers {
    Sequential encoder, decoder;
};

VaeLayers mlpLayers(const PictureShape& shape, int64_t latentSize, const ParamValues& values) {
    const int64_t pixels = shape.channels * shape.size * shape.size;
    const int64_t hidden = intOf(values, "hidden_size");
    return {Sequential(Flatten(), Linear(pixels, hidden), relu(), Linear(hidden, 2 * latentSize)),
            Sequential(Linear(latentSize, hidden), relu(), Linear(hidden, pixels))};
}

/// Four convolutions of kernel 4 that halve the side, and four transposed ones that undo each of them.
VaeLayers convLayers(const PictureShape& shape, int64_t latentSize, const ParamValues& values) {
    constexpr size_t kDepth = 4;
    const int64_t width = intOf(values, "width");
    std::array<int64_t, kDepth + 1> channels{shape.channels, width, 2 * width, 4 * width, 8 * width};
    std::array<int64_t, kDepth + 1> side{shape.size};
    VaeLayers layers;
    for (size_t i = 0; i < kDepth; ++i) {
        side[i + 1] = side[i] / 2;
        layers.encoder->push_back(
            Conv2d(Conv2dOptions(channels[i], channels[i + 1], 4).stride(2).padding(1)));
        layers.encoder->push_back(relu());
    }
    const int64_t flat = channels[kDepth] * side[kDepth] * side[kDepth];
    layers.encoder->push_back(Flatten());
    layers.encoder->push_back(Linear(flat, 2 * latentSize));

    layers.decoder->push_back(Linear(latentSize, flat));
    layers.decoder->push_back(relu());
    layers.decoder->push_back(
        Unflatten(torch::nn::UnflattenOptions(1, {channels[kDepth], side[kDepth], side[kDepth]})));
    for (size_t i = kDepth; i > 0; --i) {
        layers.decoder->push_back(ConvTranspose2d(ConvTranspose2dOptions(channels[i], channels[i - 1], 4)
                                                      .stride(2)
                                                      .padding(1)
                                                      .output_padding(side[i - 1] - 2 * side[i])));
        if (i > 1) layers.decoder->push_back(relu());
    }
    return layers;
}

ParamSpec widthRow(std::string id, std::string label, std::string help, int64_t standard, double high) {
    return {.id = std::move(id),
            .label = std::move(label),
            .help = std::move(help),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Integer,
            .standard = standard,
            .range = {.low = 1, .high = high, .step = 8}};
}

ParamSpec presetRow() {
    return {
        .id = "preset",
        .label = LIMNER_TR("core", "Preset"),
        .help = LIMNER_TR("core", "The shape of encoder and decoder."),
        .group = LIMNER_TR("core", "Model"),
        .kind = ParamKind::Choice,
        .standard = std::string("mlp"),
        .choices = {
            {.id = "mlp",
             .label = LIMNER_TR("core", "Dense"),
             .help = LIMNER_TR("core", "One hidden layer on each side: fast, for small pictures."),
             .rows = {widthRow("hidden_size", LIMNER_TR("core", "Hidden units"),
                               LIMNER_TR("core", "How many units the hidden layers have."), 400, 8192)}},
            {.id = "conv",
             .label = LIMNER_TR("core", "Convolutional"),
             .help = LIMNER_TR("core", "Four strided convolutions and back, for pictures from 16 pixels on."),
             .rows = {widthRow("width", LIMNER_TR("core", "Width"),
                               LIMNER_TR("core", "Channels of the outermost layer; deeper ones have more."),
                               32, 256)},
             .standards = {{"latent_size", int64_t{64}}}},
        }};
}

ParamTable allRows() {
    ParamTable rows{presetRow(), latentRow(20)};
    const ParamTable shared = vaeRows();
    rows.insert(rows.end(), shared.begin(), shared.end());
    return rows;
}

Result<std::unique_ptr<Model>> makeVae(const ParamValues& values, at::Generator& generator) {
    const PictureShape shape = pictureShape(values);
    const bool isConv = textOf(values, "preset") == "conv";
    if (isConv && shape.size < 16) {
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "Pictures of %1 pixels are too small to be halved four times."),
                        {std::to_string(shape.size)}},
            .hint = LIMNER_TR("core", "Choose a size of 16 or more, or the preset “Dense”.")};
    }
    const int64_t latentSize = intOf(values, "latent_size");
    const VaeLayers layers = (isConv ? &convLayers : &mlpLayers)(shape, latentSize, values);
    const std::vector<int64_t> picture{shape.channels, shape.size, shape.size};
    Stack encoder(layers.encoder, picture, std::vector<int64_t>{2 * latentSize});
    Stack decoder(layers.decoder, std::vector<int64_t>{latentSize}, picture);
    drawDefaultWeights(*encoder, generator);
    drawDefaultWeights(*decoder, generator);
    return std::unique_ptr<Model>(std::make_unique<Vae>(encoder, decoder, shape, latentSize, values));
}

}  // namespace

ModelEntry vaeEntry() {
    return {.id = "vae",
            .label = LIMNER_TR("core", "Variational autoencoder"),
            .help = LIMNER_TR("core",
                              "Learns to describe each picture by a few numbers and to draw it again from "
                              "them; smooth, steady, and made for exploring."),
            .rows = allRows(),
            .standards = {{"normalise", false}, {"batch_size", int64_t{128}}},
            .domain = "pictures",
            .make = &makeVae};
}

}  // namespace limner::models
