// Neural style and fast style, with weights and pictures by formula.
#include "core/internal/torch.h"

#include <filesystem>
#include <optional>

#include "core/internal/feature_network.h"
#include "core/style/fast_network.h"
#include "core/style/feature_architecture.h"
#include "core/style/neural_objective.h"
#include "core/style/picture_optimizer.h"
#include "tests/core/style_weights.h"
#include "work.h"

namespace limner::bench {
namespace {

using nlohmann::json;

/// A file of weights that goes away at the end of the scope.
class WeightsFile {
public:
    explicit WeightsFile(const std::vector<style::ExpectedTensor>& expected)
        : m_path(std::filesystem::temp_directory_path() / "limner-bench-weights.safetensors") {
        if (!io::writeTensorFile(m_path, test::formulaWeights(expected), {}))
            throw std::runtime_error("cannot write " + m_path.string());
    }
    WeightsFile(const WeightsFile&) = delete;
    WeightsFile& operator=(const WeightsFile&) = delete;
    ~WeightsFile() { std::filesystem::remove(m_path); }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

style::FeatureNetwork featuresOf(const std::string& id) {
    const auto& architecture = *style::findFeatureArchitecture(id);
    return style::FeatureNetwork::load(WeightsFile(expectedTensors(architecture)).path(), architecture)
        .value();
}

std::vector<style::LayerWeight> layersIn(const json& names) {
    std::vector<style::LayerWeight> layers;
    for (const json& name : names) layers.push_back({.layer = name});
    return layers;
}

/// One step of Adam on the pixels.
class NeuralStep final : public Work {
public:
    explicit NeuralStep(const json& row)
        : m_picture(test::smoothPicture(1, row["size"], row["size"])),
          m_objective(featuresOf(row["model"]),
                      {.contentLayers = layersIn(row["values"]["content_layers"]),
                       .styleLayers = layersIn(row["values"]["style_layers"]),
                       .contentWeight = row["values"]["content_weight"],
                       .styleWeight = row["values"]["style_weight"],
                       .variationWeight = row["values"]["tv_weight"]},
                      m_picture, {{test::smoothPicture(11, row["size"], row["size"]), 1.0}}, {}),
          m_adam(style::makeAdam(row["values"]["learning_rate"])) {}

    json gate() override {
        json losses = json::array();
        for (int i = 0; i < 2; ++i) {
            const style::NeuralLosses step = move();
            losses.push_back({{"content", step.content.item<double>()},
                              {"style", step.style.item<double>()},
                              {"variation", step.variation.item<double>()},
                              {"total", step.total.item<double>()}});
        }
        return losses;
    }
    void once() override { move(); }
    int64_t parameters() const override { return m_picture.numel(); }
    bool learns() const override { return true; }

private:
    style::NeuralLosses move() {
        torch::Tensor free = m_picture.detach().requires_grad_();
        style::NeuralLosses losses = m_objective(free);
        losses.total.backward();
        m_adam->move(m_picture, free.grad(), losses.total.item<double>());
        return losses;
    }

    torch::Tensor m_picture;
    style::NeuralObjective m_objective;
    std::unique_ptr<style::PictureOptimizer> m_adam;
};

/// One picture through a fast style network.
class FastPicture final : public Work {
public:
    explicit FastPicture(const json& row)
        : m_network(
              style::FastNetwork::load(WeightsFile(expectedTensors(style::fastLayouts().front())).path())
                  .value()),
          m_picture(test::smoothPicture(31, row["size"], row["size"])[0]) {}

    json gate() override {
        const torch::Tensor pixels = m_network.paint(m_picture).flatten();
        json named;
        for (int64_t i = 0; i < pixels.numel(); i += 37) named[std::to_string(i)] = pixels[i].item<double>();
        return json::array({std::move(named)});
    }
    void once() override { m_network.paint(m_picture); }
    int64_t parameters() const override { return 0; }
    bool learns() const override { return false; }

private:
    style::FastNetwork m_network;
    torch::Tensor m_picture;
};

}  // namespace

std::unique_ptr<Work> makeStyleWork(const json& row) {
    const std::string work = row.value("work", "step");
    if (work == "neural") return std::make_unique<NeuralStep>(row);
    if (work == "fast") return std::make_unique<FastPicture>(row);
    return nullptr;
}

}  // namespace limner::bench
