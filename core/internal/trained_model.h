// A model as a run left it: for making pictures and for export.
#pragma once

#include <filesystem>
#include <memory>

#include "core/internal/checkpoint.h"
#include "core/internal/model.h"
#include "core/types/param.h"
#include "core/types/recipe.h"

namespace limner::generation {

struct TrainedModel {
    std::unique_ptr<models::Model> model;  ///< on the CPU
    Recipe recipe;                         ///< of the run, with the values in force at that step
    int64_t step = 0;
    std::string modelHash;    ///< SHA-256 of model.safetensors
    bool isAveraged = false;  ///< whether the decoder has the averaged weights
};

/// Loads a run. Reads "run", "checkpoint" (0: the newest) and "weights" from the values. Work lane only.
/// Errors: NotFound (no run, checkpoint or averaged weights), Damaged, Mismatch.
Result<TrainedModel> loadTrained(const ParamValues& values);

/// The rows that `loadTrained` reads.
ParamTable trainedRows();

/// The network that `decode` runs.
std::shared_ptr<torch::nn::Module> decoderOf(const models::Model& model);

/// Where an output goes when no path was given: project/outputs/RUN-STEP-PURPOSE.EXTENSION.
std::filesystem::path outputPath(const std::filesystem::path& project, const ParamValues& values,
                                 int64_t step, const std::string& purposeAndExtension);

}  // namespace limner::generation
