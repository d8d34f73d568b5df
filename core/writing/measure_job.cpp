#include "measure_job.h"

namespace limner::writing {
namespace {

using engine::StepOutcome;

class MeasureJob final : public engine::Job {
public:
    MeasureJob(Recipe recipe, std::unique_ptr<Measure> measure)
        : m_recipe(std::move(recipe)), m_measure(std::move(measure)) {}

    StepOutcome step() override {
        const auto more = m_measure->step();
        if (!more) return StepOutcome::fail(more.error());
        return *more ? StepOutcome::proceed() : StepOutcome::done();
    }
    Result<void> edit(const ParamEdit&) override { return {}; }
    Progress progress() const override {
        return {.done = m_measure->done(), .total = m_measure->total(), .unit = m_measure->unit()};
    }
    std::shared_ptr<Snapshot> snapshot() override {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = static_cast<int64_t>(m_measure->done());
        snapshot->values = m_recipe.values;
        snapshot->numbers = m_measure->numbers();
        snapshot->writing = m_measure->writing();
        return snapshot;
    }
    Result<std::string> save() override { return std::string(); }

private:
    Recipe m_recipe;
    std::unique_ptr<Measure> m_measure;
};

}  // namespace

std::unique_ptr<engine::Job> makeMeasureJob(Recipe recipe, std::unique_ptr<Measure> measure) {
    return std::make_unique<MeasureJob>(std::move(recipe), std::move(measure));
}

}  // namespace limner::writing
