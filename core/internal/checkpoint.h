// Checkpoints of a training run: a folder that is whole or absent, with a SHA-256 of each part.
#pragma once

#include <cstdint>
#include <optional>

#include "core/internal/tensor_file.h"
#include "core/io/run_folder.h"

namespace limner::io {

struct Checkpoint {
    TrainingState state;
    TensorFile model;  ///< model.sha256 is the model hash of recipes
    TensorFile optimizer;
};

/// Writes model, optimizer and state.json (with the hashes of both; those in `state` are ignored) into a
/// folder beside checkpoints/STEP, flushes it, and renames it into place. A checkpoint of the same step is
/// replaced. Errors: NoSpace, NotWritable, Unsupported; whatever was there before stays.
Result<void> writeCheckpoint(const RunFolder& run, TrainingState state, const NamedTensors& model,
                             const NamedTensors& optimizer);

/// What of a checkpoint is read. Making pictures needs no more than the weights; the rest of the checkpoint
/// is then empty, and may be damaged.
enum class CheckpointParts { All, Weights };

/// Checks the hash of each part that is read. A Damaged error names the file, and its hint the newest good
/// checkpoint. Errors: NotFound, Damaged, Mismatch (a newer schema), OutOfMemory.
Result<Checkpoint> readCheckpoint(const RunFolder& run, int64_t step,
                                  CheckpointParts parts = CheckpointParts::All);

/// The newest one. It is never passed over for an older one: where it is damaged, that is the error.
Result<Checkpoint> readNewestCheckpoint(const RunFolder& run, CheckpointParts parts = CheckpointParts::All);

/// What `CheckpointParts::Weights` left out: the state of the optimizers, and averaged weights.
/// Errors: NotFound, Damaged, OutOfMemory.
Result<TensorFile> readOptimizer(const RunFolder& run, const TrainingState& state);

/// Compares the hashes of one checkpoint with its files, without loading them.
/// Errors: NotFound, Damaged (names the file), Mismatch.
Result<void> verifyCheckpoint(const CheckpointFolder& checkpoint);

/// The same for one file beside its state.
Result<void> verifyPart(const TrainingState& state, const fs::path& file);

/// The step of the newest checkpoint whose hashes match.
std::optional<int64_t> newestGoodCheckpoint(const RunFolder& run);

/// Deletes all but the newest `keepLast` (>= 1), the one at `best`, and the newest good one.
/// Errors: NotWritable.
Result<void> pruneCheckpoints(const RunFolder& run, int64_t keepLast, std::optional<int64_t> best);

}  // namespace limner::io
