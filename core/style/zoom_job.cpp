#include "zoom_job.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "core/generation/frame_sink.h"
#include "core/internal/device.h"
#include "core/internal/picture_file.h"
#include "core/io/movie_file.h"
#include "core/io/recipe_text.h"
#include "core/io/safe_replace.h"
#include "core/training/pace.h"
#include "dream_method.h"
#include "feature_rows.h"
#include "named_network.h"
#include "pictures.h"
#include "scene.h"
#include "stylize_table.h"
#include "zoom_frames.h"
#include "zoom_table.h"

namespace limner::style {
namespace {

namespace fs = std::filesystem;
using engine::StepOutcome;
using Clock = std::chrono::steady_clock;

/// What a zoom is made of; its frames depend on nothing else.
struct Zoom {
    Recipe recipe;
    fs::path out;
    FeatureNetwork network;
    StyleInput input;
    ZoomMove move;  ///< from frame to frame

    bool isOneFrame() const { return intOf(recipe.values, "frame") > 0; }
    int64_t end() const { return isOneFrame() ? intOf(recipe.values, "frame") : zoomFrames(recipe.values); }
    ZoomFrames frames() const { return {network, input, move}; }
};

/// The last frame before a stretch of the movie that is not there yet.
fs::path lastFrameFile(const fs::path& out) {
    return out.parent_path() / ("." + out.filename().string() + ".zoom.png");
}

class ZoomJob final : public engine::Job {
public:
    ZoomJob(Zoom zoom, std::unique_ptr<generation::FrameSink> sink, const Host& host,
            engine::Announce announce)
        : m_zoom(std::move(zoom)),
          m_sink(std::move(sink)),
          m_host(host),
          m_announce(std::move(announce)),
          m_frames(m_zoom.frames()) {
        goOn();
    }

    StepOutcome step() override {
        const auto begin = Clock::now();
        if (m_frames.frame() < m_zoom.end() || m_isUnwritten) {
            const auto moved = m_isUnwritten ? Result<bool>(true) : m_frames.step();
            if (!moved) return StepOutcome::fail(moved.error());
            m_seconds += std::chrono::duration<double>(Clock::now() - begin).count();
            if (!*moved) return StepOutcome::proceed();
            m_isUnwritten = true;
            const auto written = write();
            if (!written) return outcomeOf(written.error());
            m_isUnwritten = false;
            m_pace.note(m_seconds, 1, 1);
            if (m_frames.frame() < m_zoom.end()) return StepOutcome::proceed();
        }
        const auto finished = m_sink->finish();
        if (!finished) return outcomeOf(finished.error());
        std::error_code ignored;
        fs::remove(lastFrameFile(m_zoom.out), ignored);
        m_announce({.kind = EventKind::Saved, .step = m_frames.frame(), .folder = m_zoom.out.string()});
        return StepOutcome::done();
    }
    Result<void> edit(const ParamEdit&) override { return {}; }

    Progress progress() const override {
        const auto total = static_cast<double>(m_zoom.end()), done = static_cast<double>(m_frames.frame());
        const double rate = m_pace.stepsPerSecond();
        return {.done = done,
                .total = total,
                .ratePerSecond = rate,
                .secondsLeft = rate > 0 ? (total - done) / rate : -1,
                .unit = "frames",
                .place = m_zoom.out.filename().string()};
    }
    std::shared_ptr<Snapshot> snapshot() override {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = m_frames.frame();
        snapshot->values = m_zoom.recipe.values;
        snapshot->samples = m_shown;
        return snapshot;
    }
    Result<std::string> save() override { return std::string(); }
    Result<std::string> stop() override { return m_sink->kept(); }
    std::string folder() const override { return m_zoom.out.string(); }

private:
    /// A disk that is full or may not be written to can change; whatever else went wrong will go wrong again.
    static StepOutcome outcomeOf(const Error& error) {
        const bool mayChange = error.code == ErrorCode::NoSpace || error.code == ErrorCode::NotWritable;
        return mayChange ? StepOutcome::pause(error) : StepOutcome::fail(error);
    }

    /// Behind the frames that are there, where the last one of them can be read; else they are made again.
    void goOn() {
        if (m_zoom.isOneFrame()) return;
        int64_t kept = 0;
        while (kept < m_zoom.end() && m_sink->has(kept)) ++kept;
        if (kept == 0) return;
        const fs::path file = generation::isMovie(m_zoom.out) ? lastFrameFile(m_zoom.out)
                                                              : m_zoom.out / generation::frameName(kept - 1);
        if (auto last = frameIn(file, kept - 1)) m_frames.goOnFrom(*last, kept);
    }

    std::optional<Image> frameIn(const fs::path& file, int64_t frame) const {
        constexpr uintmax_t kMostBytes = uintmax_t{256} << 20;
        const auto bytes = io::readFile(file, kMostBytes);
        if (!bytes) return std::nullopt;
        const auto picture = std::as_bytes(std::span(*bytes));
        const auto recipe = io::recipeFromFields(m_host.textFields(picture), file);
        if (!recipe || *recipe != generation::frameRecipe(m_zoom.recipe, frame)) return std::nullopt;
        auto image = m_host.decode(picture);
        const bool fits = image && image->width == m_zoom.input.width && image->height == m_zoom.input.height;
        if (!fits) return std::nullopt;
        return flattened(*image);
    }

    Result<void> write() {
        const int64_t frame = m_frames.frame() - 1;
        const Image& picture = m_frames.picture();
        const bool isWanted = !m_zoom.isOneFrame() || frame + 1 == m_zoom.end();
        if (isWanted && !m_sink->has(frame)) {
            const auto written = m_sink->write(frame, picture);
            if (!written) return written;
            const bool endsStretch = (frame + 1) % io::MovieWriter::kStretchFrames == 0;
            if (generation::isMovie(m_zoom.out) && endsStretch) keepLastFrame(frame, picture);
        }
        m_shown = std::make_shared<const SampleSheet>(SampleSheet{.step = frame + 1,
                                                                  .columns = 1,
                                                                  .count = 1,
                                                                  .tileWidth = picture.width,
                                                                  .tileHeight = picture.height,
                                                                  .sheet = picture});
        return {};
    }

    /// Without it, going on later means making the frames again: no reason to stop now.
    void keepLastFrame(int64_t frame, const Image& picture) const {
        const auto png =
            generation::encodePicture(picture, generation::frameRecipe(m_zoom.recipe, frame), m_host);
        if (png) std::ignore = generation::writeBytes(lastFrameFile(m_zoom.out), *png);
    }

    Zoom m_zoom;
    std::unique_ptr<generation::FrameSink> m_sink;
    const Host& m_host;
    engine::Announce m_announce;
    ZoomFrames m_frames;
    bool m_isUnwritten = false;  // the frame that was made last
    std::shared_ptr<const SampleSheet> m_shown;
    double m_seconds = 0;
    training::Pace m_pace{0};
};

fs::path unusedMovie(const fs::path& project, const ParamValues& values) {
    const std::string name = fs::path(textOf(values, "content")).stem().string() + "-zoom";
    const bool isOneFrame = intOf(values, "frame") > 0;
    std::error_code ignored;
    fs::path file = project / "outputs" / (name + (isOneFrame ? ".png" : ".mp4"));
    for (int number = 2; fs::exists(file, ignored); ++number)
        file.replace_filename(name + "-" + std::to_string(number) + (isOneFrame ? ".png" : ".mp4"));
    return file;
}

/// The values of "stylize" that say which pictures to open.
ParamValues pictureValues(const ParamValues& zoom) {
    ParamValues values{{"content", zoom.at("content")},
                       {"style", zoom.at("style")},
                       {"size", zoom.at("size")},
                       {"seed", zoom.at("seed")},
                       {"method", std::string("dream")}};
    auto complete = completeValues(stylizeTable(), values);
    ParamValues all = complete ? std::move(*complete) : std::move(values);
    for (const auto& [id, value] : zoom) all.insert_or_assign(id, value);
    return all;
}

/// Movies want sides that are multiples of a step.
void fitSides(StyleInput& input, const fs::path& out) {
    int step = 1;
    if (generation::isMovie(out))
        if (const auto format = io::movieFormatOf(out)) step = format->sizeStep;
    const PixelSize size{static_cast<int>(input.width / step * step),
                         static_cast<int>(input.height / step * step)};
    input.content = resized(input.content, size).clamp(0, 1);
    input.width = size.width;
    input.height = size.height;
}

/// The same zoom in few frames and small, for the colours of a GIF. Empty where a stop was asked for.
Result<std::vector<Image>> colourSamples(const Zoom& zoom, const std::function<bool()>& isStopAsked) {
    constexpr int64_t kSamples = 12, kSide = 160;
    Zoom small = zoom;
    const PixelSize whole = sizeOf(zoom.input.content);
    const int64_t smallest = zoom.network.smallestSide(textOf(zoom.recipe.values, "layer"));
    const double least = static_cast<double>(smallest) / std::min(whole.width, whole.height);
    const double scale = std::min(
        1.0, std::max(static_cast<double>(kSide) / std::max(whole.width, whole.height), least * 1.1));
    const PixelSize size = sizeWithin(
        whole, std::lround(std::ceil(scale * static_cast<double>(std::max(whole.width, whole.height)))));
    small.input.content = resized(zoom.input.content, size).clamp(0, 1);
    small.input.width = size.width;
    small.input.height = size.height;
    const int64_t count = std::min(kSamples, zoom.end());
    const double stride = static_cast<double>(zoom.end()) / static_cast<double>(count);
    small.move = {std::pow(zoom.move.factor, stride), zoom.move.degrees * stride};
    ZoomFrames frames = small.frames();
    std::vector<Image> samples;
    while (static_cast<int64_t>(samples.size()) < count && !isStopAsked()) {
        const auto moved = frames.step();
        if (!moved) return moved.error();
        if (*moved) samples.push_back(frames.picture());
    }
    return samples;
}

Result<std::unique_ptr<generation::FrameSink>> openZoomSink(const Zoom& zoom, const Host& host,
                                                            const std::function<bool()>& isStopAsked) {
    std::error_code ignored;
    if (!generation::isMovie(zoom.out)) {
        const bool isFile =
            zoom.isOneFrame() && zoom.out.has_extension() && !fs::is_directory(zoom.out, ignored);
        if (isFile) return generation::openFrameFile(zoom.out, zoom.recipe, host);
        return generation::openFrameFolder(zoom.out, zoom.recipe, host);
    }
    const auto format = io::movieFormatOf(zoom.out);
    if (!format) return format.error();
    auto samples = format->hasPalette ? colourSamples(zoom, isStopAsked)
                                      : Result<std::vector<Image>>(std::vector<Image>{});
    if (!samples) return samples.error();
    return generation::openMovie(zoom.out, zoom.recipe,
                                 {.width = static_cast<int>(zoom.input.width),
                                  .height = static_cast<int>(zoom.input.height),
                                  .rateHz = static_cast<int>(intOf(zoom.recipe.values, "rate")),
                                  .frames = zoom.end()},
                                 std::move(*samples));
}

Result<Zoom> openZoom(const Recipe& recipe, JobContext& context, const engine::Announce& announce) {
    const ParamValues& values = recipe.values;
    auto network = loadFeatures(values, context.project);
    if (!network) return network.error();
    auto scene = openScene(pictureValues(values), textOf(values, "content"), context.host,
                           [&announce](Message message) {
                               announce({.kind = EventKind::Warning, .message = std::move(message)});
                           });
    if (!scene) return scene.error();
    const double rate = static_cast<double>(intOf(values, "rate"));
    const std::string& out = textOf(values, "out");
    Zoom zoom{.recipe = recipe,
              .out = out.empty() ? unusedMovie(context.project, values) : fs::path(out),
              .network = std::move(*network),
              .input = std::move(scene->input),
              .move = {std::pow(realOf(values, "zoom"), 1 / rate), realOf(values, "turn") / rate}};
    fitSides(zoom.input, zoom.out);
    const auto fits = checkDream(zoom.network, zoom.input);
    if (!fits) return fits.error();
    zoom.recipe.origin = {
        .programVersion = context.facts.programVersion, .modelHash = zoom.network.hash(), .parent = {}};
    zoom.recipe.values["out"] = std::string();  // the same frames are the same bytes, wherever they lie
    return zoom;
}

}  // namespace

Result<std::unique_ptr<engine::Job>> startZoom(const Recipe& recipe, JobContext& context, JobId id,
                                               const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    Recipe named = recipe;
    named.values = withNamedNetworks(recipe.values, context.project);
    auto zoom = openZoom(named, context, announce);
    if (!zoom) return zoom.error();
    const auto isStopAsked = [&context, id] { return context.isStopAsked && context.isStopAsked(id); };
    auto sink = openZoomSink(*zoom, context.host, isStopAsked);
    if (!sink) return sink.error();
    return std::unique_ptr<engine::Job>(
        std::make_unique<ZoomJob>(std::move(*zoom), std::move(*sink), context.host, announce));
}

}  // namespace limner::style
