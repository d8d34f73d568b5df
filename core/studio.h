// The Studio of core/types/studio.h, made of the engine, the registries and the runs on disk.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "core/engine/engine.h"
#include "core/failure_log.h"
#include "core/internal/job_context.h"
#include "core/internal/live.h"
#include "core/types/studio.h"

namespace limner {

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

private:
    engine::EngineHooks hooks();
    void logFailure(const Event& event);
    Recipe recipeOf(JobId job) const;
    Result<ParamValues> valuesOf(JobId job, const ParamTable& table) const;

    Catalog m_catalog;
    JobContext m_context;
    std::unique_ptr<RunStore> m_runs;
    FailureLog m_log;
    generation::LiveState m_live;
    mutable std::mutex m_mutex;  // guards the recipes
    std::map<JobId, Recipe> m_recipes;
    engine::Engine m_engine;  // last: its lanes use all of the above
};

}  // namespace limner
