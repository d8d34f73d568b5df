// The half of the training job that touches the disk: previews, checkpoints, resuming, the summary.
#include "core/internal/model_maker.h"
#include "core/internal/picture_file.h"
#include "core/language/tokenizer.h"
#include "evaluation.h"
#include "summary.h"
#include "training_job.h"
#include "weights.h"

namespace limner::training {

Result<void> TrainingJob::keepTokenizer(const io::RunFolder& run) const {
    const language::Tokenizer* tokenizer = m_feed->tokenizer();
    if (tokenizer == nullptr) return {};
    const std::string json = tokenizer->toJson();
    return generation::writeBytes(run.tokenizer(), std::as_bytes(std::span(json)));
}

Result<void> TrainingJob::writeDue() {
    if (m_due.rows) {
        const auto flushed = m_recorder->flush();
        if (!flushed) return flushed;
        m_due.rows = false;
    }
    if (m_due.preview) {
        const auto written = writePreview();
        if (!written) return written;
        m_due.preview = false;
    }
    if (m_due.checkpoint) {
        const auto written = writeCheckpoint();
        if (!written) return written;
        m_due.checkpoint = false;
        m_announce({.kind = EventKind::Saved, .step = m_step, .folder = m_run.checkpoint(m_step).string()});
    }
    if (m_due.summary) {
        const auto written = writeSummary("finished", reasonToEnd(), "");
        if (!written) return written;
        m_due.summary = false;
    }
    return {};
}

Result<void> TrainingJob::writePreview() {
    m_shown = m_preview.make(*m_model, m_ema, m_step);
    publishWeights();
    const auto written = m_shown.writing
                             ? m_recorder->addText(m_step, textOf(m_shown.writing->tokens))
                             : m_recorder->addSheet(*m_shown.samples, recipeNow(), m_context.host);
    if (!written) return written;
    const auto file = m_shown.writing ? m_run.sampleText(m_step) : m_run.sample(m_step);
    m_announce({.kind = EventKind::Sampled, .step = m_step, .folder = file.string()});
    return {};
}

void TrainingJob::publishWeights() {
    const torch::NoGradGuard noGrad;
    if (!m_twin) m_twin = std::move(makeTwin(m_recipe.values)).value();
    auto published = std::make_shared<generation::PublishedWeights>();
    published->step = m_step;
    published->twin = m_twin;
    published->training = m_recipe.values;
    const auto publish = [&](const std::string& network, const io::NamedTensors& weights) {
        for (const auto& [name, tensor] : weights) {
            published->tensors.emplace(network + "." + name,
                                       tensor.to(torch::kCPU, /*non_blocking=*/false, /*copy=*/true));
        }
    };
    publish(m_model->decoderName(), m_ema.isOn() ? m_ema.tensors() : weightsOf(*m_decoder, ""));
    for (const models::Network& network : m_model->networks()) {
        if (m_model->isLive(network.name) && network.name != m_model->decoderName())
            publish(network.name, weightsOf(*network.module, ""));
    }
    m_context.weights.publish(m_id, std::move(published));
}

Result<void> TrainingJob::writeCheckpoint() {
    m_tools.checkDevice();
    const auto flushed = m_recorder->flush();
    if (!flushed) return flushed;
    io::NamedTensors optimizer;
    for (const Optimizer& one : m_tools.optimizers()) {
        for (auto& entry : one.state()) optimizer.push_back(std::move(entry));
    }
    for (auto& [name, tensor] : m_model->carried())
        optimizer.emplace_back(std::string(kCarriedPrefix) + name, tensor);
    for (auto& [name, tensor] : m_ema.tensors())
        optimizer.emplace_back(std::string(kAveragePrefix) + name, tensor);
    const io::TrainingState state{.step = m_step,
                                  .epoch = m_position.epoch,
                                  .batchInEpoch = m_position.batch,
                                  .seconds = m_seconds,
                                  .jobRandomState = stateOf(m_tools.generator()),
                                  .processRandomState = stateOf(processGenerator(m_device)),
                                  .values = m_tools.values(),
                                  .bestScore = m_stopping.bestScore,
                                  .bestStep = m_stopping.bestStep,
                                  .stepsWithoutGain = m_stopping.validationsWithoutGain,
                                  .metrics = m_recorder->metricsSoFar(),
                                  .hashes = {}};
    const auto written = io::writeCheckpoint(m_run, state, weightsOf(m_model->networks()), optimizer);
    if (!written) return written;
    const auto best = m_stopping.bestScore ? std::optional(m_stopping.bestStep) : std::nullopt;
    const auto pruned = io::pruneCheckpoints(m_run, liveCount("keep_last"), best);
    if (!pruned) m_announce({.kind = EventKind::Warning, .step = m_step, .message = pruned.error().message});
    return {};
}

Result<std::string> TrainingJob::save() {
    m_context.processTurns.take(m_id, m_device, seedOf(m_seed, Stream::Process));
    m_due.checkpoint = false;
    const auto written = writeCheckpoint();
    if (!written) return written.error();
    return m_run.checkpoint(m_step).string();
}

Result<std::string> TrainingJob::stop() {
    const auto saved = save();
    if (!saved) return saved;
    const auto written = isComplete()
                             ? writeSummary("finished", reasonToEnd(), "stopped before the scores were there")
                             : writeSummary("stopped", "stopped by hand", "the run was stopped");
    if (!written) return written.error();
    return saved;
}

Result<void> TrainingJob::restore(const io::Checkpoint& checkpoint) {
    const io::TrainingState& state = checkpoint.state;
    const auto loaded = loadWeights(m_model->networks(), checkpoint.model.tensors);
    if (!loaded) return loaded;
    for (Optimizer& one : m_tools.optimizers()) {
        const auto taken = one.load(checkpoint.optimizer.tensors);
        if (!taken) return taken;
    }
    beginAverage();
    const auto averaged = m_ema.restore(averagedWeights(checkpoint));
    if (!averaged) return averaged;
    m_model->restoreCarried(beneath(kCarriedPrefix, checkpoint));

    const auto own = restoreState(m_tools.generator(), state.jobRandomState);
    if (!own) return own;
    at::Generator process = processGenerator(m_device);
    const auto shared = restoreState(process, state.processRandomState);
    if (!shared) return shared;
    m_stopping = {state.bestScore, state.bestStep, state.stepsWithoutGain};
    m_position = {state.epoch, state.batchInEpoch};
    m_step = state.step;
    m_seconds = state.seconds;
    m_pace = Pace(m_seconds);
    auto recorder = Recorder::open(m_run, metricNames(), m_step);
    if (!recorder) return recorder.error();
    m_recorder = std::move(*recorder);
    m_shown = m_preview.make(*m_model, m_ema, m_step);
    return {};
}

// The decoder's average has no encoder or discriminator of its own, so the weights themselves are scored.
void TrainingJob::addTestScores(io::RunSummary& summary) const {
    for (const auto& [name, score] : m_scoring->scores()) summary.test["test_" + name] = score;
    if (summary.test.empty())
        summary.notScored = "nothing was kept for the test";
    else
        summary.scoredWeights = "raw";
}

Result<void> TrainingJob::writeSummary(const std::string& state, const std::string& reason,
                                       const std::string& notScored) {
    const auto flushed = m_recorder->flush();
    if (!flushed) return flushed;
    const auto table = m_recorder->table();
    io::RunSummary summary{.state = state,
                           .reason = reason,
                           .steps = m_step,
                           .epochs = epochs(),
                           .seconds = m_seconds,
                           .unit = m_feed->unit(),
                           .unitsPerSecond = m_pace.meanUnitsPerSecond(),
                           .threads = m_context.facts.threads,
                           .device = m_device.str(),
                           .programVersion = m_context.facts.programVersion,
                           .torchVersion = m_context.facts.torchVersion,
                           .last = lastValues(*table),
                           .best = bestValues(*table),
                           .notScored = notScored};
    if (notScored.empty()) addTestScores(summary);
    return io::writeSummary(m_run.summary(), summary);
}

}  // namespace limner::training
