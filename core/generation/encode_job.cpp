#include "encode_job.h"

#include <optional>

#include "core/internal/device.h"
#include "core/internal/output_path.h"
#include "core/internal/picture_file.h"
#include "core/internal/places.h"
#include "core/internal/sheet.h"
#include "core/internal/trained_model.h"
#include "core/io/json_file.h"
#include "core/types/metric_table.h"
#include "projection.h"
#include "target_picture.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;
using engine::StepOutcome;

ProjectionSettings settingsOf(const ParamValues& values) {
    return {.restarts = intOf(values, "restarts"),
            .steps = intOf(values, "steps"),
            .learningRate = realOf(values, "learning_rate"),
            .featureWeight = realOf(values, "feature_weight"),
            .seed = static_cast<uint64_t>(intOf(values, "seed"))};
}

class EncodeJob final : public engine::Job {
public:
    EncodeJob(Recipe recipe, TrainedModel trained, torch::Tensor target, const JobContext& context,
              engine::Announce announce)
        : m_recipe(std::move(recipe)),
          m_trained(std::move(trained)),
          m_target(std::move(target)),
          m_announce(std::move(announce)),
          m_log({"loss", "pixel_loss", "feature_loss"}) {
        const std::string& out = textOf(m_recipe.values, "out");
        m_out = out.empty() ? outputPath(context.project, m_recipe.values, m_trained.step, "latent.json")
                            : fs::path(out);
        m_recipe.origin = {.programVersion = context.facts.programVersion,
                           .modelHash = m_trained.modelHash,
                           .parent = textOf(m_recipe.values, "run")};
        if (!m_trained.pictures().encodes()) {
            m_projection.emplace(m_trained.pictures(), m_target, settingsOf(m_recipe.values),
                                 m_trained.hasJudge);
        }
    }

    StepOutcome step() override {
        const auto found = m_projection ? search() : encodeAtOnce();
        if (!found) return StepOutcome::fail(found.error());
        if (m_projection && !m_projection->isDone()) return StepOutcome::proceed();
        const auto written = write();
        if (!written) return StepOutcome::pause(written.error());
        m_announce({.kind = EventKind::Saved, .step = m_trained.step, .folder = m_out.string()});
        return StepOutcome::done();
    }
    Result<void> edit(const ParamEdit&) override { return {}; }
    Progress progress() const override {
        const auto total = m_projection ? intOf(m_recipe.values, "steps") : 1;
        const auto done = m_projection ? m_projection->stepsDone() : (m_latent.defined() ? 1 : 0);
        return {.done = static_cast<double>(done), .total = static_cast<double>(total), .unit = "steps"};
    }
    std::shared_ptr<Snapshot> snapshot() override {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->values = m_recipe.values;
        snapshot->metrics = m_log.table();
        if (!m_latent.defined()) return snapshot;
        snapshot->step = m_projection ? m_projection->stepsDone() : 1;
        snapshot->values["point"] = latentText(pointsOf(m_latent).front());
        snapshot->samples = std::make_shared<const SampleSheet>(
            sheetOf(torch::cat({m_target, m_picture}), m_trained.pictures().shape(), 2, snapshot->step));
        return snapshot;
    }
    Result<std::string> save() override { return std::string(); }
    /// A search that is given up keeps the best that it found.
    Result<std::string> stop() override {
        if (!m_latent.defined()) return std::string();
        const auto written = write();
        if (!written) return written.error();
        return m_out.string();
    }
    std::string folder() const override { return m_out.string(); }

private:
    Result<void> encodeAtOnce() {
        m_latent = m_trained.pictures().encode(m_target);
        m_picture = m_trained.pictures().decode(m_latent);
        m_loss = (m_picture - m_target).square().mean().item<double>();
        return checkPictures(m_picture);
    }

    // A search that is done, but could not be written, only writes.
    Result<void> search() {
        if (m_projection->isDone()) return {};
        const auto moved = m_projection->step();
        if (!moved) return moved;
        m_latent = m_projection->latent();
        m_picture = m_projection->picture();
        m_loss = m_projection->atBest().total;
        const Projection::Loss& best = m_projection->atBest();
        m_log.append(m_projection->stepsDone(), 0, 0, {best.total, best.pixel, best.feature});
        return {};
    }

    Result<void> write() const {
        const auto made = makeFolder(m_out.parent_path());
        if (!made) return made;
        const auto recipe = io::parseObject(io::toJson(m_recipe), m_out);
        if (!recipe) return recipe.error();
        io::Json json{{"schema", 1}, {"model_hash", m_trained.modelHash}, {"title", m_trained.title}};
        json["recipe"] = *recipe;
        json["latent"] = pointsOf(m_latent).front();
        json["loss_start"] = m_projection ? io::Json(m_projection->atStart().total) : io::Json();
        json["loss"] = m_loss;
        return io::writeObject(m_out, json);
    }

    Recipe m_recipe;
    TrainedModel m_trained;
    torch::Tensor m_target;  // [1, C, H, W]
    engine::Announce m_announce;
    fs::path m_out;
    std::optional<Projection> m_projection;  // where the model has no encoder
    MetricLog m_log;
    torch::Tensor m_latent, m_picture;  // the best so far, [1, …]; undefined at first
    double m_loss = 0;
};

ParamSpec searchRow(const char* id, const char* label, const char* help, ParamKind kind, ParamValue standard,
                    Range range) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = LIMNER_TR("core", "Search"),
            .kind = kind,
            .standard = std::move(standard),
            .range = range};
}

ParamTable searchRows() {
    return {
        searchRow("restarts", LIMNER_TR("core", "Starts"),
                  LIMNER_TR("core",
                            "From how many points the search begins at once; only models without an encoder "
                            "need to search."),
                  ParamKind::Integer, int64_t{4}, {.low = 1, .high = 64, .step = 1}),
        searchRow("steps", LIMNER_TR("core", "Steps"), LIMNER_TR("core", "How often each point is moved."),
                  ParamKind::Integer, int64_t{300}, {1, 100'000, Scale::Log}),
        searchRow("learning_rate", LIMNER_TR("core", "Learning rate"),
                  LIMNER_TR("core", "How far a point moves in one step; it falls to nothing at the end."),
                  ParamKind::Real, 0.05, {1e-4, 1, Scale::Log}),
        searchRow("feature_weight", LIMNER_TR("core", "Feature weight"),
                  LIMNER_TR("core",
                            "How much the picture's features count beside its pixels, by the eye of the "
                            "model's discriminator."),
                  ParamKind::Real, 0.1, {.low = 0, .high = 10, .step = 0.05}),
        searchRow("seed", LIMNER_TR("core", "Seed"),
                  LIMNER_TR("core", "The same seed begins at the same points."), ParamKind::Integer,
                  int64_t{1}, {.low = 0, .high = 4'294'967'295.0, .step = 1})};
}

ParamTable makeEncodeTable() {
    ParamTable table = trainedRows();
    table.push_back(
        {.id = "image",
         .label = LIMNER_TR("core", "Picture"),
         .help = LIMNER_TR("core", "The picture whose place among those of the model is looked for."),
         .group = LIMNER_TR("core", "Picture"),
         .kind = ParamKind::File,
         .standard = std::string()});
    for (ParamSpec& row : searchRows()) table.push_back(std::move(row));
    table.push_back(
        {.id = "out",
         .label = LIMNER_TR("core", "Save as"),
         .help = LIMNER_TR("core", "The .json file of the latent; empty puts it into the project."),
         .group = LIMNER_TR("core", "File"),
         .kind = ParamKind::File,
         .standard = std::string()});
    table.push_back(overwriteRow(LIMNER_TR("core", "File")));
    return table;
}

}  // namespace

const ParamTable& encodeTable() {
    static const ParamTable table = makeEncodeTable();
    return table;
}

Result<std::unique_ptr<engine::Job>> startEncoding(const Recipe& recipe, JobContext& context, JobId,
                                                   const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    auto trained = loadTrained(recipe.values);
    if (!trained) return trained.error();
    const auto target = targetPicture(textOf(recipe.values, "image"), trained->recipe.values,
                                      trained->pictures().shape(), context.host);
    if (!target) return target.error();
    return std::unique_ptr<engine::Job>(
        std::make_unique<EncodeJob>(recipe, std::move(*trained), *target, context, announce));
}

}  // namespace limner::generation
