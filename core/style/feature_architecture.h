// What a feature network is made of, as data.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "expected_tensors.h"

namespace limner::style {

/// A convolution with bias and a ReLU after it.
struct ConvolutionPart {
    std::string prefix;  ///< of its tensors: "features.0."
    int64_t in, out, kernel, stride, padding;
};

struct MaxPoolPart {
    int64_t kernel, stride;
    bool roundsUp;  ///< the size of what comes out
};

/// SqueezeNet's module: a 1×1 convolution to few channels, then 1×1 and 3×3 convolutions side by side, each
/// with a ReLU (Iandola et al. 2016, section 3.2).
struct FirePart {
    std::string prefix;
    int64_t in, squeeze, expand;  ///< expand: of each of the two
};

struct FeaturePart {
    std::string name;  ///< of the layer; empty where it has none
    std::variant<ConvolutionPart, MaxPoolPart, FirePart> what;
};

struct FeatureArchitecture {
    std::string id, label;
    std::vector<FeaturePart> parts;
    std::string contentLayer;              ///< says what a picture shows
    std::vector<std::string> styleLayers;  ///< say how it is painted
    std::string dreamLayer;                ///< has shapes worth seeing
};

/// The layers that have a name, in order, with the channels of each.
struct NamedLayer {
    std::string name;
    int64_t channels = 0;
};
std::vector<NamedLayer> namedLayers(const FeatureArchitecture& architecture);

/// The tensors that the parts need.
std::vector<ExpectedTensor> expectedTensors(const FeatureArchitecture& architecture);

/// A classifier behind the features may be there too. Errors: Mismatch.
Result<void> checkFeatureShapes(const FeatureArchitecture& architecture, const std::filesystem::path& file,
                                const ShapesByName& shapes);

}  // namespace limner::style
