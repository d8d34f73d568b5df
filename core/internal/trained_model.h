// A model as a run or an exported file holds it: for making pictures and for export.
#pragma once

#include <filesystem>
#include <memory>

#include "core/internal/checkpoint.h"
#include "core/internal/model.h"
#include "core/io/tensor_header.h"
#include "core/types/param.h"
#include "core/types/recipe.h"

namespace limner::generation {

struct TrainedModel {
    std::unique_ptr<models::Model> model;  ///< on the CPU
    models::Decoder decode = {};  ///< what `pictures` decodes, up to rounding, in less time: for showing them
    Recipe recipe;                ///< of the training, with the values in force at that step
    std::string title;            ///< "dcgan-fashion-mnist"
    int64_t step = 0;
    std::string modelHash;    ///< SHA-256 of model.safetensors, or of the exported file
    bool isAveraged = false;  ///< whether the decoder has the averaged weights
    bool hasJudge = false;    ///< whether the network of PictureModel::judgeName has its weights

    /// @pre it came from loadTrained
    models::PictureModel& pictures() const { return dynamic_cast<models::PictureModel&>(*model); }
};

/// What an exported file says of itself beside its weights.
inline constexpr const char* kTrainingKey = "limner:training";  ///< the recipe of the training, JSON
inline constexpr const char* kAveragedKey = "limner:averaged";  ///< the network with averaged weights, or ""
inline constexpr const char* kStepKey = "limner:step";
inline constexpr const char* kTokenizerKey = "limner:tokenizer";  ///< of a model that writes: tokenizer.json
inline constexpr const char* kTitleKey = "limner:title";
inline constexpr const char* kSummaryKey = "limner:summary";

/// Loads what "run" names: the folder of a run, or a .safetensors file that Limner exported. Of a run,
/// "checkpoint" (0: the newest) and "weights" say which weights. Any thread may call it while a run trains.
/// Errors: InvalidArgument (no run), NotFound (no run, checkpoint or averaged weights), Unsupported (a file
/// without the recipe of its training, a model that makes no pictures), Damaged, Mismatch (weights of another
/// architecture).
Result<TrainedModel> loadTrained(const ParamValues& values);

/// The same for a model that need not make pictures.
Result<TrainedModel> loadAnyTrained(const ParamValues& values);

/// The recipe of the training that a file of weights tells of; of a GPT-2 that others trained, what its
/// tensors say of the network. Errors: Unsupported (it says neither), Damaged.
Result<Recipe> trainingOfFile(const io::TensorHeader& header, const std::filesystem::path& file);

/// The rows that `loadTrained` reads.
ParamTable trainedRows();

/// The network that `decode` runs.
std::shared_ptr<torch::nn::Module> decoderOf(const models::Model& model);

/// Where an output goes when no path was given: project/outputs/RUN-STEP-PURPOSE.EXTENSION.
std::filesystem::path outputPath(const std::filesystem::path& project, const ParamValues& values,
                                 int64_t step, const std::string& purposeAndExtension);

}  // namespace limner::generation
