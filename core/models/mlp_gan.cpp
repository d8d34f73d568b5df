// GANs of dense layers only, in three classic shapes. Larger or coloured pictures are flattened in the same
// way.
#include "entries.h"

#include <torch/nn/modules.h>
#include "gan.h"

namespace limner::models {
namespace {

using torch::nn::BatchNorm1d;
using torch::nn::Dropout;
using torch::nn::LeakyReLU;
using torch::nn::LeakyReLUOptions;
using torch::nn::Linear;
using torch::nn::ReLU;
using torch::nn::Sequential;

LeakyReLU leaky(double slope) {
    return LeakyReLU(LeakyReLUOptions().negative_slope(slope).inplace(true));
}

struct GanLayers {
    Sequential generator;      ///< without the last activation
    Sequential discriminator;  ///< to one logit
};

GanLayers classicLayers(int64_t latentSize, int64_t pixels, const ParamValues&) {
    return {Sequential(Linear(latentSize, 128), leaky(0.01), Linear(128, pixels)),
            Sequential(Linear(pixels, 128), leaky(0.01), Linear(128, 1))};
}

GanLayers batchNormLayers(int64_t latentSize, int64_t pixels, const ParamValues& values) {
    const double dropout = realOf(values, "dropout");
    return {Sequential(Linear(latentSize, 256), BatchNorm1d(256), leaky(0.2), BatchNorm1d(256),
                       Linear(256, 128), BatchNorm1d(128), leaky(0.2), Linear(128, 64), BatchNorm1d(64),
                       leaky(0.2), Linear(64, pixels)),
            Sequential(Linear(pixels, 128), leaky(0.2), Dropout(dropout), Linear(128, 64), leaky(0.2),
                       Dropout(dropout), Linear(64, 1))};
}

GanLayers wideLayers(int64_t latentSize, int64_t pixels, const ParamValues&) {
    const auto relu = [] { return ReLU(torch::nn::ReLUOptions(/*inplace=*/true)); };
    return {Sequential(Linear(latentSize, 128), relu(), Linear(128, 256), relu(), Linear(256, 512), relu(),
                       Linear(512, pixels)),
            Sequential(Linear(pixels, 128), relu(), Linear(128, 256), relu(), Linear(256, 512), relu(),
                       Linear(512, 1))};
}

struct Preset {
    Choice choice;
    GanLayers (*layers)(int64_t latentSize, int64_t pixels, const ParamValues& values);
};

ParamSpec dropoutRow() {
    return {.id = "dropout",
            .label = LIMNER_TR("core", "Dropout"),
            .help = LIMNER_TR("core",
                              "Share of the discriminator's units that are left out at random in each step."),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Real,
            .standard = 0.3,
            .range = {.low = 0, .high = 0.95, .step = 0.05}};
}

const std::vector<Preset>& presets() {
    static const std::vector<Preset> rows{
        {{.id = "classic",
          .label = LIMNER_TR("core", "Classic"),
          .help = LIMNER_TR("core", "One hidden layer of 128 units on each side: fast, and good to watch."),
          .standards = {{"beta1", 0.5}, {"learning_rate_d", 2e-4}, {"learning_rate_g", 2e-4}}},
         &classicLayers},
        {{.id = "batch-norm",
          .label = LIMNER_TR("core", "Batch norm"),
          .help = LIMNER_TR("core",
                            "Three hidden layers with batch norm; the discriminator learns with dropout."),
          .rows = {dropoutRow()},
          .standards = {{"beta1", 0.5}, {"learning_rate_d", 2e-4}, {"learning_rate_g", 2e-4}}},
         &batchNormLayers},
        {{.id = "wide",
          .label = LIMNER_TR("core", "Wide"),
          .help = LIMNER_TR(
              "core", "Three hidden layers of 128, 256 and 512 units with ReLU; learns slowly and steadily."),
          .standards = {{"learning_rate_d", 1e-4}, {"learning_rate_g", 1e-4}}},
         &wideLayers},
    };
    return rows;
}

ParamTable mlpGanRows() {
    ParamSpec preset{.id = "preset",
                     .label = LIMNER_TR("core", "Preset"),
                     .help = LIMNER_TR("core", "The shape of both networks, with settings that suit it."),
                     .group = LIMNER_TR("core", "Model"),
                     .kind = ParamKind::Choice,
                     .standard = std::string("classic")};
    for (const Preset& row : presets()) preset.choices.push_back(row.choice);
    ParamTable rows{std::move(preset), latentRow(100)};
    const ParamTable shared = ganRows(2e-4);
    rows.insert(rows.end(), shared.begin(), shared.end());
    return rows;
}

GanLayers layersOf(const std::string& preset, int64_t latentSize, int64_t pixels, const ParamValues& values) {
    for (const Preset& row : presets()) {
        if (row.choice.id == preset) return row.layers(latentSize, pixels, values);
    }
    throw std::invalid_argument("no preset '" + preset + "'");
}

Result<std::unique_ptr<Model>> makeMlpGan(const ParamValues& values, at::Generator& generator) {
    const PictureShape shape = pictureShape(values);
    const std::vector<int64_t> picture{shape.channels, shape.size, shape.size};
    const int64_t pixels = shape.channels * shape.size * shape.size;
    const int64_t latentSize = intOf(values, "latent_size");
    GanLayers layers = layersOf(textOf(values, "preset"), latentSize, pixels, values);
    addPictureActivation(layers.generator, shape);

    Stack g(layers.generator, std::vector<int64_t>{latentSize}, picture);
    Stack d(layers.discriminator, std::vector<int64_t>{pixels}, std::vector<int64_t>{});
    drawDefaultWeights(*g, generator);
    drawDefaultWeights(*d, generator);
    return std::unique_ptr<Model>(std::make_unique<Gan>(g, d, shape, latentSize, values));
}

}  // namespace

ModelEntry mlpGanEntry() {
    return {.id = "mlp-gan",
            .label = LIMNER_TR("core", "GAN, fully connected"),
            .help = LIMNER_TR("core",
                              "Two small networks of dense layers: one makes pictures, the other one judges "
                              "them. Trains in minutes on any machine."),
            .rows = mlpGanRows(),
            .standards = {{"normalise", true}, {"batch_size", int64_t{128}}},
            .domain = "pictures",
            .make = &makeMlpGan};
}

}  // namespace limner::models
