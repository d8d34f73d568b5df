// Hands weights from the work lane to the live lane: an immutable copy, the newest one only.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>

#include "core/internal/model.h"
#include "core/internal/tensor_file.h"
#include "core/types/job.h"

namespace limner::generation {

/// What decodes and encodes, as it was at one step. Nobody changes it.
struct PublishedWeights {
    int64_t step = 0;
    /// A model of the same architecture whose own weights mean nothing: made on the work lane, from then on
    /// used by the live lane alone. One for all weights of a job.
    std::shared_ptr<models::Model> twin;
    /// Of the decoder, and of the encoder where there is one: by their names in files, on the CPU.
    std::map<std::string, torch::Tensor> tensors;
    ParamValues training;  ///< of the recipe of the job
};

/// All public functions may be called from any thread.
class WeightsExchange {
public:
    void publish(JobId job, std::shared_ptr<const PublishedWeights> weights);
    /// The newest weights of a job, or null. Asks the job for newer ones.
    std::shared_ptr<const PublishedWeights> newest(JobId job);
    /// Whether the weights published last have been looked at, so that newer ones are wanted.
    bool isAwaited(JobId job) const;

private:
    static constexpr size_t kKeptJobs = 4;  // so that a long session does not hold the weights of every job

    struct Entry {
        std::shared_ptr<const PublishedWeights> weights;
        bool isAwaited = false;
    };
    mutable std::mutex m_mutex;
    std::map<JobId, Entry> m_entries;  // ids rise, so the first one is the oldest
};

}  // namespace limner::generation
