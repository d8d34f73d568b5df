// summary.json: how a run ended, in numbers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/types/result.h"

namespace limner::io {

/// Last and best of each scalar, test scores, steps, wall time, rates, threads, versions.
struct RunSummary {
    std::string state = {};   ///< "finished", "stopped", "failed"
    std::string reason = {};  ///< why it ended: "epochs done", "early stopping", an error's text
    int64_t steps = 0;
    double epochs = 0;
    double seconds = 0;
    std::string unit = "pictures";  ///< what the rate counts: "pictures", "tokens"
    double unitsPerSecond = 0;
    int threads = 0;
    std::string device = {};
    std::string programVersion = {};
    std::string torchVersion = {};
    std::map<std::string, double> last = {};
    std::map<std::string, double> best = {};  ///< lowest of losses, highest of scores
    std::map<std::string, double> test = {};  ///< test_negative_elbo (nats), …
    std::string scoredWeights = {};           ///< which weights `test` is of: "raw"; empty without scores
    std::string notScored = {};               ///< why `test` is empty; empty where it is not
};

/// Numbers that are not finite are written as null and read back as NaN. Errors: NoSpace, NotWritable.
Result<void> writeSummary(const std::filesystem::path& file, const RunSummary& summary);
/// Errors: NotFound, Damaged, Mismatch (a newer schema).
Result<RunSummary> readSummary(const std::filesystem::path& file);

}  // namespace limner::io
