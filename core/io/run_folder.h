// The layout of a run on disk: names, and the small files beside the weights. See docs/architecture.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/types/metric_table.h"
#include "core/types/recipe.h"
#include "core/types/run_store.h"

namespace limner::io {

namespace fs = std::filesystem;

/// Where each part of a run lies.
struct RunFolder {
    fs::path root;
    fs::path recipe() const { return root / "recipe.json"; }
    fs::path metrics() const { return root / "metrics.csv"; }
    fs::path edits() const { return root / "edits.jsonl"; }
    fs::path summary() const { return root / "summary.json"; }
    fs::path notes() const { return root / "notes.md"; }
    fs::path sample(int64_t step) const;      ///< samples/000500.png
    fs::path checkpoint(int64_t step) const;  ///< checkpoints/000500
    std::vector<int64_t> sampleSteps() const;
    std::vector<int64_t> checkpointSteps() const;  ///< only whole ones: those with a state.json; rising
};

/// runs/20261122-1403-dcgan-fashion-mnist under `project`, made unique with -2, -3, …
fs::path newRunFolder(const fs::path& project, const std::string& name);

/// Recipe ↔ JSON text with schema version. Reading errors: Damaged, Mismatch (a newer schema).
std::string toJson(const Recipe& recipe);
Result<Recipe> recipeFromJson(std::string_view json);

/// Writes metrics.csv row by row: step,epoch,seconds,SCALAR…; RFC 4180; empty cell for NaN (not measured).
class MetricsWriter {
public:
    /// Starts a new file, or goes on with one: rows after `lastStep` are removed first (safe replace).
    static Result<MetricsWriter> open(const fs::path& file, const std::vector<std::string>& names, int64_t lastStep);
    /// Rows reach the disk together, at the latest when `flush` is called.
    Result<void> append(int64_t step, double epoch, double seconds, const std::vector<double>& scalars);
    Result<void> flush();

private:
    fs::path m_file;
    std::string m_pending;
};

/// Reads metrics.csv; a last line that was cut off is left out. Errors: NotFound, Damaged (names the line).
Result<MetricTable> readMetrics(const fs::path& file);

Result<void> appendEdit(const fs::path& file, const RecordedEdit& edit);
Result<std::vector<RecordedEdit>> readEdits(const fs::path& file);

/// What a checkpoint needs beside its tensors. Exact resume depends on every field.
struct TrainingState {
    int64_t step = 0;
    int64_t epoch = 0;
    int64_t batchInEpoch = 0;
    double seconds = 0;
    std::string jobRandomState;      ///< of the job's own generator, as torch gives it
    std::string processRandomState;  ///< of the process-wide generator (dropout)
    ParamValues values;              ///< in force at that step, edits included
    std::optional<double> bestScore;
    int64_t bestStep = 0;
    int64_t stepsWithoutGain = 0;    ///< for early stopping
    std::map<std::string, std::string> hashes;  ///< file name → SHA-256
};

Result<void> writeState(const fs::path& file, const TrainingState& state);
Result<TrainingState> readState(const fs::path& file);

/// summary.json: last and best of each scalar, test scores, steps, wall time, rates, threads, versions.
struct RunSummary {
    std::string state;   ///< "finished", "stopped", "failed"
    std::string reason;  ///< why it ended: "epochs done", "early stopping", an error's text
    int64_t steps = 0;
    double epochs = 0;
    double seconds = 0;
    double picturesPerSecond = 0;
    int threads = 0;
    std::string device;
    std::string programVersion;
    std::string torchVersion;
    std::map<std::string, double> last;
    std::map<std::string, double> best;  ///< lowest of losses, highest of scores
    std::map<std::string, double> test;  ///< test_negative_elbo (nats), …
};

Result<void> writeSummary(const fs::path& file, const RunSummary& summary);
Result<RunSummary> readSummary(const fs::path& file);

}  // namespace limner::io
