// The layouts of fast style networks (Johnson, Alahi & Fei-Fei 2016) that are known, as data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "expected_tensors.h"

namespace limner::style {

/// A convolution and what follows it.
struct FastStage {
    enum class Size { Same, Halved, Doubled };

    std::string convolution;  ///< prefix of its tensors: "conv1."
    std::string norm;         ///< prefix of the instance norm's; empty: none
    int64_t in, out, kernel;
    Size size = Size::Same;
    bool rectifies = false;
    bool beginsBlock = false;  ///< its input is kept …
    bool endsBlock = false;    ///< … and added to what this one gives
};

struct FastLayout {
    std::string id, label;
    std::vector<FastStage> stages;
    double epsilon;  ///< of the instance norm
    bool mirrors;    ///< what lies outside a picture: its mirror image, else zeros as TensorFlow's SAME
    bool doublesByConvolution;  ///< transposed, with weights [in, out, …]; else pixels are doubled before it
    bool hasBias;               ///< the convolutions
    bool endsInTanh;            ///< 150 tanh(x) + 127.5; else the pixels as they are
};

/// lengstrom/fast-style-transfer, then pytorch/examples fast_neural_style.
const std::vector<FastLayout>& fastLayouts();
std::vector<ExpectedTensor> expectedTensors(const FastLayout& layout);

}  // namespace limner::style
