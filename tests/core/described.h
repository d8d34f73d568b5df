// Compares a tensor with the few numbers of it that a reference file keeps ("described" in make_numbers.py).
#pragma once

#include "core/internal/torch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

namespace limner::test {

/// The five elements, the sum and the norm that the reference keeps, each within `tolerance` of the tensor's
/// size. What is 0 but for rounding (a bias before batch norm) passes as 0.
inline constexpr double kZero = 1e-7;

inline void expectDescribed(const torch::Tensor& tensor, const nlohmann::json& described,
                            const std::string& name, double tolerance = 1e-4) {
    const torch::Tensor flat = tensor.detach().to(torch::kFloat64).flatten();
    const double norm = described["norm"].get<double>();
    EXPECT_NEAR(flat.norm().item<double>(), norm, tolerance * norm + kZero) << name;
    // A sum of n elements of both signs: rounding grows with their absolute sum, which is at most √n norms.
    const double absolute = norm * std::sqrt(static_cast<double>(flat.numel()));
    EXPECT_NEAR(flat.sum().item<double>(), described["sum"].get<double>(), tolerance * absolute + kZero)
        << name;
    for (size_t i = 0; i < described["at"].size(); ++i) {
        const double expected = described["elements"][i].get<double>();
        EXPECT_NEAR(
            flat[described["at"][i].get<int64_t>()].item<double>(), expected,
            tolerance * std::max(std::abs(expected), norm / std::sqrt(static_cast<double>(flat.numel()))) +
                kZero)
            << name;
    }
}

}  // namespace limner::test
