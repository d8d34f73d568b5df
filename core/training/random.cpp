#include "core/internal/random.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cstring>
#include <mutex>

namespace limner::training {
namespace {

uint64_t splitMix(uint64_t x) {
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

}  // namespace

uint64_t seedOf(uint64_t seed, Stream stream, uint64_t part) {
    return splitMix(splitMix(splitMix(seed) ^ static_cast<uint64_t>(stream)) ^ part);
}

at::Generator makeGenerator(const torch::Device& device, uint64_t seed) {
    if (device.is_cpu()) return at::detail::createCPUGenerator(seed);
    at::Generator generator = at::globalContext().defaultGenerator(device).clone();
    generator.set_current_seed(seed);
    return generator;
}

at::Generator processGenerator(const torch::Device& device) {
    return at::globalContext().defaultGenerator(device);
}

std::string stateOf(const at::Generator& generator) {
    const torch::Tensor state = generator.get_state().contiguous();  // uint8, on the CPU
    return {static_cast<const char*>(state.data_ptr()), state.nbytes()};
}

Result<void> restoreState(at::Generator& generator, const std::string& state) {
    torch::Tensor bytes = torch::empty({static_cast<int64_t>(state.size())}, torch::kUInt8);
    std::memcpy(bytes.data_ptr(), state.data(), state.size());
    try {
        const std::scoped_lock lock(generator.mutex());
        generator.set_state(bytes);
    } catch (const c10::Error& error) {
        return Error{.code = ErrorCode::Damaged,
                     .message = LIMNER_TR("core", "The random state of the checkpoint is damaged."),
                     .hint = LIMNER_TR("core", "Resume from an older checkpoint."),
                     .details = error.what_without_backtrace()};
    }
    return {};
}

void ProcessTurns::take(JobId job, const torch::Device& device, uint64_t seed) {
    if (job == m_current) return;
    at::Generator generator = processGenerator(device);
    if (m_current != JobId::None) m_states[m_current] = stateOf(generator);
    m_current = job;
    const auto known = m_states.find(job);
    if (known != m_states.end()) {
        (void)restoreState(generator, known->second);
    } else {
        const std::scoped_lock lock(generator.mutex());
        generator.set_current_seed(seed);
    }
}

void ProcessTurns::forget(JobId job) {
    if (m_current == job) m_current = JobId::None;
    m_states.erase(job);
}

}  // namespace limner::training
