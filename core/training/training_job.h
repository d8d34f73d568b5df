// The one training job for all models: data, model, optimizers, average, schedule, record and checkpoints,
// step by step.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/job.h"
#include "core/internal/checkpoint.h"
#include "core/internal/job_context.h"
#include "core/io/run_lock.h"
#include "early_stopping.h"
#include "ema.h"
#include "evaluation.h"
#include "feed.h"
#include "pace.h"
#include "preview.h"
#include "recorder.h"
#include "step_tools.h"

namespace limner::training {

/// What start.cpp has opened and built for a run. All values are complete.
struct TrainingParts {
    JobContext& context;
    JobId id = JobId::None;
    engine::Announce announce;
    io::RunFolder run;
    std::optional<io::RunLock> lock;  ///< of `run`, where the run goes on
    Recipe recipe;
    const ParamTable& table;
    torch::Device device;
    std::unique_ptr<Feed> feed;
    std::unique_ptr<models::Model> model;  ///< on the device
};

class TrainingJob final : public engine::Job {
public:
    explicit TrainingJob(TrainingParts parts);
    ~TrainingJob() override;

    /// Copies the weights of another run. Errors: Mismatch.
    Result<void> takeWeights(const std::map<std::string, torch::Tensor>& weights);
    /// Of a model that writes: puts its tokenizer into the run. Errors: NoSpace, NotWritable.
    Result<void> keepTokenizer(const io::RunFolder& run) const;
    /// Opens the record of a fresh run. Errors: those of Recorder::open.
    Result<void> begin(io::RunFolder run, io::RunLock lock, Origin origin);
    /// Goes on exactly where a checkpoint was written. Errors: Mismatch, Damaged, those of Recorder::open.
    Result<void> restore(const io::Checkpoint& checkpoint);

    engine::StepOutcome step() override;
    Result<void> edit(const ParamEdit& edit) override;
    Progress progress() const override;
    std::shared_ptr<Snapshot> snapshot() override;
    Result<std::string> save() override;
    /// Saves and writes the summary; the test part is scored only where training comes to its end.
    Result<std::string> stop() override;
    std::string folder() const override { return m_run.root.string(); }

private:
    /// What has still to reach the disk. A failed write stays due and is tried again by the next step.
    struct Due {
        bool rows = false;
        bool preview = false;
        bool checkpoint = false;
        bool summary = false;
    };

    std::vector<std::string> metricNames() const;
    bool hasValidation() const {
        return m_feed->count(HeldOut::Validation) > 0 && !m_model->evaluationNames().empty();
    }
    int64_t liveCount(const char* id) const { return static_cast<int64_t>(m_tools.live(id)); }
    int64_t totalSteps() const;
    bool isComplete() const;
    bool isEvery(const char* id) const;
    double epochs() const { return epochsAt(m_position, m_feed->batchesPerEpoch()); }

    void trainOnce();
    void record(const models::Scalars& scalars, const std::map<std::string, double>& scores);
    std::map<std::string, double> validate();
    Result<void> writeDue();
    Result<void> writePreview();
    Result<void> writeCheckpoint();
    /// @param notScored  why there are no test scores; empty where m_scoring is done
    Result<void> writeSummary(const std::string& state, const std::string& reason,
                              const std::string& notScored);
    void addTestScores(io::RunSummary& summary) const;
    engine::StepOutcome finish();
    std::string reasonToEnd() const;
    engine::StepOutcome failWith(Error error);
    Recipe recipeNow() const;
    void publishWeights();
    void beginAverage();

    JobContext& m_context;
    const JobId m_id;
    engine::Announce m_announce;
    io::RunFolder m_run;
    std::optional<io::RunLock> m_lock;
    Recipe m_recipe;
    torch::Device m_device;
    uint64_t m_seed;
    std::unique_ptr<Feed> m_feed;
    std::unique_ptr<models::Model> m_model;
    std::shared_ptr<torch::nn::Module> m_decoder;
    std::shared_ptr<models::Model> m_twin;  // for the live lane; see PublishedWeights
    TrainingTools m_tools;
    Ema m_ema;
    Preview m_preview;
    std::unique_ptr<Recorder> m_recorder;
    EarlyStopping m_stopping;
    Pace m_pace{0};

    BatchPosition m_position;
    int64_t m_step = 0;  // steps done
    double m_seconds = 0;
    Due m_due;
    std::unique_ptr<Evaluation> m_scoring;  // of the test part, once the last step is done
    PreviewShown m_shown;
};

}  // namespace limner::training
