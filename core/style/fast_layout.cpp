#include "fast_layout.h"

namespace limner::style {
namespace {

using Size = FastStage::Size;

/// How a layout calls its tensors.
struct Names {
    std::string afterConvolution;  ///< between the stage and "weight"
    std::string (*norm)(const std::string& stage);
    std::string last;  ///< the last stage
    bool lastHasNorm;
};

/// The network of the paper: down twice, five residual blocks, up twice.
std::vector<FastStage> stages(const Names& names) {
    const auto stage = [&](const std::string& name, int64_t in, int64_t out, int64_t kernel, Size size) {
        return FastStage{.convolution = name + names.afterConvolution,
                         .norm = names.norm(name),
                         .in = in,
                         .out = out,
                         .kernel = kernel,
                         .size = size,
                         .rectifies = true};
    };
    std::vector<FastStage> all{stage("conv1", 3, 32, 9, Size::Same), stage("conv2", 32, 64, 3, Size::Halved),
                               stage("conv3", 64, 128, 3, Size::Halved)};
    for (int block = 1; block <= 5; ++block) {
        const std::string prefix = "res" + std::to_string(block) + ".";
        all.push_back(stage(prefix + "conv1", 128, 128, 3, Size::Same));
        all.back().beginsBlock = true;
        all.push_back(stage(prefix + "conv2", 128, 128, 3, Size::Same));
        all.back().rectifies = false;
        all.back().endsBlock = true;
    }
    all.push_back(stage("deconv1", 128, 64, 3, Size::Doubled));
    all.push_back(stage("deconv2", 64, 32, 3, Size::Doubled));
    all.push_back(stage(names.last, 32, 3, 9, Size::Same));
    all.back().rectifies = false;
    if (!names.lastHasNorm) all.back().norm.clear();
    return all;
}

/// "conv1" → "conv1.norm."
std::string normInside(const std::string& stage) {
    return stage + ".norm.";
}

/// "conv2" → "in2.", "res1.conv2" → "res1.in2.", "deconv1" → "in4."
std::string normBeside(const std::string& stage) {
    const auto number = static_cast<int>(stage.back() - '0');
    if (stage.starts_with("deconv")) return "in" + std::to_string(number + 3) + ".";
    const auto dot = stage.find('.');
    return (dot == std::string::npos ? "" : stage.substr(0, dot + 1)) + "in" + std::to_string(number) + ".";
}

}  // namespace

const std::vector<FastLayout>& fastLayouts() {
    static const std::vector<FastLayout> rows{
        {.id = "lengstrom",
         .label = LIMNER_TR("core", "a fast style network (lengstrom)"),
         .stages = stages({".", &normInside, "conv_out", true}),
         .epsilon = 1e-3,
         .mirrors = false,
         .doublesByConvolution = true,
         .hasBias = false,
         .endsInTanh = true},
        {.id = "pytorch-examples",
         .label = LIMNER_TR("core", "a fast style network (pytorch/examples)"),
         .stages = stages({".conv2d.", &normBeside, "deconv3", false}),
         .epsilon = 1e-5,
         .mirrors = true,
         .doublesByConvolution = false,
         .hasBias = true,
         .endsInTanh = false},
    };
    return rows;
}

std::vector<ExpectedTensor> expectedTensors(const FastLayout& layout) {
    std::vector<ExpectedTensor> tensors;
    for (const FastStage& stage : layout.stages) {
        const bool isTransposed = layout.doublesByConvolution && stage.size == Size::Doubled;
        tensors.push_back({stage.convolution + "weight",
                           {isTransposed ? stage.in : stage.out, isTransposed ? stage.out : stage.in,
                            stage.kernel, stage.kernel}});
        if (layout.hasBias) tensors.push_back({stage.convolution + "bias", {stage.out}});
        if (stage.norm.empty()) continue;
        tensors.push_back({stage.norm + "weight", {stage.out}});
        tensors.push_back({stage.norm + "bias", {stage.out}});
    }
    return tensors;
}

}  // namespace limner::style
