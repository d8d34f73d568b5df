// Networks that were taught to tell pictures apart, and whose inner activations say what a picture shows and
// how it is painted. Their weights never change here.
#pragma once

#include "core/internal/torch.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/types/result.h"

namespace limner::style {

class FeatureLayer;
struct FeatureArchitecture;

/// Every kind of feature network; order is the order in menus.
const std::vector<FeatureArchitecture>& featureArchitectures();
/// Null if there is no such kind.
const FeatureArchitecture* findFeatureArchitecture(std::string_view id);

class FeatureNetwork {
public:
    /// Reads weights with torchvision's parameter names; the classifier behind the features may be there or
    /// not. A file whose metadata says "input": "BGR…" takes pictures as Caffe did (0 to 255, minus 104, 117,
    /// 123); any other as torchvision does (mean 0.485, 0.456, 0.406, deviation 0.229, 0.224, 0.225). Errors:
    /// those of readTensorFile; Mismatch, naming every tensor that is missing, of another shape or unknown.
    static Result<FeatureNetwork> load(const std::filesystem::path& file,
                                       const FeatureArchitecture& architecture);
    /// The same; the architecture is told by the names and shapes in the file. Errors: Unsupported too, if it
    /// is none of those that are known.
    static Result<FeatureNetwork> load(const std::filesystem::path& file);

    /// Activations of some layers, after their ReLU; computes nothing behind the deepest of them. Gradients
    /// go to the pictures, once; the weights have none.
    /// @param pictures  RGB in 0..1, float32 [N, 3, H, W], on the device of the network
    /// @return as many tensors as names, in their order: [N, C, H', W'], channels last
    /// @throws std::invalid_argument if a name is unknown or the pictures are too small; see `smallestSide`
    std::vector<torch::Tensor> features(const torch::Tensor& pictures,
                                        const std::vector<std::string>& layers) const;

    const FeatureArchitecture& architecture() const { return *m_architecture; }
    std::vector<std::string> layerNames() const;
    bool hasLayer(std::string_view name) const;
    /// How many channels a layer has. @pre hasLayer(name)
    int64_t channels(std::string_view name) const;
    /// The fewest pixels that each side of a picture must have for this layer. @pre hasLayer(name)
    int64_t smallestSide(std::string_view name) const;
    /// Of the file, SHA-256 in lower-case hex.
    const std::string& hash() const { return m_hash; }
    /// A copy on another device.
    FeatureNetwork to(const at::Device& device) const;

private:
    FeatureNetwork() = default;
    size_t indexOf(std::string_view layer) const;

    const FeatureArchitecture* m_architecture = nullptr;
    std::vector<std::shared_ptr<const FeatureLayer>> m_layers;
    torch::Tensor m_mean;  ///< [1, 3, 1, 1], subtracted from the pictures; all else is in the first weights
    std::string m_hash;
};

/// Where the weights of an architecture lie: the first *.safetensors of these folders, in their order and by
/// name, whose tensors fit. Reads headers alone. Errors: NotFound.
Result<std::filesystem::path> findFeatureWeights(const FeatureArchitecture& architecture,
                                                 const std::vector<std::filesystem::path>& folders);

}  // namespace limner::style
