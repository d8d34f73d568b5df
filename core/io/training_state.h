// state.json of a checkpoint: what exact resume needs beside the tensors.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "core/types/param.h"
#include "core/types/result.h"
#include "metrics_csv.h"

namespace limner::io {

/// What a checkpoint needs beside its tensors. Exact resume depends on every field.
struct TrainingState {
    int64_t step = 0;
    int64_t epoch = 0;
    int64_t batchInEpoch = 0;
    double seconds = 0;
    std::string jobRandomState = {};      ///< of the job's own generator, as torch gives it: any bytes
    std::string processRandomState = {};  ///< of the process-wide generator (dropout): any bytes
    ParamValues values = {};              ///< in force at that step, edits included
    std::optional<double> bestScore = {};
    int64_t bestStep = 0;
    int64_t stepsWithoutGain = 0;                    ///< for early stopping
    std::optional<MetricsStart> metrics = {};        ///< nothing in states of older versions
    std::map<std::string, std::string> hashes = {};  ///< file name → SHA-256
    friend bool operator==(const TrainingState&, const TrainingState&) = default;
};

Result<void> writeState(const std::filesystem::path& file, const TrainingState& state);
/// Errors: NotFound, Damaged, Mismatch (a newer schema).
Result<TrainingState> readState(const std::filesystem::path& file);

}  // namespace limner::io
