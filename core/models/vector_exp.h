// The exponential function and what is made of it, in a form that compilers turn into vector code.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace limner::models {

/// The nearest whole number, of two the even one; |x| < 2^22.
[[gnu::always_inline]] inline float vectorRound(float x) {
    constexpr float kRound = 12582912.0F;  // 1.5 · 2^23: adding it leaves no digits behind the point
    return (x + kRound) - kRound;
}

/// e^x with a relative error below 3e-7; what is beyond the range of float32 is cut to its ends.
/// 2^n · p(r) with x = n ln 2 + r, as in Cephes (Moshier 1992).
[[gnu::always_inline]] inline float vectorExp(float x) {
    constexpr float kLog2E = 1.44269504F, kLn2High = 0.693359375F, kLn2Low = -2.12194440e-4F;
    const float inside = std::min(std::max(x, -87.0F), 88.0F);
    const float n = vectorRound(inside * kLog2E);
    const float r = (inside - n * kLn2High) - n * kLn2Low;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    return p * std::bit_cast<float>((static_cast<int32_t>(n) + 127) << 23);
}

[[gnu::always_inline]] inline float vectorSigmoid(float x) {
    return 1.0F / (1.0F + vectorExp(-x));
}

[[gnu::always_inline]] inline float vectorTanh(float x) {
    return 1.0F - 2.0F / (1.0F + vectorExp(2.0F * x));
}

}  // namespace limner::models
