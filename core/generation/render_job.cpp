#include "render_job.h"

#include <chrono>

#include "core/internal/device.h"
#include "core/internal/key_latents.h"
#include "core/internal/output_path.h"
#include "core/internal/scaling.h"
#include "core/internal/trained_model.h"
#include "core/io/timeline_json.h"
#include "core/training/pace.h"
#include "frame_sink.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;
using engine::StepOutcome;

/// What a render is made of; a frame depends on nothing else.
struct Scene {
    Recipe recipe;
    TrainedModel trained;
    Timeline timeline;
    std::vector<Latent> keys;  ///< of each key of the time line

    int64_t firstFrame() const { return std::max<int64_t>(intOf(recipe.values, "frame") - 1, 0); }
    int64_t endFrame() const {
        return intOf(recipe.values, "frame") > 0 ? firstFrame() + 1 : frameCount(timeline);
    }
    Result<SampleSheet> draw(int64_t frame) const {
        return drawPicture(trained, latentAt(timeline, keys, frameSecond(timeline, frame)));
    }
};

Error inFrame(int64_t frame, Error error) {
    if (error.code != ErrorCode::NotFinite) return error;
    error.message = {LIMNER_TR("core", "Frame %1 cannot be shown: %2"),
                     {std::to_string(frame + 1), error.message.text()}};
    return error;
}

/// A disk that is full or may not be written to can change; whatever else went wrong will go wrong again.
StepOutcome outcomeOf(const Error& error) {
    const bool mayChange = error.code == ErrorCode::NoSpace || error.code == ErrorCode::NotWritable;
    return mayChange ? StepOutcome::pause(error) : StepOutcome::fail(error);
}

class RenderJob final : public engine::Job {
public:
    RenderJob(Scene scene, fs::path out, std::unique_ptr<FrameSink> sink, engine::Announce announce)
        : m_scene(std::move(scene)),
          m_out(std::move(out)),
          m_sink(std::move(sink)),
          m_announce(std::move(announce)),
          m_next(m_scene.firstFrame()) {}

    StepOutcome step() override {
        const auto begin = std::chrono::steady_clock::now();
        if (m_next < m_scene.endFrame()) {
            const auto drawn = drawNext();
            if (!drawn) return outcomeOf(drawn.error());
            m_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            m_pace.note(m_seconds, 1, 1);
        }
        if (m_next < m_scene.endFrame()) return StepOutcome::proceed();
        const auto finished = m_sink->finish();
        if (!finished) return outcomeOf(finished.error());
        m_announce({.kind = EventKind::Saved, .step = m_next, .folder = m_out.string()});
        return StepOutcome::done();
    }
    Result<void> edit(const ParamEdit&) override { return {}; }

    Progress progress() const override {
        const double total = static_cast<double>(m_scene.endFrame() - m_scene.firstFrame());
        const double done = static_cast<double>(m_next - m_scene.firstFrame());
        const double rate = m_pace.stepsPerSecond();
        return {.done = done,
                .total = total,
                .ratePerSecond = rate,
                .secondsLeft = rate > 0 ? (total - done) / rate : -1,
                .unit = "frames",
                .place = m_out.filename().string()};
    }
    std::shared_ptr<Snapshot> snapshot() override {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = m_next;
        snapshot->values = m_scene.recipe.values;
        snapshot->samples = m_frame;
        return snapshot;
    }
    Result<std::string> save() override { return std::string(); }
    Result<std::string> stop() override { return m_sink->kept(); }
    std::string folder() const override { return m_out.string(); }

private:
    Result<void> drawNext() {
        if (!m_sink->has(m_next)) {
            auto sheet = m_scene.draw(m_next);
            if (!sheet) return inFrame(m_next, sheet.error());
            const ParamValues& values = m_scene.recipe.values;
            const auto written =
                m_sink->write(m_next, scaled(sheet->sheet, intOf(values, "size"), textOf(values, "scaling")));
            if (!written) return written;
            m_frame = std::make_shared<const SampleSheet>(std::move(*sheet));
        }
        ++m_next;
        return {};
    }

    Scene m_scene;
    fs::path m_out;
    std::unique_ptr<FrameSink> m_sink;
    engine::Announce m_announce;
    int64_t m_next;
    std::shared_ptr<const SampleSheet> m_frame;
    double m_seconds = 0;
    training::Pace m_pace{0};
};

/// A few frames spread over the whole. Errors: as `draw`.
Result<std::vector<Image>> someFrames(const Scene& scene) {
    constexpr int64_t kSome = 32;
    std::vector<Image> frames;
    const int64_t all = frameCount(scene.timeline);
    for (int64_t i = 0; i < std::min(kSome, all); ++i) {
        const int64_t frame = i * all / std::min(kSome, all);
        auto sheet = scene.draw(frame);
        if (!sheet) return inFrame(frame, sheet.error());
        frames.push_back(std::move(sheet->sheet));
    }
    return frames;
}

Result<std::unique_ptr<FrameSink>> openSink(const Scene& scene, const fs::path& out, const Host& host) {
    if (!isMovie(out)) {
        std::error_code ignored;
        const bool isOneFrame = intOf(scene.recipe.values, "frame") > 0;
        if (isOneFrame && out.has_extension() && !fs::is_directory(out, ignored))
            return openFrameFile(out, scene.recipe, host);
        return openFrameFolder(out, scene.recipe, host);
    }
    const auto size = intOf(scene.recipe.values, "size");
    const int64_t side = size > 0 ? size : scene.trained.pictures().shape().size;
    auto samples = someFrames(scene);
    if (!samples) return samples.error();
    return openMovie(out, scene.recipe,
                     {.width = static_cast<int>(side),
                      .height = static_cast<int>(side),
                      .rateHz = scene.timeline.rateHz,
                      .frames = frameCount(scene.timeline),
                      .isLoop = scene.timeline.isLoop},
                     std::move(*samples));
}

ParamTable makeRenderTable() {
    ParamTable table = trainedRows();
    table.push_back({.id = "timeline",
                     .label = LIMNER_TR("core", "Time line"),
                     .help = LIMNER_TR("core",
                                       "The keys and what is between them: a .json file, or the JSON "
                                       "itself."),
                     .group = LIMNER_TR("core", "Time line"),
                     .kind = ParamKind::Text,
                     .standard = std::string()});
    table.push_back({.id = "frame",
                     .label = LIMNER_TR("core", "Frame"),
                     .help = LIMNER_TR("core", "One frame by its number, from 1; 0 renders all."),
                     .group = LIMNER_TR("core", "Time line"),
                     .standard = int64_t{0},
                     .range = {.low = 0, .high = 432'000, .step = 1},
                     .zeroText = LIMNER_TR("core", "all")});
    for (ParamSpec& row : scalingRows()) table.push_back(std::move(row));
    for (ParamSpec& row : movieFileRows(LIMNER_TR("core", "File"))) table.push_back(std::move(row));
    return table;
}

}  // namespace

const ParamTable& renderTable() {
    static const ParamTable table = makeRenderTable();
    return table;
}

Result<ParamValues> prepareRender(const ParamValues& given) {
    auto complete = completeValues(renderTable(), given);
    if (!complete) return complete;
    const auto timeline = timelineOf(textOf(*complete, "timeline"));
    if (!timeline) return timeline.error();
    const int64_t frame = intOf(*complete, "frame");
    if (frame > frameCount(*timeline))
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "The time line has no frame %1."), {std::to_string(frame)}},
            .hint = {LIMNER_TR("core", "Its last one is %1."), {std::to_string(frameCount(*timeline))}}};
    const auto isFree = checkRenderOutput(textOf(*complete, "out"), frame > 0);
    if (!isFree) return isFree.error();
    const auto fits = checkMovieSize(textOf(*complete, "out"), intOf(*complete, "size"), timeline->rateHz);
    if (!fits) return fits.error();
    complete->insert_or_assign("timeline", io::toJson(*timeline));
    return complete;
}

Result<std::unique_ptr<engine::Job>> startRender(const Recipe& recipe, JobContext& context, JobId,
                                                 const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    auto trained = loadTrained(recipe.values);
    if (!trained) return trained.error();
    auto timeline = timelineOf(textOf(recipe.values, "timeline"));
    if (!timeline) return timeline.error();
    auto keys = keyLatents(*timeline, trained->pictures());
    if (!keys) return keys.error();

    Scene scene{recipe, std::move(*trained), std::move(*timeline), std::move(*keys)};
    const std::string& given = textOf(recipe.values, "out");
    const char* purpose = intOf(recipe.values, "frame") > 0 ? "frame.png" : "render.mp4";
    const fs::path out = given.empty()
                             ? outputPath(context.project, recipe.values, scene.trained.step, purpose)
                             : fs::path(given);
    scene.recipe.origin = {.programVersion = context.facts.programVersion,
                           .modelHash = scene.trained.modelHash,
                           .parent = textOf(recipe.values, "run")};
    scene.recipe.values["out"] = std::string();  // the same frames are the same bytes, wherever they lie
    auto sink = openSink(scene, out, context.host);
    if (!sink) return sink.error();
    return std::unique_ptr<engine::Job>(
        std::make_unique<RenderJob>(std::move(scene), out, std::move(*sink), announce));
}

}  // namespace limner::generation
