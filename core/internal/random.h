// The random generators of a run: one of its own, and the process-wide one that dropout uses.
#pragma once

#include "core/internal/torch.h"

#include <cstdint>
#include <map>
#include <string>

#include "core/types/job.h"
#include "core/types/result.h"

namespace limner::training {

/// What a run's one seed is used for. Each use has a stream of its own, so that none depends on how much
/// another drew.
enum class Stream : uint64_t { Weights = 1, Steps, Order, Evaluation, Process };

/// The seed of one stream, and of one part of it (an epoch, say). Mixes with SplitMix64 (Steele et al. 2014).
uint64_t seedOf(uint64_t seed, Stream stream, uint64_t part = 0);

/// A new generator on a device.
at::Generator makeGenerator(const torch::Device& device, uint64_t seed);

/// The generator that layers use which are given none. Belongs to the work lane alone.
at::Generator processGenerator(const torch::Device& device);

/// The whole state as bytes.
std::string stateOf(const at::Generator& generator);

/// Puts a state back. Errors: Damaged (not a state of such a generator).
Result<void> restoreState(at::Generator& generator, const std::string& state);

/// The process-wide generator among jobs of one lane that take turns: each finds it as it left it.
class ProcessTurns {
public:
    /// From now on the generator is that of `job`; seeded on its first turn.
    void take(JobId job, const torch::Device& device, uint64_t seed);
    void forget(JobId job);

private:
    JobId m_current = JobId::None;
    std::map<JobId, std::string> m_states;
};

}  // namespace limner::training
