#include "core/internal/trained_model.h"

#include <algorithm>

#include "core/internal/model_maker.h"
#include "core/internal/random.h"
#include "core/training/weights.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;

Error noAverage(int64_t step) {
    return {.code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "The checkpoint of step %1 has no averaged weights."),
                        {std::to_string(step)}},
            .hint = LIMNER_TR("core", "Choose raw, or train with weight averaging.")};
}

Error noRun() {
    return {.code = ErrorCode::InvalidArgument,
            .message = LIMNER_TR("core", "No run was given."),
            .hint = LIMNER_TR("core", "Name the folder of a run.")};
}

Result<io::Checkpoint> readChosen(const io::RunFolder& run, int64_t step) {
    return step > 0 ? io::readCheckpoint(run, step) : io::readNewestCheckpoint(run);
}

Result<void> fill(TrainedModel& trained, const io::Checkpoint& checkpoint, const std::string& choice) {
    const auto loaded = training::loadWeights(trained.model->networks(), checkpoint.model.tensors);
    if (!loaded) return loaded;
    const auto averages = training::averagedWeights(checkpoint);
    if (choice == "ema" && averages.empty()) return noAverage(trained.step);
    trained.isAveraged = choice != "raw" && !averages.empty();
    if (!trained.isAveraged) return {};
    return training::loadTensors(training::weightsOf(*decoderOf(*trained.model), ""), averages);
}

}  // namespace

std::shared_ptr<torch::nn::Module> decoderOf(const models::Model& model) {
    const auto networks = model.networks();
    return std::ranges::find(networks, model.decoderName(), &models::Network::name)->module;
}

Result<TrainedModel> loadTrained(const ParamValues& values) {
    const std::string& folder = textOf(values, "run");
    if (folder.empty()) return noRun();
    const io::RunFolder run{fs::path(folder)};
    auto recipe = io::readRecipe(run.recipe());
    if (!recipe) return recipe.error();
    const auto checkpoint = readChosen(run, intOf(values, "checkpoint"));
    if (!checkpoint) return checkpoint.error();
    recipe->values = checkpoint->state.values;
    auto model = training::makeTwin(recipe->values);
    if (!model) return model.error();
    TrainedModel trained{.model = std::move(*model),
                         .recipe = std::move(*recipe),
                         .step = checkpoint->state.step,
                         .modelHash = checkpoint->model.sha256};
    const auto filled = fill(trained, *checkpoint, textOf(values, "weights"));
    if (!filled) return filled.error();
    return trained;
}

ParamTable trainedRows() {
    const char* group = LIMNER_TR("core", "Model");
    return {{.id = "run",
             .label = LIMNER_TR("core", "Run"),
             .help = LIMNER_TR("core", "The training run whose model is used."),
             .group = group,
             .kind = ParamKind::Run,
             .standard = std::string()},
            {.id = "checkpoint",
             .label = LIMNER_TR("core", "Checkpoint"),
             .help = LIMNER_TR("core", "The step of the checkpoint to use."),
             .group = group,
             .standard = int64_t{0},
             .range = {.low = 0, .high = 1e12, .step = 1},
             .zeroText = LIMNER_TR("core", "newest")},
            {.id = "weights",
             .label = LIMNER_TR("core", "Weights"),
             .help = LIMNER_TR(
                 "core", "Averaged weights make smoother pictures; raw ones are those of the last step."),
             .group = group,
             .kind = ParamKind::Choice,
             .standard = std::string("auto"),
             .choices = {{"auto", LIMNER_TR("core", "Averaged if there are any")},
                         {"ema", LIMNER_TR("core", "Averaged")},
                         {"raw", LIMNER_TR("core", "Raw")}}}};
}

fs::path outputPath(const fs::path& project, const ParamValues& values, int64_t step,
                    const std::string& purposeAndExtension) {
    fs::path run(textOf(values, "run"));
    if (!run.has_filename()) run = run.parent_path();
    const std::string name = run.filename().string() + "-" + std::to_string(step) + "-" + purposeAndExtension;
    return project / "outputs" / name;
}

}  // namespace limner::generation
