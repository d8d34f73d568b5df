#include "feature_architecture.h"

#include <algorithm>

#include "core/internal/feature_network.h"

// Names and numbers are torchvision's (models/squeezenet.py, models/vgg.py), so that its weights fit.

namespace limner::style {
namespace {

std::string featurePrefix(int64_t index) {
    return "features." + std::to_string(index) + ".";
}

FeaturePart fire(const std::string& name, int64_t index, int64_t in, int64_t squeeze, int64_t expand) {
    return {name, FirePart{featurePrefix(index), in, squeeze, expand}};
}

FeatureArchitecture squeezeNet() {
    const FeaturePart pool{"", MaxPoolPart{3, 2, true}};
    return {.id = "squeezenet1_1",
            .label = "SqueezeNet 1.1",
            .parts = {{"relu1", ConvolutionPart{featurePrefix(0), 3, 64, 3, 2, 0}},
                      pool,
                      fire("fire2", 3, 64, 16, 64),
                      fire("fire3", 4, 128, 16, 64),
                      pool,
                      fire("fire4", 6, 128, 32, 128),
                      fire("fire5", 7, 256, 32, 128),
                      pool,
                      fire("fire6", 9, 256, 48, 192),
                      fire("fire7", 10, 384, 48, 192),
                      fire("fire8", 11, 384, 64, 256),
                      fire("fire9", 12, 512, 64, 256)},
            .contentLayer = "fire4",
            .styleLayers = {"relu1", "fire2", "fire3", "fire4", "fire5", "fire6"},
            .dreamLayer = "fire7"};
}

/// @param convolutions  in each of the five blocks
FeatureArchitecture vgg(const std::string& id, const std::string& label,
                        const std::vector<int64_t>& convolutions) {
    constexpr int64_t kWidths[] = {64, 128, 256, 512, 512};
    FeatureArchitecture network{.id = id,
                                .label = label,
                                .parts = {},
                                .contentLayer = "relu4_2",
                                .styleLayers = {"relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"},
                                .dreamLayer = "relu5_1"};
    int64_t index = 0, in = 3;
    for (size_t block = 0; block < convolutions.size(); ++block) {
        for (int64_t i = 1; i <= convolutions[block]; ++i, index += 2) {
            network.parts.push_back({"relu" + std::to_string(block + 1) + "_" + std::to_string(i),
                                     ConvolutionPart{featurePrefix(index), in, kWidths[block], 3, 1, 1}});
            in = kWidths[block];
        }
        network.parts.push_back({"", MaxPoolPart{2, 2, false}});
        ++index;
    }
    return network;
}

void addConvolution(std::vector<ExpectedTensor>& tensors, const std::string& prefix, int64_t out, int64_t in,
                    int64_t kernel) {
    tensors.push_back({prefix + "weight", {out, in, kernel, kernel}});
    tensors.push_back({prefix + "bias", {out}});
}

void addTensors(std::vector<ExpectedTensor>& tensors, const ConvolutionPart& part) {
    addConvolution(tensors, part.prefix, part.out, part.in, part.kernel);
}
void addTensors(std::vector<ExpectedTensor>&, const MaxPoolPart&) {}
void addTensors(std::vector<ExpectedTensor>& tensors, const FirePart& part) {
    addConvolution(tensors, part.prefix + "squeeze.", part.squeeze, part.in, 1);
    addConvolution(tensors, part.prefix + "expand1x1.", part.expand, part.squeeze, 1);
    addConvolution(tensors, part.prefix + "expand3x3.", part.expand, part.squeeze, 3);
}

int64_t channelsOf(const ConvolutionPart& part, int64_t) {
    return part.out;
}
int64_t channelsOf(const MaxPoolPart&, int64_t before) {
    return before;
}
int64_t channelsOf(const FirePart& part, int64_t) {
    return 2 * part.expand;
}

}  // namespace

const std::vector<FeatureArchitecture>& featureArchitectures() {
    static const std::vector<FeatureArchitecture> rows{squeezeNet(), vgg("vgg16", "VGG-16", {2, 2, 3, 3, 3}),
                                                       vgg("vgg19", "VGG-19", {2, 2, 4, 4, 4})};
    return rows;
}

const FeatureArchitecture* findFeatureArchitecture(std::string_view id) {
    const auto& rows = featureArchitectures();
    const auto found = std::ranges::find(rows, id, &FeatureArchitecture::id);
    return found == rows.end() ? nullptr : &*found;
}

std::vector<NamedLayer> namedLayers(const FeatureArchitecture& architecture) {
    std::vector<NamedLayer> layers;
    int64_t channels = 3;
    for (const FeaturePart& part : architecture.parts) {
        channels = std::visit([&](const auto& what) { return channelsOf(what, channels); }, part.what);
        if (!part.name.empty()) layers.push_back({part.name, channels});
    }
    return layers;
}

std::vector<ExpectedTensor> expectedTensors(const FeatureArchitecture& architecture) {
    std::vector<ExpectedTensor> tensors;
    for (const FeaturePart& part : architecture.parts)
        std::visit([&](const auto& what) { addTensors(tensors, what); }, part.what);
    return tensors;
}

Result<void> checkFeatureShapes(const FeatureArchitecture& architecture, const std::filesystem::path& file,
                                const ShapesByName& shapes) {
    return checkShapes(file, architecture.label, expectedTensors(architecture), shapes, "classifier.");
}

Result<std::filesystem::path> findFeatureWeights(const FeatureArchitecture& architecture,
                                                 const std::vector<std::filesystem::path>& folders) {
    for (const auto& folder : folders) {
        std::vector<std::filesystem::path> files;
        std::error_code ignored;
        for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
            if (entry.path().extension() == ".safetensors") files.push_back(entry.path());
        }
        std::ranges::sort(files);
        for (const auto& file : files) {
            const auto shapes = readShapes(file);
            if (shapes && checkFeatureShapes(architecture, file, *shapes)) return file;
        }
    }
    return Error{
        .code = ErrorCode::NotFound,
        .message = {LIMNER_TR("core", "The weights of %1 are not installed."), {architecture.label}},
        .hint = LIMNER_TR("core",
                          "Fetch them on the library page, or take a file in with limner-cli library "
                          "import FILE.")};
}

}  // namespace limner::style
