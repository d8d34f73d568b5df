// What this machine can do at most, measured now.
#pragma once

#include <cstdint>

namespace limner::bench {

/// Fused multiply-adds of float32 on `threads` threads, in GFLOP/s (two operations each), best of several
/// tries.
double peakGflops(int threads);

/// Reading a buffer of `bytes` again and again on `threads` threads, in GB/s, best of several tries.
double readGigabytesPerSecond(int64_t bytes, int threads);

}  // namespace limner::bench
