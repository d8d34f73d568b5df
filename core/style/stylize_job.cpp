#include "stylize_job.h"

#include <chrono>
#include <cmath>
#include <tuple>

#include "contents.h"
#include "core/internal/device.h"
#include "core/internal/style_method.h"
#include "core/training/pace.h"
#include "named_network.h"
#include "output.h"
#include "pictures.h"
#include "scene.h"
#include "tiles.h"

namespace limner::style {
namespace {

namespace fs = std::filesystem;
using engine::StepOutcome;
using Clock = std::chrono::steady_clock;

Error notFinite() {
    return {.code = ErrorCode::NotFinite,
            .message = LIMNER_TR("core", "The picture turned into numbers that are not finite."),
            .hint = LIMNER_TR("core", "Try a lower strength or a lower learning rate.")};
}

class StylizeJob final : public engine::Job {
public:
    StylizeJob(const StyleMethodEntry& method, const Recipe& recipe, JobContext& context,
               engine::Announce announce, std::vector<fs::path> contents)
        : m_entry(method),
          m_recipe(recipe),
          m_context(context),
          m_announce(std::move(announce)),
          m_contents(std::move(contents)) {
        m_recipe.origin = {.programVersion = context.facts.programVersion,
                           .modelHash = {},
                           .parent = textOf(recipe.values, "resume_from")};
    }

    /// Opens the pictures of the next result.
    Result<void> open() {
        const fs::path& content = m_contents[m_index];
        auto scene = openScene(m_recipe.values, content, m_context.host,
                               [this](Message message) { warn(std::move(message)); });
        if (!scene) return scene.error();
        m_isUntouched = scene->input.content.defined() && realOf(m_recipe.values, "strength") <= 0;
        m_picture = scene->input.content;
        m_finish = std::move(scene->finish);
        m_out = outputOf(m_recipe.values, content, m_context.project);
        if (m_isUntouched) return {};
        auto made = m_entry.tilesItself ? m_entry.make(scene->input, m_context)
                                        : makeTiled(m_entry, scene->input, m_context);
        if (!made) return made.error();
        m_method = std::move(*made);
        m_recipe.origin.modelHash = m_method->modelHash();
        if (!m_log) m_log.emplace(m_method->scalarNames());
        return {};
    }

    StepOutcome step() override {
        const auto begin = Clock::now();
        if (!m_isUntouched && !m_method) return openNext();
        if (m_method && !m_method->isDone()) {
            const auto moved = advance();
            if (!moved) return stopAtLastGood(moved.error());
            m_seconds += std::chrono::duration<double>(Clock::now() - begin).count();
            m_pace.note(m_seconds, 1, 0);
            note();
            if (!m_method->isDone()) return StepOutcome::proceed();
        }
        const auto written = write();
        if (!written) return StepOutcome::pause(written.error());
        m_announce({.kind = EventKind::Saved, .step = stepsDone(), .folder = m_out.string()});
        return closeThis();
    }

    Result<void> edit(const ParamEdit& edit) override {
        if (m_method) {
            const auto done = m_method->edit(edit);
            if (!done) return done;
        }
        m_recipe.values[edit.id] = edit.value;
        return {};
    }

    Progress progress() const override {
        const double perPicture = m_method ? static_cast<double>(m_method->stepsTotal()) : m_lastTotal;
        const double done = static_cast<double>(m_index) * perPicture + static_cast<double>(stepsDone());
        const double total = static_cast<double>(m_contents.size()) * perPicture;
        const double rate = m_pace.stepsPerSecond();
        return {.done = std::min(done, total),
                .total = total,
                .ratePerSecond = rate,
                .secondsLeft = rate > 0 ? std::max(0.0, total - done) / rate : -1,
                .unit = "steps",
                .place = place()};
    }

    std::shared_ptr<Snapshot> snapshot() override {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = stepsDone();
        snapshot->values = m_recipe.values;
        if (m_log) snapshot->metrics = m_log->table();
        if (m_picture.defined()) snapshot->samples = shown();
        return snapshot;
    }
    Result<std::string> save() override {
        if (!m_hasMoved) return std::string();
        const auto written = write();
        if (!written) return written.error();
        return m_out.string();
    }
    std::string folder() const override {
        return m_contents.size() > 1 ? m_out.parent_path().string() : m_out.string();
    }

private:
    int64_t stepsDone() const { return m_method ? m_method->stepsDone() : 0; }
    void warn(Message message) const {
        m_announce({.kind = EventKind::Warning, .message = std::move(message)});
    }

    Message place() const {
        if (m_contents.size() > 1)
            return {LIMNER_TR("core", "picture %1 of %2"),
                    {std::to_string(std::min(m_index + 1, m_contents.size())),
                     std::to_string(m_contents.size())}};
        return m_method ? m_method->place() : Message();
    }

    /// A picture of a folder that cannot be used is left out and named; without a folder it is an error.
    StepOutcome openNext() {
        const auto opened = open();
        if (opened) return StepOutcome::proceed();
        if (m_contents.size() == 1) return StepOutcome::fail(opened.error());
        warn({LIMNER_TR("core", "%1 Left out."), {opened.error().message.text()}});
        ++m_leftOut;
        if (m_leftOut == m_contents.size()) return StepOutcome::fail(opened.error());
        return closeThis();
    }

    Result<void> moveOn() {
        try {
            return m_method->step();
        } catch (const std::exception& exception) {
            if (isOutOfMemory(exception)) return outOfMemory();
            if (m_hasMoved)
                std::ignore = write();  // a bug: what is there is kept, and the lane says the rest
            throw;
        }
    }

    Result<void> advance() {
        const auto moved = moveOn();
        if (!moved) return moved;
        const Picture& picture = m_method->picture();
        if (!picture.defined() || picture.is_same(m_picture)) return {};
        // A sum is finite where all of it is, and reads the picture once.
        if (!std::isfinite(picture.sum().item<float>())) return notFinite();
        m_picture = picture;
        m_hasMoved = true;
        return {};
    }

    void note() {
        const auto scalars = m_method->scalars();
        if (scalars.empty()) return;  // nothing is measured, or all begins anew with smaller pieces
        m_log->append(m_method->stepsDone(), 0, m_seconds, scalars);
    }

    /// What is there already is worth keeping, whatever went wrong.
    StepOutcome stopAtLastGood(Error error) {
        if (!m_hasMoved) return StepOutcome::fail(std::move(error));
        const auto written = write();
        if (written) error.kept = {LIMNER_TR("core", "The last good picture is in “%1”."), {m_out.string()}};
        return StepOutcome::fail(std::move(error));
    }

    StepOutcome closeThis() {
        m_lastTotal = m_method ? static_cast<double>(m_method->stepsTotal()) : 1;
        ++m_index;
        if (m_index == m_contents.size()) return StepOutcome::done();
        m_method.reset();
        m_isUntouched = m_hasMoved = false;
        return StepOutcome::proceed();
    }

    std::shared_ptr<const SampleSheet> shown() {
        if (m_shown && m_shownPicture.is_same(m_picture)) return m_shown;
        m_shownPicture = m_picture;
        Image image = finished();
        m_shown = std::make_shared<const SampleSheet>(SampleSheet{.step = stepsDone(),
                                                                  .columns = 1,
                                                                  .count = 1,
                                                                  .tileWidth = image.width,
                                                                  .tileHeight = image.height,
                                                                  .sheet = std::move(image)});
        return m_shown;
    }

    Image finished() const { return m_isUntouched ? toImage(m_picture) : m_finish.apply(m_picture); }

    Result<void> write() {
        Recipe recipe = m_recipe;
        recipe.values["content"] = m_contents[std::min(m_index, m_contents.size() - 1)].string();
        recipe.values["out"] = std::string();  // who makes it again does not mean to replace it
        return writeResult(m_out, m_finish.withAlpha(shown()->sheet), recipe, m_context.host,
                           [this](Message message) { warn(std::move(message)); });
    }

    const StyleMethodEntry& m_entry;
    Recipe m_recipe;
    JobContext& m_context;
    engine::Announce m_announce;
    std::vector<fs::path> m_contents;  // at least one; one empty path where there is no content
    size_t m_index = 0;                // of the current one
    size_t m_leftOut = 0;
    std::unique_ptr<StyleMethod> m_method;  // null before a picture is opened, and at strength 0
    bool m_isUntouched = false;             // strength 0: the content is the result
    bool m_hasMoved = false;                // whether m_picture is a result and not the content
    Picture m_picture;                      // the last good one
    Finish m_finish;
    fs::path m_out;
    std::optional<MetricLog> m_log;
    std::shared_ptr<const SampleSheet> m_shown;
    Picture m_shownPicture;  // what m_shown shows
    double m_seconds = 0;
    double m_lastTotal = 1;
    training::Pace m_pace{0};
};

}  // namespace

Result<std::unique_ptr<engine::Job>> startStylizeBy(const StyleMethodEntry& method, const Recipe& recipe,
                                                    JobContext& context, const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    auto contents = contentsOf(textOf(recipe.values, "content"));
    if (!contents) return contents.error();
    const bool isOne = contents->size() == 1;
    auto job = std::make_unique<StylizeJob>(method, recipe, context, announce, std::move(*contents));
    if (isOne) {
        const auto opened = job->open();
        if (!opened) return opened.error();
    }
    return std::unique_ptr<engine::Job>(std::move(job));
}

Result<std::unique_ptr<engine::Job>> startStylize(const Recipe& recipe, JobContext& context, JobId,
                                                  const engine::Announce& announce) {
    Recipe named = recipe;  // what made a picture is named in it, also where the person left it open
    named.values = withNamedNetworks(recipe.values, context.project);
    return startStylizeBy(*findStyleMethod(textOf(named.values, "method")), named, context, announce);
}

}  // namespace limner::style
