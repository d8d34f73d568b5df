// The layout of a run on disk: the name of each part. The headers included below read and write the parts.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/types/result.h"
#include "edits.h"
#include "metrics_csv.h"
#include "recipe_json.h"
#include "summary.h"
#include "training_state.h"

namespace limner::io {

namespace fs = std::filesystem;

/// Where each part of a run lies.
struct RunFolder {
    fs::path root;
    fs::path recipe() const { return root / "recipe.json"; }
    fs::path metrics() const { return root / "metrics.csv"; }
    fs::path edits() const { return root / "edits.jsonl"; }
    fs::path summary() const { return root / "summary.json"; }
    fs::path label() const { return root / "run.json"; }  ///< the name that a person gave the run
    fs::path notes() const { return root / "notes.md"; }
    fs::path samples() const { return root / "samples"; }
    fs::path checkpoints() const { return root / "checkpoints"; }
    fs::path sample(int64_t step) const;      ///< samples/000500.png
    fs::path sampleText(int64_t step) const;  ///< samples/000500.txt, of a model that writes
    fs::path tokenizer() const { return root / "tokenizer.json"; }  ///< of a model that writes
    fs::path checkpoint(int64_t step) const;                        ///< checkpoints/000500
    std::vector<int64_t> sampleSteps() const;                       ///< rising
    std::vector<int64_t> checkpointSteps() const;        ///< only whole ones: those with a state.json; rising
    std::vector<int64_t> checkpointFolderSteps() const;  ///< damaged ones too; rising
};

/// Where each part of a checkpoint lies.
struct CheckpointFolder {
    fs::path root;
    fs::path model() const { return root / "model.safetensors"; }
    fs::path optimizer() const { return root / "optimizer.safetensors"; }
    fs::path state() const { return root / "state.json"; }
};

/// Makes runs/20261122-1403-dcgan-fashion-mnist under `project` (local time), with -2, -3, … where that is
/// taken: two programs never get the same one. A long name is cut. Errors: NotWritable, NoSpace.
Result<RunFolder> makeRunFolder(const fs::path& project, const std::string& name);

/// What a run is called in a line of text: the name of its folder, without the time that makeRunFolder puts
/// before it.
std::string titleOf(const fs::path& folder);

}  // namespace limner::io
