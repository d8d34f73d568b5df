#include "start.h"

#include <algorithm>
#include <optional>

#include "core/internal/device.h"
#include "core/internal/model_maker.h"
#include "core/internal/picture_file.h"
#include "core/io/run_folder.h"
#include "core/io/safe_replace.h"
#include "core/style/named_network.h"
#include "core/types/param_text.h"
#include "material.h"
#include "parent.h"
#include "train_table.h"
#include "training_job.h"
#include "weights.h"

namespace limner::training {
namespace {

namespace fs = std::filesystem;
using MadeJob = Result<std::unique_ptr<engine::Job>>;

Result<torch::Device> chosenDevice(const ParamValues& values, const JobContext& context) {
    const std::string& asked = textOf(values, "device");
    return deviceOf(asked == "auto" ? context.facts.device : asked);
}

Result<io::Checkpoint> checkpointOf(const io::RunFolder& run, int64_t step) {
    return step > 0 ? io::readCheckpoint(run, step) : io::readNewestCheckpoint(run);
}

int64_t checkpointStep(const ParamValues& values) {
    return values.contains("checkpoint") ? intOf(values, "checkpoint") : 0;
}

Result<void> checkFrozen(const ParamValues& values, const models::Model& model) {
    std::vector<std::string> names;
    for (const models::Network& network : model.networks()) names.push_back(network.name);
    for (const std::string& name : frozenNetworks(values, names)) {
        if (std::ranges::find(names, name) != names.end()) continue;
        std::string all;
        for (const std::string& known : names) all += (all.empty() ? "" : ", ") + known;
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core", "The model has no network named “%1” to freeze."), {name}},
                     .hint = {LIMNER_TR("core", "Its networks are: %1."), {all}}};
    }
    return {};
}

/// Everything but the weights and the record: the same for a fresh run and one that goes on.
/// What the data says of the values, such as the size of a vocabulary, is put into the recipe.
Result<std::unique_ptr<TrainingJob>> build(Recipe& recipe, const io::RunFolder& run,
                                           std::optional<io::RunLock> lock, const Place& place) {
    const ParamValues& values = recipe.values;
    const auto device = chosenDevice(values, place.context);
    if (!device) return device.error();
    const auto seed = static_cast<uint64_t>(intOf(values, "seed"));
    auto material = openMaterial(values, run, place);
    if (!material) return material.error();
    for (const auto& [id, value] : (*material)->resolved()) recipe.values.insert_or_assign(id, value);
    recipe.values = style::withNamedNetworks(recipe.values, place.context.project);

    place.context.processTurns.take(place.id, *device, seedOf(seed, Stream::Process));
    at::Generator generator = makeGenerator(torch::kCPU, seedOf(seed, Stream::Weights));
    auto model = makeModel(values, generator);
    if (!model) return model.error();
    const auto frozen = checkFrozen(values, **model);
    if (!frozen) return frozen.error();
    for (const models::Network& network : (*model)->networks()) network.module->to(*device);
    const auto opened = (*model)->open({place.context.project, place.context.host, *device});
    if (!opened) return opened.error();
    auto feed = (*material)->feed(**model, values, *device);
    if (!feed) return feed.error();
    if ((*feed)->count(HeldOut::Validation) == 0 && intOf(values, "early_stopping") > 0) {
        place.announce({.kind = EventKind::Warning,
                        .message = LIMNER_TR(
                            "core", "Nothing is kept for validation, so early stopping has no effect.")});
    }
    return std::make_unique<TrainingJob>(TrainingParts{.context = place.context,
                                                       .id = place.id,
                                                       .announce = place.announce,
                                                       .run = run,
                                                       .lock = std::move(lock),
                                                       .recipe = recipe,
                                                       .table = trainTable(),
                                                       .device = *device,
                                                       .feed = std::move(*feed),
                                                       .model = std::move(*model)});
}

Result<void> takeWeights(TrainingJob& job, const ParamValues& values, Recipe& recipe) {
    const std::string& parent = textOf(values, "start_from");
    if (parent.empty()) return {};
    const auto weights = readParent(values);
    if (!weights) return weights.error();
    recipe.origin.parent = parent;
    recipe.origin.modelHash = weights->sha256;
    return job.takeWeights(weights->tensors);
}

/// A folder that belongs to one new run.
struct OwnFolder {
    io::RunFolder run;
    io::RunLock lock;
};

/// The folder that was asked for, or a new one in the project.
Result<OwnFolder> makeOwnFolder(const ParamValues& values, const JobContext& context) {
    const std::string& out = textOf(values, "out");
    io::RunFolder run{fs::path(out)};
    if (out.empty()) {
        auto fresh = io::makeRunFolder(context.project, trainingTitle(values));
        if (!fresh) return fresh.error();
        run = std::move(*fresh);
    } else {
        const auto made = generation::makeFolder(run.root);
        if (!made) return made.error();
    }
    auto lock = io::RunLock::take(run.root);
    if (!lock) return lock.error();
    const auto isFree = checkOutFolder(run.root.string());  // only now can no other run begin in it
    if (!isFree) return isFree.error();
    return OwnFolder{std::move(run), std::move(*lock)};
}

/// After a start that failed: removes what it wrote, and the folder if nothing else is in it.
void abandon(const io::RunFolder& run) {
    std::error_code ignored;
    for (const fs::path& file : {run.recipe(), run.tokenizer(), run.metrics(), run.root})
        fs::remove(file, ignored);
}

MadeJob startFresh(Recipe recipe, const Place& place) {
    // The folder comes last, so that a run that cannot begin leaves nothing behind.
    auto job = build(recipe, {}, std::nullopt, place);
    if (!job) return job.error();
    const auto taken = takeWeights(**job, recipe.values, recipe);
    if (!taken) return taken.error();
    auto own = makeOwnFolder(recipe.values, place.context);
    if (!own) return own.error();
    const io::RunFolder run = own->run;
    auto begun = io::writeRecipe(run.recipe(), recipe);
    if (begun) begun = (*job)->keepTokenizer(run);
    if (begun) begun = (*job)->begin(run, std::move(own->lock), recipe.origin);
    if (begun) return MadeJob(std::move(*job));
    abandon(run);
    return begun.error();
}

/// A run that goes on from an older checkpoint keeps the newer ones, but no longer counts them as its own.
Result<void> setAsideAfter(const io::RunFolder& run, int64_t step) {
    for (const int64_t newer : run.checkpointSteps()) {
        if (newer <= step) continue;
        const fs::path folder = run.checkpoint(newer);
        fs::path aside = folder;
        aside += ".set-aside";
        const auto moved = io::replaceFolder(folder, aside);
        if (!moved) return moved;
    }
    return {};
}

/// The weights are whole, and nobody can bring the curves back: the run goes on, but not in silence.
void warnOfOtherMetrics(const io::RunFolder& run, const io::TrainingState& state, const Place& place) {
    if (!state.metrics || io::checkMetrics(run.metrics(), *state.metrics)) return;
    place.announce(
        {.kind = EventKind::Warning,
         .step = state.step,
         .message = {LIMNER_TR("core",
                               "“%1” is not what was saved at step %2: its curves may be wrong. The "
                               "weights are whole, and the run goes on."),
                     {run.metrics().string(), std::to_string(state.step)}}});
}

MadeJob goOn(const ParamValues& given, const Place& place) {
    const auto edits = editsToResume(given);
    if (!edits) return edits.error();
    const io::RunFolder run{fs::path(textOf(given, "resume"))};
    auto recipe = io::readRecipe(run.recipe());
    if (!recipe) return recipe.error();
    auto lock = io::RunLock::take(run.root);
    if (!lock) return lock.error();
    const auto checkpoint = checkpointOf(run, checkpointStep(given));
    if (!checkpoint) return checkpoint.error();
    auto values = completeValues(trainTable(), checkpoint->state.values);  // the run may be older than a row
    if (!values) return values.error();
    recipe->values = std::move(*values);
    auto job = build(*recipe, run, std::move(*lock), place);
    if (!job) return job.error();
    warnOfOtherMetrics(run, checkpoint->state, place);
    const auto restored = (*job)->restore(*checkpoint);
    if (!restored) return restored.error();
    const auto tidied = setAsideAfter(run, checkpoint->state.step);
    if (!tidied) return tidied.error();
    for (const ParamEdit& edit : *edits) {
        const auto done = (*job)->edit(edit);
        if (!done) return done.error();
    }
    return MadeJob(std::move(*job));
}

Error fixedOnceStarted(const ParamSpec& row) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "“%1” cannot change when a run goes on."), {row.label}},
            .hint = LIMNER_TR("core",
                              "Leave it out, or begin a new run that starts from the weights of this one.")};
}

/// Held against the rows of the run itself, before another model could bring rows of its own.
Result<void> checkFixedRows(const ParamValues& before, const ParamValues& given) {
    for (const ParamSpec* row : activeRows(trainTable(), before)) {
        const bool belongsToThisCall = row->id == "resume" || row->id == "checkpoint";
        const auto asked = given.find(row->id);
        const auto old = before.find(row->id);
        if (belongsToThisCall || row->editableWhileRunning || asked == given.end() || old == before.end())
            continue;
        const auto checked = checkValue(*row, asked->second);
        if (!checked) return checked.error();
        if (*checked != old->second) return fixedOnceStarted(*row);
    }
    return {};
}

}  // namespace

Result<std::vector<ParamEdit>> editsToResume(const ParamValues& given) {
    const io::RunFolder run{fs::path(textOf(given, "resume"))};
    const auto recipe = io::readRecipe(run.recipe());
    if (!recipe) return recipe.error();
    const auto fits = checkFixedRows(recipe->values, given);
    if (!fits) return fits.error();
    ParamValues asked = recipe->values;
    for (const auto& [id, value] : given) {
        if (id != "resume" && id != "checkpoint") asked[id] = value;
    }
    const auto complete = completeValues(trainTable(), asked);
    if (!complete) return complete.error();
    std::vector<ParamEdit> edits;
    for (const ParamSpec* row : activeRows(trainTable(), *complete)) {
        const bool isGiven = given.contains(row->id) && row->id != "resume" && row->id != "checkpoint";
        const auto before = recipe->values.find(row->id);
        if (!isGiven || (before != recipe->values.end() && before->second == complete->at(row->id))) continue;
        if (!row->editableWhileRunning) return fixedOnceStarted(*row);
        edits.push_back({row->id, complete->at(row->id)});
    }
    return edits;
}

Result<void> checkOutFolder(const std::string& folder) {
    std::error_code ignored;
    if (folder.empty() || !fs::exists(folder, ignored)) return {};
    if (!fs::is_directory(folder, ignored)) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core", "“%1” is a file; a run needs a folder."), {folder}},
                     .hint = LIMNER_TR("core", "Choose a new or an empty folder; nothing is overwritten.")};
    }
    if (fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored)) return {};
    const bool isRun = fs::exists(io::RunFolder{fs::path(folder)}.recipe(), ignored);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = {isRun ? LIMNER_TR("core", "The folder %1 already holds a run.")
                                   : LIMNER_TR("core", "The folder %1 is not empty."),
                             {folder}},
                 .hint = isRun
                             ? LIMNER_TR("core", "Resume that run, or choose another folder.")
                             : LIMNER_TR("core", "Choose a new or an empty folder; nothing is overwritten.")};
}

Result<void> checkCheckpointOption(const ParamValues& values) {
    const bool hasRun = !textOf(values, "start_from").empty() || !textOf(values, "resume").empty();
    if (hasRun || checkpointStep(values) == 0) return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = LIMNER_TR("core", "A checkpoint was chosen, but no run that it belongs to."),
                 .hint = LIMNER_TR("core", "Name the run to resume or to start from, or leave it out.")};
}

std::string trainingTitle(const ParamValues& values) {
    if (values.contains("resume") && !textOf(values, "resume").empty())
        return io::titleOf(textOf(values, "resume"));
    if (!textOf(values, "name").empty()) return textOf(values, "name");
    const auto style = values.find("style");
    const bool learnsStyle = style != values.end() && !textOf(values, "style").empty();
    return textOf(values, "model") + "-" +
           (learnsStyle ? fs::path(textOf(values, "style")).stem().string() : textOf(values, "data"));
}

MadeJob startTraining(const Recipe& recipe, JobContext& context, JobId id, const engine::Announce& announce) {
    prepareLane(context.facts.threads);
    const Place place{context, id, announce};
    const auto resumed = recipe.values.find("resume");
    const bool goesOn = resumed != recipe.values.end() && !std::get<std::string>(resumed->second).empty();
    return goesOn ? goOn(recipe.values, place) : startFresh(recipe, place);
}

}  // namespace limner::training
