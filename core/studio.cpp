// Wires the registries, the engine and the runs into a Studio.
#include "studio.h"

#include <torch/version.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>

#include "core/engine/engine.h"
#include "core/failure_log.h"
#include "core/internal/device.h"
#include "core/internal/job_context.h"
#include "core/internal/kinds.h"
#include "core/internal/live.h"
#include "core/internal/model_library.h"
#include "core/io/recipe_json.h"
#include "core/io/run_folder.h"
#include "core/io/run_store.h"
#include "core/program_version.h"
#include "core/types/param_text.h"

namespace limner {
namespace {

Catalog makeCatalog() {
    Catalog catalog;
    for (const generation::KindEntry& kind : generation::kindRegistry()) {
        catalog.kinds.push_back(
            {kind.id, kind.label, kind.help, kind.params(), kind.course == generation::Course::Saves});
    }
    return catalog;
}

StudioFacts makeFacts(const StudioOptions& options) {
    const auto device = training::deviceOf(options.device);
    return {.programVersion = programVersion(),
            .torchVersion = TORCH_VERSION,
            .device = device ? device->str() : options.device,
            .threads = training::threadsOf(options.threads)};
}

Error noSuchKind(const std::string& id) {
    std::vector<std::string> known;
    for (const generation::KindEntry& kind : generation::kindRegistry()) known.push_back(kind.id);
    const std::string near = nearest(id, known);
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "There is no kind of job named “%1”."), {id}},
            .hint = near.empty() ? Message{} : Message(LIMNER_TR("core", "Did you mean “%1”?"), {near})};
}

Error noSuchJob() {
    return {.code = ErrorCode::NotFound,
            .message = LIMNER_TR("core", "This job is over or was never started.")};
}

Error fixedWhileRunning(const ParamSpec& row) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "“%1” cannot change while the job runs."), {row.label}},
            .hint = LIMNER_TR("core", "Stop the job and start a new one with the other value.")};
}

}  // namespace

class CoreStudio final : public Studio {
public:
    CoreStudio(Host& host, const StudioOptions& options);

    const Catalog& catalog() const override { return m_catalog; }
    StudioFacts facts() const override { return m_context.facts; }
    Result<JobId> start(const Recipe& recipe) override;
    void pause(JobId job) override { m_engine.work().pause(job); }
    void resume(JobId job) override { m_engine.work().resume(job); }
    void stepOnce(JobId job) override { m_engine.work().stepOnce(job); }
    void stop(JobId job) override { m_engine.work().stop(job); }
    void save(JobId job) override { m_engine.work().save(job); }
    Result<void> edit(JobId job, const ParamEdit& edit) override;
    void reorder(JobId job, int place) override { m_engine.work().reorder(job, place); }
    std::vector<JobInfo> jobs() const override { return m_engine.work().jobs(); }
    std::shared_ptr<const Snapshot> latest(JobId job) const override { return m_engine.work().latest(job); }
    std::vector<Event> drainEvents() override { return m_engine.drainEvents(); }
    void ask(const LiveRequest& request) override { m_engine.live().ask(request); }
    std::shared_ptr<const LiveAnswer> answer(RequesterId requester) const override {
        return m_engine.live().answer(requester);
    }
    RunStore& runs() override { return *m_runs; }
    ModelLibrary& library() override { return m_library; }

private:
    engine::EngineHooks hooks();
    void logFailure(const Event& event);
    Recipe recipeOf(JobId job) const;
    Result<ParamValues> valuesOf(JobId job, const ParamTable& table) const;

    Catalog m_catalog;
    JobContext m_context;
    std::unique_ptr<RunStore> m_runs;
    library::FileModelLibrary m_library;
    FailureLog m_log;
    generation::LiveState m_live;
    mutable std::mutex m_mutex;  // guards the recipes
    std::map<JobId, Recipe> m_recipes;
    engine::Engine m_engine;  // last: its lanes use all of the above
};

CoreStudio::CoreStudio(Host& host, const StudioOptions& options)
    : m_catalog(makeCatalog()),
      m_context{.host = host,
                .project = options.projectFolder,
                .facts = makeFacts(options),
                .weights = {},
                .processTurns = {}},
      m_runs(std::make_unique<io::DiskRunStore>(host, m_context.project)),
      m_library(options.modelsFolder, m_context.project),
      m_log(m_context.project),
      m_live{m_context},
      m_engine(hooks()) {
    m_context.isStopAsked = [this](JobId job) { return m_engine.work().isStopAsked(job); };
}

engine::EngineHooks CoreStudio::hooks() {
    return {.live = [this](const LiveRequest& request) { return generation::answerLive(request, m_live); },
            .wake = [this] { m_context.host.wake(); },
            .observe = [this](const Event& event) { logFailure(event); }};
}

void CoreStudio::logFailure(const Event& event) {
    if (event.kind == EventKind::Failed) m_log.write(event.error, io::toJson(recipeOf(event.job)));
}

Result<JobId> CoreStudio::start(const Recipe& recipe) {
    if (recipe.schema > kRecipeSchema) {
        return Error{.code = ErrorCode::Mismatch,
                     .message = LIMNER_TR("core", "The recipe was written by a newer version of Limner."),
                     .hint = LIMNER_TR("core", "Update Limner to use it.")};
    }
    const generation::KindEntry* kind = generation::findKind(recipe.kind);
    if (kind == nullptr) return noSuchKind(recipe.kind);
    const auto values = generation::prepared(*kind, recipe.values);
    if (!values) return values.error();
    Recipe prepared = recipe;
    prepared.values = *values;
    prepared.origin.programVersion = m_context.facts.programVersion;
    const std::scoped_lock lock(m_mutex);  // the recipe is there before the lane can ask for it
    const JobId id =
        m_engine.work().start({.kind = kind->id,
                               .title = kind->title(*values),
                               .isBrief = kind->course == generation::Course::Brief},
                              [this, kind, prepared](JobId job, const engine::Announce& announce) {
                                  return kind->make(prepared, m_context, job, announce);
                              });
    m_recipes[id] = std::move(prepared);
    return id;
}

Recipe CoreStudio::recipeOf(JobId job) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_recipes.find(job);
    return found == m_recipes.end() ? Recipe{} : found->second;
}

Result<ParamValues> CoreStudio::valuesOf(JobId job, const ParamTable& table) const {
    const auto snapshot = latest(job);
    if (snapshot) return snapshot->values;
    return completeValues(table, recipeOf(job).values);
}

Result<void> CoreStudio::edit(JobId job, const ParamEdit& edit) {
    const generation::KindEntry* kind = generation::findKind(recipeOf(job).kind);
    if (kind == nullptr) return noSuchJob();
    auto values = valuesOf(job, kind->params());
    if (!values) return values.error();
    ParamValues asked = *values;
    asked[edit.id] = edit.value;
    const auto complete = completeValues(kind->params(), asked);
    if (!complete) return complete.error();
    const auto rows = activeRows(kind->params(), *complete);
    const auto row = std::ranges::find(rows, edit.id, &ParamSpec::id);
    if (!(*row)->editableWhileRunning) return fixedWhileRunning(**row);
    m_engine.work().edit(job, {edit.id, complete->at(edit.id)});
    return {};
}

std::unique_ptr<Studio> makeStudio(Host& host, const StudioOptions& options) {
    return std::make_unique<CoreStudio>(host, options);
}

}  // namespace limner
