#include "limits.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>
#include <vector>

namespace limner::bench {
namespace {

constexpr int kTries = 5;

/// Seconds until every thread has run `work(thread)` once.
double seconds(int threads, const std::function<void(int)>& work) {
    const auto begin = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i) running.emplace_back(work, i);
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Twelve independent chains: the latency of an FMA (4 cycles) times its throughput (at most 2 a cycle), and
// some spare.
template <typename Vector>
[[gnu::always_inline]] inline float multiplyAndAdd(int64_t rounds) {
    Vector chains[12];
    for (int i = 0; i < 12; ++i) chains[i] = Vector{} + static_cast<float>(i);
    const Vector factor = Vector{} + 0.999F, term = Vector{} + 0.001F;
    for (int64_t round = 0; round < rounds; ++round) {
        for (Vector& chain : chains) chain = chain * factor + term;
    }
    Vector sum{};
    for (const Vector& chain : chains) sum += chain;
    return sum[0];
}

using Float8 = float __attribute__((vector_size(32)));
using Float16 = float __attribute__((vector_size(64)));

[[gnu::target("avx2,fma"), gnu::optimize("fp-contract=fast")]] float chains8(int64_t rounds) {
    return multiplyAndAdd<Float8>(rounds);
}

[[gnu::target("avx512f,fma"), gnu::optimize("fp-contract=fast")]] float chains16(int64_t rounds) {
    return multiplyAndAdd<Float16>(rounds);
}

volatile float g_sink = 0;  // keeps the compiler from leaving the work out

}  // namespace

double peakGflops(int threads) {
    const bool isWide = __builtin_cpu_supports("avx512f") != 0;
    constexpr int64_t kRounds = 10'000'000;
    const double operations = 2.0 * 12 * (isWide ? 16 : 8) * static_cast<double>(kRounds) * threads;
    double best = 0;
    for (int i = 0; i < kTries; ++i) {
        const double time =
            seconds(threads, [&](int) { g_sink = isWide ? chains16(kRounds) : chains8(kRounds); });
        best = std::max(best, operations / time / 1e9);
    }
    return best;
}

double readGigabytesPerSecond(int64_t bytes, int threads) {
    const auto count = static_cast<size_t>(bytes) / sizeof(uint64_t);
    const std::vector<uint64_t> buffer(count, 1);
    const size_t repeats = std::max<size_t>(1, 200'000'000 / static_cast<size_t>(bytes));
    const size_t share = count / static_cast<size_t>(threads);
    double best = 0;
    for (int i = 0; i < kTries; ++i) {
        const double time = seconds(threads, [&](int thread) {
            const uint64_t* first = buffer.data() + static_cast<size_t>(thread) * share;
            uint64_t sum = 0;
            for (size_t repeat = 0; repeat < repeats; ++repeat) {
                for (size_t k = 0; k < share; ++k) sum += first[k] ^ repeat;
            }
            g_sink = static_cast<float>(sum);
        });
        best = std::max(best, static_cast<double>(bytes) * static_cast<double>(repeats) / time / 1e9);
    }
    return best;
}

}  // namespace limner::bench
