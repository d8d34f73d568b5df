#include "byte_matrix.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <optional>
#include <span>
#include <vector>

#include "core/internal/vector_code.h"
#include "row_product.h"
#include "vector_exp.h"

namespace limner::models {
namespace {

constexpr int64_t kBlock = 64;

/// A row of numbers, rounded to 8 bits with a scale for each block of 64.
struct ByteBlocks {
    explicit ByteBlocks(std::span<const float> x);
    std::vector<int8_t> numbers;
    std::vector<float> scales;
    std::vector<int32_t> offsets;  ///< -128 · the sum of a block
};

// As whole numbers, absolute values have the same order: compilers turn their maximum into vector code.
LIMNER_VECTOR_CODE void roundBlocks(const float* x, int64_t blocks, int8_t* __restrict numbers,
                                    float* __restrict scales, int32_t* __restrict offsets) {
    for (int64_t block = 0; block < blocks; ++block, x += kBlock, numbers += kBlock) {
        int32_t largestBits = std::bit_cast<int32_t>(1e-30F), sum = 0;
        for (int64_t i = 0; i < kBlock; ++i)
            largestBits = std::max(largestBits, std::bit_cast<int32_t>(x[i]) & 0x7FFFFFFF);
        const float largest = std::bit_cast<float>(largestBits), factor = 127 / largest;
        for (int64_t i = 0; i < kBlock; ++i) {
            const auto rounded = static_cast<int32_t>(vectorRound(x[i] * factor));
            numbers[i] = static_cast<int8_t>(rounded);
            sum += rounded;
        }
        scales[block] = largest / 127;
        offsets[block] = -128 * sum;
    }
}

ByteBlocks::ByteBlocks(std::span<const float> x)
    : numbers(x.size()), scales(x.size() / kBlock), offsets(x.size() / kBlock) {
    roundBlocks(x.data(), static_cast<int64_t>(scales.size()), numbers.data(), scales.data(), offsets.data());
}

using ByteDot = float (*)(const int8_t* a, const float* b, int64_t count);

float plainByteDot(const int8_t* a, const float* b, int64_t count) {
    float sum = 0;
    for (int64_t i = 0; i < count; ++i) sum += static_cast<float>(a[i]) * b[i];
    return sum;
}

// Compilers do not turn a sum of bytes times floats into vector code that keeps up with memory.
#if defined(__x86_64__)

float sumOfLanes(std::span<const float> lanes) {
    float sum = 0;
    for (const float lane : lanes) sum += lane;
    return sum;
}

[[gnu::target("avx512f")]] float byteDot512(const int8_t* a, const float* b, int64_t count) {
    constexpr int64_t kLanes = 16;
    constexpr __mmask16 kAll = 0xFFFF;
    __m512 chains[4] = {_mm512_setzero_ps(), _mm512_setzero_ps(), _mm512_setzero_ps(), _mm512_setzero_ps()};
    int64_t i = 0;
    for (; i + 4 * kLanes <= count; i += 4 * kLanes) {
        for (int64_t k = 0; k < 4; ++k) {
            const auto* bytes = reinterpret_cast<const __m128i*>(a + i + k * kLanes);
            // The forms with a mask: GCC 12 takes the others for reading what was never set.
            const __m512 weights =
                _mm512_maskz_cvtepi32_ps(kAll, _mm512_maskz_cvtepi8_epi32(kAll, _mm_loadu_si128(bytes)));
            chains[k] = _mm512_fmadd_ps(weights, _mm512_loadu_ps(b + i + k * kLanes), chains[k]);
        }
    }
    float lanes[kLanes];
    _mm512_storeu_ps(lanes,
                     _mm512_add_ps(_mm512_add_ps(chains[0], chains[1]), _mm512_add_ps(chains[2], chains[3])));
    return sumOfLanes(lanes) + plainByteDot(a + i, b + i, count - i);
}

[[gnu::target("avx2,fma")]] float byteDot256(const int8_t* a, const float* b, int64_t count) {
    constexpr int64_t kLanes = 8;
    __m256 chains[4] = {_mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps()};
    int64_t i = 0;
    for (; i + 4 * kLanes <= count; i += 4 * kLanes) {
        for (int64_t k = 0; k < 4; ++k) {
            const auto* bytes = reinterpret_cast<const __m128i*>(a + i + k * kLanes);
            const __m256 weights = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64(bytes)));
            chains[k] = _mm256_fmadd_ps(weights, _mm256_loadu_ps(b + i + k * kLanes), chains[k]);
        }
    }
    float lanes[kLanes];
    _mm256_storeu_ps(lanes,
                     _mm256_add_ps(_mm256_add_ps(chains[0], chains[1]), _mm256_add_ps(chains[2], chains[3])));
    return sumOfLanes(lanes) + plainByteDot(a + i, b + i, count - i);
}

/// Σ over blocks of scale · Σ a · x, in whole numbers within each block. dpbusd multiplies unsigned with
/// signed numbers: 128 is added to each weight and taken off again.
[[gnu::target("avx512f,avx512bw,avx512vnni")]] float blockDot512(const int8_t* a, const ByteBlocks& x) {
    constexpr __mmask16 kAll = 0xFFFF, kFirst = 1;
    constexpr int64_t kAhead = 3072;  // bytes: left to itself, the processor asks for them too late
    const __m512i signs = _mm512_set1_epi8(-128);
    __m512 sums = _mm512_setzero_ps();
    for (size_t block = 0; block < x.scales.size(); ++block, a += kBlock) {
        _mm_prefetch(a + kAhead, _MM_HINT_T0);
        const __m512i weights = _mm512_xor_si512(_mm512_loadu_si512(a), signs);
        const __m512i numbers = _mm512_loadu_si512(x.numbers.data() + block * kBlock);
        const __m512i products =
            _mm512_dpbusd_epi32(_mm512_maskz_set1_epi32(kFirst, x.offsets[block]), weights, numbers);
        sums =
            _mm512_fmadd_ps(_mm512_maskz_cvtepi32_ps(kAll, products), _mm512_set1_ps(x.scales[block]), sums);
    }
    float lanes[16];
    _mm512_storeu_ps(lanes, sums);
    return sumOfLanes(lanes);
}

bool multipliesBytes() {
    return __builtin_cpu_supports("avx512vnni") != 0 && __builtin_cpu_supports("avx512bw") != 0;
}

ByteDot fastestByteDot() {
    if (__builtin_cpu_supports("avx512f")) return &byteDot512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &byteDot256;
    return &plainByteDot;
}

#else

float blockDot512(const int8_t*, const ByteBlocks&) {
    return 0;
}

bool multipliesBytes() {
    return false;
}

ByteDot fastestByteDot() {
    return &plainByteDot;
}

#endif

}  // namespace

ByteMatrix roundedToBytes(const torch::Tensor& weight) {
    constexpr float kLargest = 127;
    const torch::Tensor rows = weight.detach().contiguous();
    const torch::Tensor scales = rows.abs().amax(1).clamp_min(1e-30F) / kLargest;  // [rows]
    return {.weight = (rows / scales.unsqueeze(1)).round_().to(torch::kInt8),
            .scales = {scales.const_data_ptr<float>(), scales.const_data_ptr<float>() + scales.numel()}};
}

void byteDots(const ByteMatrix& matrix, const float* bias, const float* x, float* out) {
    static const ByteDot dot = fastestByteDot();
    static const bool inBlocks = multipliesBytes();
    constexpr int64_t kRows = 64;  // of one part
    const int64_t rows = matrix.weight.size(0), columns = matrix.weight.size(1);
    const int8_t* weight = matrix.weight.const_data_ptr<int8_t>();
    std::optional<ByteBlocks> blocks;
    if (inBlocks && columns % kBlock == 0) blocks.emplace(std::span(x, static_cast<size_t>(columns)));
    onAllThreads((rows + kRows - 1) / kRows, kRows * columns / 4, [&](int64_t first, int64_t last) {
        for (int64_t i = first * kRows; i < std::min(rows, last * kRows); ++i) {
            const int8_t* row = weight + i * columns;
            out[i] = matrix.scales[static_cast<size_t>(i)] *
                     (blocks ? blockDot512(row, *blocks) : dot(row, x, columns));
            if (bias != nullptr) out[i] += bias[i];
        }
    });
}

}  // namespace limner::models
