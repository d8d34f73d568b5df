#include "core/internal/trained_model.h"

#include <algorithm>
#include <charconv>

#include "core/internal/gpt_weights.h"
#include "core/internal/model_maker.h"
#include "core/training/train_table.h"
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

constexpr const char* kWhatToName =
    LIMNER_TR("core", "Name the folder of a run, a file of exported weights, or a model that is shipped.");

Error noRun() {
    return {.code = ErrorCode::InvalidArgument,
            .message = LIMNER_TR("core", "No run was given."),
            .hint = kWhatToName};
}

Error notThere(const std::string& run) {
    return {.code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "“%1” is not there."), {run}},
            .hint = kWhatToName};
}

/// What the values of a training say of its model, checked: a file may come from anywhere.
Result<std::unique_ptr<models::Model>> builtFrom(const ParamValues& values, const fs::path& file) {
    const ParamTable& table = training::architectureTable();
    ParamValues own;
    for (const ParamSpec* row : activeRows(table, values)) {
        const auto given = values.find(row->id);
        if (given != values.end()) own.insert(*given);
    }
    const auto complete = completeValues(table, own);
    if (!complete) {
        return Error{
            .code = ErrorCode::Mismatch,
            .message = {LIMNER_TR("core", "“%1” was trained in a way that this Limner does not know."),
                        {file.string()}},
            .hint = LIMNER_TR("core", "It may come from a newer version of Limner."),
            .details = complete.error().text()};
    }
    ParamValues all = values;
    for (const auto& [id, value] : *complete) all.insert_or_assign(id, value);
    return training::makeTwin(all);
}

/// The network that only judges; empty where there is none.
std::string judgeOf(const models::Model& model) {
    const auto* pictures = dynamic_cast<const models::PictureModel*>(&model);
    return pictures == nullptr ? std::string() : pictures->judgeName();
}

/// Tensors that do not fit their own recipe are no matter of what the person chose.
Error notOfItsRecipe(Error error, const fs::path& file) {
    error.hint = {LIMNER_TR("core", "“%1” was changed, or put together by another program."),
                  {file.string()}};
    return error;
}

/// Whether the weights were averaged as well when this was saved.
bool hasAverages(const io::TrainingState& state) {
    const auto ema = state.values.find("ema");
    return ema != state.values.end() && realOf(state.values, "ema") > 0;
}

/// No more of it than pictures need: averaged weights stand beside the state of the optimizers.
Result<io::Checkpoint> readChosen(const io::RunFolder& run, int64_t step, const std::string& choice) {
    constexpr auto kWeights = io::CheckpointParts::Weights;
    auto checkpoint =
        step > 0 ? io::readCheckpoint(run, step, kWeights) : io::readNewestCheckpoint(run, kWeights);
    if (!checkpoint || choice == "raw" || !hasAverages(checkpoint->state)) return checkpoint;
    auto optimizer = io::readOptimizer(run, checkpoint->state);
    if (!optimizer) {
        Error error = optimizer.error();
        error.hint =
            LIMNER_TR("core", "The averaged weights are in that file. Choose raw weights: they are whole.");
        return error;
    }
    checkpoint->optimizer = std::move(*optimizer);
    return checkpoint;
}

Result<void> fill(TrainedModel& trained, const io::Checkpoint& checkpoint, const std::string& choice) {
    const auto loaded = training::loadWeights(trained.model->networks(), checkpoint.model.tensors);
    if (!loaded) return loaded;
    trained.hasJudge = !judgeOf(*trained.model).empty();
    const auto averages = training::averagedWeights(checkpoint);
    if (choice == "ema" && averages.empty()) return noAverage(trained.step);
    trained.isAveraged = choice != "raw" && !averages.empty();
    if (!trained.isAveraged) return {};
    return training::loadTensors(training::weightsOf(*decoderOf(*trained.model), ""), averages);
}

Result<TrainedModel> loadRun(const ParamValues& values) {
    const io::RunFolder run{fs::path(textOf(values, "run"))};
    auto recipe = io::readRecipe(run.recipe());
    if (!recipe) return recipe.error();
    const auto checkpoint = readChosen(run, intOf(values, "checkpoint"), textOf(values, "weights"));
    if (!checkpoint) return checkpoint.error();
    recipe->values = checkpoint->state.values;
    auto model = builtFrom(recipe->values, run.root);
    if (!model) return model.error();
    TrainedModel trained{.model = std::move(*model),
                         .recipe = std::move(*recipe),
                         .title = io::titleOf(run.root),
                         .step = checkpoint->state.step,
                         .modelHash = checkpoint->model.sha256};
    const auto filled = fill(trained, *checkpoint, textOf(values, "weights"));
    if (!filled) return notOfItsRecipe(filled.error(), run.root);
    return trained;
}

std::string metadataOf(const io::TensorFile& file, const char* key) {
    const auto found = file.metadata.find(key);
    return found == file.metadata.end() ? std::string() : found->second;
}

int64_t stepIn(const io::TensorFile& file) {
    const std::string text = metadataOf(file, kStepKey);
    int64_t step = 0;
    std::from_chars(text.data(), text.data() + text.size(), step);
    return step;
}

/// A file holds one step and one choice of weights. Errors: NotFound (another one was asked for).
Result<void> checkChosen(const ParamValues& values, const TrainedModel& trained) {
    const int64_t asked = intOf(values, "checkpoint");
    if (asked > 0 && asked != trained.step) {
        return Error{.code = ErrorCode::NotFound,
                     .message = {LIMNER_TR("core", "The file holds the weights of step %1, not of step %2."),
                                 {std::to_string(trained.step), std::to_string(asked)}},
                     .hint = LIMNER_TR("core", "Leave the checkpoint out.")};
    }
    const std::string& choice = textOf(values, "weights");
    if (choice == "auto" || (choice == "ema") == trained.isAveraged) return {};
    return Error{.code = ErrorCode::NotFound,
                 .message = trained.isAveraged ? LIMNER_TR("core", "The file holds averaged weights only.")
                                               : LIMNER_TR("core", "The file holds no averaged weights."),
                 .hint = LIMNER_TR("core", "Choose the weights that it holds, or leave the choice out.")};
}

/// Whether a file may do without this network: what only judges may be left out of it.
bool isLeftOut(const models::Network& network, const TrainedModel& trained, const io::TensorFile& file) {
    if (network.name != judgeOf(*trained.model)) return false;
    return std::ranges::none_of(
        file.tensors, [&](const auto& entry) { return entry.first.starts_with(network.name + "."); });
}

Result<void> fillFrom(const io::TensorFile& file, TrainedModel& trained) {
    std::vector<models::Network> networks = trained.model->networks();
    const auto left = std::erase_if(
        networks, [&](const models::Network& network) { return isLeftOut(network, trained, file); });
    trained.hasJudge = left == 0 && !judgeOf(*trained.model).empty();
    return training::loadWeights(networks, file.tensors);
}

Result<TrainedModel> loadFile(const fs::path& path, const ParamValues& values) {
    const auto file = io::readTensorFile(path);
    if (!file) return file.error();
    const auto header = io::readTensorHeader(path);
    if (!header) return header.error();
    auto recipe = trainingOfFile(*header, path);
    if (!recipe) return recipe.error();
    auto model = builtFrom(recipe->values, path);
    if (!model) return model.error();
    const std::string title = metadataOf(*file, kTitleKey);
    TrainedModel trained{.model = std::move(*model),
                         .recipe = std::move(*recipe),
                         .title = title.empty() ? path.stem().string() : title,
                         .step = stepIn(*file),
                         .modelHash = file->sha256,
                         .isAveraged = !metadataOf(*file, kAveragedKey).empty()};
    const auto filled = fillFrom(*file, trained);
    if (!filled) return notOfItsRecipe(filled.error(), path);
    const auto fits = checkChosen(values, trained);
    if (!fits) return fits.error();
    return trained;
}

}  // namespace

Result<Recipe> trainingOfFile(const io::TensorHeader& header, const fs::path& file) {
    const auto told = header.metadata.find(kTrainingKey);
    if (told != header.metadata.end()) return io::recipeFromJson(told->second, file);
    models::TensorShapes shapes;
    for (const auto& entry : header.entries) {
        if (entry.name.starts_with(models::kGptPrefix))
            shapes[entry.name.substr(models::kGptPrefix.size())] = entry.shape;
    }
    if (const auto shape = models::gptShapeOf(shapes))
        return Recipe{.kind = "train", .values = models::gptValues(*shape)};
    return Error{
        .code = ErrorCode::Unsupported,
        .message = {LIMNER_TR("core", "“%1” does not say how its model was trained."), {file.string()}},
        .hint = LIMNER_TR("core", "Only weights that Limner exported, and GPT-2's, can be opened.")};
}

std::shared_ptr<torch::nn::Module> decoderOf(const models::Model& model) {
    const auto networks = model.networks();
    return std::ranges::find(networks, model.decoderName(), &models::Network::name)->module;
}

Result<TrainedModel> loadAnyTrained(const ParamValues& values) {
    const std::string& run = textOf(values, "run");
    if (run.empty()) return noRun();
    std::error_code ignored;
    if (!fs::exists(run, ignored)) return notThere(run);
    return fs::is_regular_file(run, ignored) ? loadFile(run, values) : loadRun(values);
}

Result<TrainedModel> loadTrained(const ParamValues& values) {
    auto trained = loadAnyTrained(values);
    if (!trained) return trained;
    auto* pictures = dynamic_cast<models::PictureModel*>(trained->model.get());
    if (pictures == nullptr) {
        const bool writes = dynamic_cast<models::LanguageModel*>(trained->model.get()) != nullptr;
        return Error{.code = ErrorCode::Unsupported,
                     .message = {LIMNER_TR("core", "“%1” has no latent space to make pictures from."),
                                 {trained->title}},
                     .hint = writes ? LIMNER_TR("core", "It writes: open it in Write.")
                                    : LIMNER_TR("core", "Choose a GAN or an autoencoder.")};
    }
    trained->decode = pictures->frozenDecoder();
    return trained;
}

ParamTable trainedRows() {
    const char* group = LIMNER_TR("core", "Model");
    return {
        {.id = "run",
         .label = LIMNER_TR("core", "Run"),
         .help = LIMNER_TR("core", "The training run, or the file of exported weights, whose model is used."),
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
         .help = LIMNER_TR("core",
                           "Averaged weights make smoother pictures; raw ones are those of the last step."),
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
    if (run.extension() == ".safetensors") run.replace_extension();
    const std::string name = run.filename().string() + "-" + std::to_string(step) + "-" + purposeAndExtension;
    return project / "outputs" / name;
}

}  // namespace limner::generation
