// Weights for the tests of Stylize: real ones, which are not part of the repository, and ones by formula.
#pragma once

#include "core/internal/torch.h"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "core/internal/tensor_file.h"
#include "core/style/expected_tensors.h"
#include "formula.h"

namespace limner::test {

/// A file of the folder that LIMNER_TEST_WEIGHTS names, else of shared/weights beside the repository; empty
/// where it is not there.
inline std::filesystem::path realWeights(const std::string& name) {
    const char* named = std::getenv("LIMNER_TEST_WEIGHTS");
    const auto folder = named != nullptr ? std::filesystem::path(named)
                                         : std::filesystem::path(LIMNER_SOURCE_FOLDER) / "../shared/weights";
    std::error_code ignored;
    return std::filesystem::exists(folder / name, ignored) ? folder / name : std::filesystem::path();
}

/// Before a test that needs such a file: goes on without it, and says so.
#define LIMNER_NEEDS_WEIGHTS(variable, name)                                  \
    const std::filesystem::path variable = ::limner::test::realWeights(name); \
    if ((variable).empty())                                                   \
    GTEST_SKIP() << "SKIPPED: " << (name) << " is not in the folder that LIMNER_TEST_WEIGHTS names"

/// He et al.'s uniform weights by formula, as tests/reference/style_networks.py makes them.
inline io::NamedTensors formulaWeights(const std::vector<style::ExpectedTensor>& expected) {
    io::NamedTensors tensors;
    for (size_t i = 0; i < expected.size(); ++i) {
        const auto& [name, shape] = expected[i];
        torch::Tensor values = hashed(i, shape);
        if (shape.size() > 1) {
            values *= std::sqrt(6.0 / static_cast<double>(values.numel() / shape[0]));
        } else if (name.ends_with("weight")) {
            values = 1 + 0.1 * values;
        } else {
            values *= 0.1;
        }
        tensors.emplace_back(name, values);
    }
    return tensors;
}

/// In 0..1, [1, 3, height, width]: nine by nine colours, blended, and a little grain.
inline torch::Tensor smoothPicture(uint64_t stream, int64_t height, int64_t width) {
    const torch::Tensor colours =
        at::upsample_bilinear2d(hashed(stream, {1, 3, 9, 9}), {height, width}, /*align_corners=*/false);
    return ((0.9 * colours + 0.1 * hashed(stream + 1, {1, 3, height, width}) + 1) / 2).contiguous();
}

}  // namespace limner::test
