// Convolutional GAN (Radford et al. 2015): strided convolutions without bias, batch norm, weights from N(0,
// 0.02).
#include <torch/nn/modules.h>

#include <algorithm>
#include <array>

#include "entries.h"
#include "gan.h"

namespace limner::models {
namespace {

using torch::nn::BatchNorm2d;
using torch::nn::Conv2d;
using torch::nn::Conv2dOptions;
using torch::nn::ConvTranspose2d;
using torch::nn::ConvTranspose2dOptions;
using torch::nn::LeakyReLU;
using torch::nn::LeakyReLUOptions;
using torch::nn::ReLU;
using torch::nn::Sequential;

/// One convolution, without bias.
struct Conv {
    int64_t in, out, kernel, stride, padding;
};

struct Plan {
    std::vector<Conv> generator;  ///< batch norm and ReLU after each but the last
    std::vector<Conv>
        discriminator;  ///< LeakyReLU after each but the last, batch norm before it from the second on
};

constexpr std::array<int64_t, 4> kSizes{28, 32, 64, 128};

/// 28 pixels: 1 → 4 → 7 → 14 → 28 and 28 → 14 → 7 → 3 → 1.
Plan planFor28(int64_t latentSize, int64_t channels, int64_t g, int64_t d) {
    return {
        {{latentSize, 4 * g, 4, 1, 0}, {4 * g, 2 * g, 3, 2, 1}, {2 * g, g, 4, 2, 1}, {g, channels, 4, 2, 1}},
        {{channels, d, 4, 2, 1}, {d, 2 * d, 4, 2, 1}, {2 * d, 4 * d, 4, 2, 1}, {4 * d, 1, 3, 1, 0}}};
}

/// Powers of two from 8: a ladder that doubles from 4 pixels and halves back to 4.
Plan ladder(int64_t size, int64_t latentSize, int64_t channels, int64_t g, int64_t d) {
    const int64_t widest = size / 8;  // in multiples of the width at the picture's side of the network
    Plan plan{{{latentSize, widest * g, 4, 1, 0}}, {{channels, d, 4, 2, 1}}};
    for (int64_t width = widest; width > 1; width /= 2)
        plan.generator.push_back({width * g, width / 2 * g, 4, 2, 1});
    for (int64_t width = 1; width < widest; width *= 2)
        plan.discriminator.push_back({width * d, 2 * width * d, 4, 2, 1});
    plan.generator.push_back({g, channels, 4, 2, 1});
    plan.discriminator.push_back({widest * d, 1, 4, 1, 0});
    return plan;
}

Sequential generatorLayers(const std::vector<Conv>& plan) {
    Sequential layers;
    for (const Conv& conv : plan) {
        layers->push_back(ConvTranspose2d(ConvTranspose2dOptions(conv.in, conv.out, conv.kernel)
                                              .stride(conv.stride)
                                              .padding(conv.padding)
                                              .bias(false)));
        if (&conv == &plan.back()) break;
        layers->push_back(BatchNorm2d(conv.out));
        layers->push_back(ReLU(torch::nn::ReLUOptions(/*inplace=*/true)));
    }
    return layers;
}

Sequential discriminatorLayers(const std::vector<Conv>& plan) {
    Sequential layers;
    for (const Conv& conv : plan) {
        layers->push_back(Conv2d(Conv2dOptions(conv.in, conv.out, conv.kernel)
                                     .stride(conv.stride)
                                     .padding(conv.padding)
                                     .bias(false)));
        if (&conv == &plan.back()) break;
        if (&conv != &plan.front()) layers->push_back(BatchNorm2d(conv.out));
        layers->push_back(LeakyReLU(LeakyReLUOptions().negative_slope(0.2).inplace(true)));
    }
    return layers;
}

ParamSpec widthRow(std::string id, std::string label, std::string help) {
    return {.id = std::move(id),
            .label = std::move(label),
            .help = std::move(help),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Integer,
            .standard = int64_t{64},
            .range = {.low = 1, .high = 512, .step = 8}};
}

ParamTable dcganRows() {
    ParamTable rows{
        latentRow(100),
        widthRow("g_width", LIMNER_TR("core", "Generator width"),
                 LIMNER_TR("core", "Channels of the generator's last hidden layer; deeper ones have more.")),
        widthRow("d_width", LIMNER_TR("core", "Discriminator width"),
                 LIMNER_TR("core", "Channels of the discriminator's first layer; deeper ones have more."))};
    const ParamTable shared = ganRows(2e-4);
    rows.insert(rows.end(), shared.begin(), shared.end());
    return rows;
}

Result<std::unique_ptr<Model>> makeDcgan(const ParamValues& values, at::Generator& generator) {
    const PictureShape shape = pictureShape(values);
    if (std::find(kSizes.begin(), kSizes.end(), shape.size) == kSizes.end()) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core", "The convolutional GAN makes no pictures of %1 pixels."),
                                 {std::to_string(shape.size)}},
                     .hint = LIMNER_TR("core", "Choose the size 28, 32, 64 or 128.")};
    }
    const int64_t latentSize = intOf(values, "latent_size");
    const int64_t g = intOf(values, "g_width"), d = intOf(values, "d_width");
    const Plan plan = shape.size == 28 ? planFor28(latentSize, shape.channels, g, d)
                                       : ladder(shape.size, latentSize, shape.channels, g, d);
    Sequential generatorStack = generatorLayers(plan.generator);
    addPictureActivation(generatorStack, shape);

    const std::vector<int64_t> picture{shape.channels, shape.size, shape.size};
    Stack made(generatorStack, std::vector<int64_t>{latentSize, 1, 1}, picture);
    Stack judging(discriminatorLayers(plan.discriminator), picture, std::vector<int64_t>{});
    drawDcganWeights(*made, generator);
    drawDcganWeights(*judging, generator);
    return std::unique_ptr<Model>(std::make_unique<Gan>(made, judging, shape, latentSize, values));
}

}  // namespace

ModelEntry dcganEntry() {
    return {.id = "dcgan",
            .label = LIMNER_TR("core", "GAN, convolutional"),
            .help = LIMNER_TR("core",
                              "Makes sharper pictures than dense layers do, of 28 to 128 pixels, grey or in "
                              "colour (Radford et al. 2015). Takes longer."),
            .rows = dcganRows(),
            .standards = {{"normalise", true}, {"batch_size", int64_t{64}}, {"beta1", 0.5}},
            .domain = "pictures",
            .make = &makeDcgan};
}

}  // namespace limner::models
