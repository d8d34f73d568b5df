#include "finite.h"

#include <ATen/Parallel.h>

#include <atomic>
#include <cstdint>
#include <cstring>

#include "core/internal/vector_code.h"

namespace limner::training {
namespace {

constexpr int64_t kBlock = 4096;
constexpr int64_t kGrain = 32 * kBlock;

// All exponent bits are set in NaN and infinity, and in nothing else (IEEE 754). No branch inside the loop,
// so that the compiler makes vector code of it.
LIMNER_VECTOR_CODE bool isBlockFinite(const float* values, int64_t count) {
    uint32_t found = 0;
    for (int64_t i = 0; i < count; ++i) {
        uint32_t bits;
        std::memcpy(&bits, values + i, sizeof bits);
        found |= static_cast<uint32_t>((bits & 0x7F800000U) == 0x7F800000U);
    }
    return found == 0;
}

}  // namespace

bool isFinite(const torch::Tensor& tensor) {
    const bool isPlain =
        tensor.is_cpu() && tensor.scalar_type() == torch::kFloat32 && tensor.is_non_overlapping_and_dense();
    if (!isPlain) return torch::isfinite(tensor).all().item<bool>();
    const float* values = tensor.const_data_ptr<float>();
    std::atomic<bool> isGood = true;
    at::parallel_for(0, tensor.numel(), kGrain, [&](int64_t first, int64_t last) {
        for (int64_t at = first; at < last && isGood.load(std::memory_order_relaxed); at += kBlock) {
            if (!isBlockFinite(values + at, std::min(kBlock, last - at))) isGood = false;
        }
    });
    return isGood;
}

}  // namespace limner::training
