#include "training_job.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <new>
#include <string_view>

#include "evaluation.h"
#include "finite.h"
#include "schedule.h"
#include "weights.h"

namespace limner::training {
namespace {

using engine::StepOutcome;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string printed(const char* format, double number) {
    char text[32];
    std::snprintf(text, sizeof text, format, number);
    return text;
}

std::shared_ptr<torch::nn::Module> networkOf(const models::Model& model, const std::string& name) {
    const auto networks = model.networks();
    return std::ranges::find(networks, name, &models::Network::name)->module;
}

// LibTorch's allocator for the CPU has no exception of its own.
bool isOutOfMemory(const std::exception& failure) {
    return dynamic_cast<const c10::OutOfMemoryError*>(&failure) != nullptr ||
           dynamic_cast<const std::bad_alloc*>(&failure) != nullptr ||
           std::string_view(failure.what()).find("DefaultCPUAllocator") != std::string_view::npos;
}

Error unexpected(const std::exception& failure) {
    if (isOutOfMemory(failure)) {
        return {.code = ErrorCode::OutOfMemory,
                .message = LIMNER_TR("core", "There is not enough memory for a training step."),
                .hint = LIMNER_TR(
                    "core",
                    "Choose a smaller batch, smaller pictures, shorter pieces of text or a smaller model."),
                .details = failure.what()};
    }
    return {
        .code = ErrorCode::Internal,
        .message = LIMNER_TR("core", "Something went wrong in a training step."),
        .hint = LIMNER_TR("core", "Resume from the last checkpoint; report the details if it happens again."),
        .details = failure.what()};
}

}  // namespace

TrainingJob::TrainingJob(TrainingParts parts)
    : m_context(parts.context),
      m_id(parts.id),
      m_announce(std::move(parts.announce)),
      m_run(std::move(parts.run)),
      m_lock(std::move(parts.lock)),
      m_recipe(std::move(parts.recipe)),
      m_device(parts.device),
      m_seed(static_cast<uint64_t>(intOf(m_recipe.values, "seed"))),
      m_feed(std::move(parts.feed)),
      m_model(std::move(parts.model)),
      m_decoder(networkOf(*m_model, m_model->decoderName())),
      m_tools(m_model->networks(), parts.table, m_recipe.values,
              makeGenerator(m_device, seedOf(m_seed, Stream::Steps)), m_device),
      m_ema(*m_decoder),
      m_preview(*m_feed, m_seed) {
    m_ema.setDecay(m_tools.live("ema"));
}

TrainingJob::~TrainingJob() {
    m_context.processTurns.forget(m_id);
}

Result<void> TrainingJob::takeWeights(const std::map<std::string, torch::Tensor>& weights) {
    const auto loaded = loadWeights(m_model->networks(), weights);
    if (!loaded) return loaded;
    beginAverage();
    return {};
}

// An average that begins anew takes the weights as they are now.
void TrainingJob::beginAverage() {
    m_ema.setDecay(0);
    m_ema.setDecay(m_tools.live("ema"));
}

Result<void> TrainingJob::begin(io::RunFolder run, io::RunLock lock, Origin origin) {
    m_run = std::move(run);
    m_lock = std::move(lock);
    m_recipe.origin = std::move(origin);
    auto recorder = Recorder::open(m_run, metricNames(), -1);
    if (!recorder) return recorder.error();
    m_recorder = std::move(*recorder);
    m_due.preview = true;
    return {};
}

std::vector<std::string> TrainingJob::metricNames() const {
    std::vector<std::string> names = m_model->scalarNames();
    for (const auto& [id, rate] : m_tools.learningRates()) names.push_back(id);
    if (!hasValidation()) return names;
    for (const std::string& name : m_model->evaluationNames()) names.push_back("validation_" + name);
    return names;
}

int64_t TrainingJob::totalSteps() const {
    const int64_t steps = liveCount("steps");
    return steps > 0 ? steps : liveCount("epochs") * m_feed->batchesPerEpoch();
}

bool TrainingJob::isComplete() const {
    return m_step >= totalSteps() || m_stopping.isOver(liveCount("early_stopping"));
}

std::string TrainingJob::reasonToEnd() const {
    if (m_step < totalSteps()) return "early stopping";
    return liveCount("steps") > 0 ? "steps done" : "epochs done";
}

bool TrainingJob::isEvery(const char* id) const {
    const int64_t every = liveCount(id);
    return every > 0 && m_step % every == 0;
}

StepOutcome TrainingJob::step() {
    const auto started = Clock::now();
    m_context.processTurns.take(m_id, m_device, seedOf(m_seed, Stream::Process));
    try {
        auto written = writeDue();
        if (written && !isComplete()) {
            trainOnce();
            written = writeDue();
        }
        if (m_scoring == nullptr) m_seconds += secondsSince(started);  // scoring is no training
        if (!written) return StepOutcome::pause(written.error());
        return isComplete() ? finish() : StepOutcome::proceed();
    } catch (const NotFiniteError& failure) {
        return failWith(
            {.code = ErrorCode::NotFinite,
             .message = failure.message(),
             .hint = LIMNER_TR("core", "Resume from the last checkpoint with a lower learning rate.")});
    } catch (const std::exception& failure) {
        return failWith(unexpected(failure));
    }
}

// One batch of the test part, or the end: a stop that comes while they are scored waits for one batch.
StepOutcome TrainingJob::finish() {
    if (m_scoring == nullptr)
        m_scoring = std::make_unique<Evaluation>(*m_model, *m_feed, HeldOut::Test, m_seed, m_device);
    if (!m_scoring->isDone()) {
        m_scoring->step();
        return StepOutcome::proceed();
    }
    m_due.summary = true;
    const auto written = writeDue();
    return written ? StepOutcome::done() : StepOutcome::pause(written.error());
}

void TrainingJob::trainOnce() {
    const auto started = Clock::now();
    m_scoring.reset();  // an edit may let a run that was complete go on
    const models::Batch batch = m_feed->training(m_position, m_tools.generator());
    m_tools.beginStep(m_step, scheduleFactor(m_tools.values(), m_step, totalSteps()));
    const models::Scalars scalars = m_model->step(batch, m_tools);
    m_ema.update();
    m_position = after(m_position, m_feed->batchesPerEpoch());
    ++m_step;

    std::map<std::string, double> scores;
    if (hasValidation() && (isEvery("validate_every") || m_step == totalSteps())) scores = validate();
    if (isEvery("log_every") || !scores.empty() || isComplete()) record(scalars, scores);
    m_due.preview = m_due.preview || isEvery("preview_every") || isComplete();
    m_due.checkpoint = m_due.checkpoint || isEvery("save_every") || isComplete();
    m_pace.note(m_seconds + secondsSince(started), 1, m_feed->unitsIn(batch));
}

std::map<std::string, double> TrainingJob::validate() {
    const auto scores = evaluate(*m_model, *m_feed, HeldOut::Validation, m_seed, m_device);
    const double score = scores.at(m_model->evaluationNames().front());
    if (m_stopping.record(m_step, score)) m_due.checkpoint = true;
    return scores;
}

void TrainingJob::record(const models::Scalars& scalars, const std::map<std::string, double>& scores) {
    m_tools.checkDevice();
    const torch::Tensor here = torch::stack(scalars).detach().to(torch::kCPU, torch::kFloat64);
    std::vector<double> row(here.const_data_ptr<double>(), here.const_data_ptr<double>() + here.numel());
    for (const auto& [id, rate] : m_tools.learningRates()) row.push_back(rate);
    if (hasValidation()) {
        for (const std::string& name : m_model->evaluationNames()) {
            const auto found = scores.find(name);
            row.push_back(found == scores.end() ? std::nan("") : found->second);
        }
    }
    m_due.rows = !m_recorder->addRow(m_step, epochs(), m_seconds, row).ok() || m_due.rows;
}

Result<void> TrainingJob::edit(const ParamEdit& edit) {
    const ParamValue old = m_tools.values().at(edit.id);
    if (old == edit.value) return {};
    const auto recorded = m_recorder->addEdit({m_step, edit.id, old, edit.value});
    if (!recorded) return recorded;
    m_tools.setValue(edit.id, edit.value);
    m_ema.setDecay(m_tools.live("ema"));
    m_announce({.kind = EventKind::Edited, .step = m_step, .edit = edit, .oldValue = old});
    return {};
}

Progress TrainingJob::progress() const {
    Progress progress{.done = static_cast<double>(m_step),
                      .total = static_cast<double>(totalSteps()),
                      .ratePerSecond = m_pace.stepsPerSecond(),
                      .unit = "steps"};
    if (progress.ratePerSecond > 0) {
        progress.secondsLeft = std::max(0.0, progress.total - progress.done) / progress.ratePerSecond;
    }
    if (m_scoring != nullptr) {
        progress.place = {LIMNER_TR("core", "scoring what was kept for the test: %1 of %2"),
                          {std::to_string(m_scoring->done()), std::to_string(m_scoring->total())}};
        return progress;
    }
    const double allEpochs = progress.total / static_cast<double>(m_feed->batchesPerEpoch());
    progress.place = {LIMNER_TR("core", "epoch %1 of %2"),
                      {printed("%.2f", epochs()), printed("%.4g", allEpochs)}};
    progress.innerRate = m_feed->rate(printed("%.0f", m_pace.unitsPerSecond()));
    return progress;
}

std::shared_ptr<Snapshot> TrainingJob::snapshot() {
    if (m_context.weights.isAwaited(m_id)) publishWeights();
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->step = m_step;
    snapshot->values = m_tools.values();
    snapshot->metrics = m_recorder->table();
    snapshot->samples = m_shown.samples;
    snapshot->samplesRaw = m_shown.raw;
    snapshot->writing = m_shown.writing;
    return snapshot;
}

Recipe TrainingJob::recipeNow() const {
    Recipe recipe = m_recipe;
    recipe.values = m_tools.values();
    return recipe;
}

StepOutcome TrainingJob::failWith(Error error) {
    error.message = {LIMNER_TR("core", "%1 (step %2)"), {error.message.text(), std::to_string(m_step + 1)}};
    const auto steps = m_run.checkpointSteps();
    if (steps.empty() && error.code == ErrorCode::NotFinite)  // nothing to resume from yet
        error.hint = LIMNER_TR("core", "Start again with a lower learning rate, or save more often.");
    error.kept = steps.empty() ? Message(LIMNER_TR("core", "The curves and samples so far are kept."))
                               : Message(LIMNER_TR("core", "The checkpoint of step %1 is untouched."),
                                         {std::to_string(steps.back())});
    (void)m_recorder->flush();
    (void)writeSummary("failed", error.text(), "the run failed");
    return StepOutcome::fail(std::move(error));
}

}  // namespace limner::training
