#include "sweep_job.h"

#include <algorithm>
#include <chrono>

#include "core/internal/device.h"
#include "core/internal/opened_models.h"
#include "core/internal/output_path.h"
#include "core/internal/picture_file.h"
#include "core/internal/scaling.h"
#include "core/training/pace.h"
#include "sweep_plan.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;
using engine::StepOutcome;

class SweepJob final : public engine::Job {
public:
    SweepJob(Recipe recipe, SweepPlan plan, JobContext& context, JobId id, engine::Announce announce)
        : m_recipe(std::move(recipe)),
          m_plan(std::move(plan)),
          m_context(context),
          m_id(id),
          m_announce(std::move(announce)) {
        const std::string& out = textOf(m_recipe.values, "out");
        m_out =
            out.empty() ? context.project / "outputs" / ("sweep-" + m_plan.kind->id + ".png") : fs::path(out);
        m_scratch = m_out.parent_path() / ("." + m_out.filename().string() + ".cells");
        m_recipe.origin = {.programVersion = context.facts.programVersion,
                           .modelHash = {},
                           .parent = textOf(m_recipe.values, "run")};
        m_recipe.values["out"] = std::string();
    }
    SweepJob(const SweepJob&) = delete;
    SweepJob& operator=(const SweepJob&) = delete;
    ~SweepJob() override {
        m_cell.reset();
        std::error_code ignored;
        fs::remove_all(m_scratch, ignored);
    }

    StepOutcome step() override {
        const auto begin = std::chrono::steady_clock::now();
        if (m_done < cellCount()) {
            const auto outcome = stepCell();
            if (outcome.next != StepOutcome::Next::Continue) return outcome;
        }
        m_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        m_pace.note(m_seconds, m_done - m_noted, 0);
        m_noted = m_done;
        if (m_done < cellCount()) return StepOutcome::proceed();
        const auto written = write();
        if (!written) return StepOutcome::pause(written.error());
        m_announce({.kind = EventKind::Saved, .step = m_done, .folder = m_out.string()});
        return StepOutcome::done();
    }
    Result<void> edit(const ParamEdit&) override { return {}; }
    Progress progress() const override {
        const double rate = m_pace.stepsPerSecond();
        return {.done = static_cast<double>(m_done),
                .total = static_cast<double>(cellCount()),
                .ratePerSecond = rate,
                .secondsLeft = rate > 0 ? static_cast<double>(cellCount() - m_done) / rate : -1,
                .unit = "pictures"};
    }
    std::shared_ptr<Snapshot> snapshot() override {
        if (!m_shown && !m_sheet.sheet.isEmpty()) m_shown = std::make_shared<const SampleSheet>(m_sheet);
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = m_done;
        snapshot->values = m_recipe.values;
        snapshot->samples = m_shown;
        return snapshot;
    }
    Result<std::string> save() override { return std::string(); }
    std::string folder() const override { return m_out.string(); }

private:
    int columns() const { return m_plan.sweep.x.count; }
    int rows() const { return m_plan.sweep.y.count; }
    int64_t cellCount() const { return int64_t{columns()} * rows(); }

    /// One step of the job of the current cell.
    StepOutcome stepCell() {
        if (!m_cell) {
            auto made = makeCell();
            if (!made) return StepOutcome::fail(made.error());
            m_cell = std::move(*made);
        }
        auto outcome = m_cell->step();
        if (outcome.next != StepOutcome::Next::Done) return outcome;
        const auto taken = takePicture(m_cell->snapshot()->samples.get());
        m_cell.reset();
        if (!taken) return StepOutcome::fail(taken.error());
        ++m_done;
        return StepOutcome::proceed();
    }

    /// All cells are pictures of the weights as they were when the first of them was made.
    Result<std::unique_ptr<engine::Job>> makeCell() {
        struct Lent {
            JobContext& context;
            ~Lent() { context.opened = nullptr; }
        } const lent{m_context};
        m_context.opened = &m_opened;
        const auto column = static_cast<int>(m_done % columns());
        const auto row = static_cast<int>(m_done / columns());
        ParamValues values = cellValues(m_plan.sweep, column, row);
        values["out"] = (m_scratch / (std::to_string(m_done) + ".png")).string();
        const auto prepared = m_plan.kind->prepare(values);
        if (!prepared) return prepared.error();
        return m_plan.kind->make({.kind = m_plan.kind->id, .values = *prepared}, m_context, m_id,
                                 [](const Event&) {});
    }

    Result<void> takePicture(const SampleSheet* samples) {
        if (samples == nullptr || samples->sheet.isEmpty())
            return Error{.code = ErrorCode::Unsupported,
                         .message = {LIMNER_TR("core", "A job of the kind “%1” has no picture to show."),
                                     {m_plan.kind->id}},
                         .hint = LIMNER_TR("core", "Make a sweep of sample.")};
        const bool isSquare = samples->sheet.width == samples->sheet.height;
        const Image picture = isSquare ? scaled(samples->sheet, intOf(m_recipe.values, "size"),
                                                textOf(m_recipe.values, "scaling"))
                                       : samples->sheet;
        if (m_sheet.sheet.isEmpty()) m_sheet = emptySheet(picture);
        if (picture.width != m_sheet.tileWidth || picture.height != m_sheet.tileHeight ||
            picture.channels != m_sheet.sheet.channels)
            return Error{.code = ErrorCode::Unsupported,
                         .message = LIMNER_TR("core", "The pictures of this sweep differ in size."),
                         .hint = LIMNER_TR("core", "Go over parameters that leave the size as it is.")};
        m_sheet.setTile(static_cast<int>(m_done), picture);
        m_shown = nullptr;
        return {};
    }

    SampleSheet emptySheet(const Image& cell) const {
        return {.step = 0,
                .columns = columns(),
                .count = static_cast<int>(cellCount()),
                .tileWidth = cell.width,
                .tileHeight = cell.height,
                .sheet = Image(columns() * cell.width, rows() * cell.height, cell.channels)};
    }

    AxisLabels labelsOf(const char* title, const SweepAxis& axis) const {
        const std::string& given = textOf(m_recipe.values, title);
        AxisLabels labels{.title = given.empty() ? axisTitle(m_plan, axis) : Message{"%1", {given}}};
        for (int i = 0; i < axis.count && !axis.id.empty(); ++i) labels.ticks.push_back(axisText(axis, i));
        return labels;
    }

    Result<void> write() {
        const auto labelled = m_context.host.withAxes(m_sheet, labelsOf("x_title", m_plan.sweep.x),
                                                      labelsOf("y_title", m_plan.sweep.y));
        if (!labelled) return labelled.error();
        const auto png = encodePicture(*labelled, m_recipe, m_context.host);
        if (!png) return png.error();
        return writeBytes(m_out, *png);
    }

    Recipe m_recipe;
    SweepPlan m_plan;
    JobContext& m_context;
    JobId m_id;
    engine::Announce m_announce;
    fs::path m_out;
    fs::path m_scratch;                 // where the jobs of the cells write to
    OpenedModels m_opened{&chosenKey};  // what cells have opened
    std::unique_ptr<engine::Job> m_cell;
    SampleSheet m_sheet;
    std::shared_ptr<const SampleSheet> m_shown;  // a copy of m_sheet as of now, or null
    int64_t m_done = 0;
    int64_t m_noted = 0;
    double m_seconds = 0;
    training::Pace m_pace{0};
};

void addAxisRows(ParamTable& table, const std::string& name, const char* group, const char* label,
                 const char* help, int64_t count) {
    table.push_back({.id = name,
                     .label = label,
                     .help = help,
                     .group = group,
                     .kind = ParamKind::Text,
                     .standard = std::string()});
    const auto limit = [&](const char* ending, const char* limitLabel, double standard) {
        table.push_back({.id = name + ending,
                         .label = limitLabel,
                         .help = LIMNER_TR("core", "The value at this end."),
                         .group = group,
                         .kind = ParamKind::Real,
                         .standard = standard,
                         .range = {-1e12, 1e12}});
    };
    limit("_from", LIMNER_TR("core", "From"), -3);
    limit("_to", LIMNER_TR("core", "To"), 3);
    table.push_back(
        {.id = name + "_title",
         .label = LIMNER_TR("core", "Title"),
         .help = LIMNER_TR("core", "What stands beside the axis; empty takes the parameter's name."),
         .group = group,
         .kind = ParamKind::Text,
         .standard = std::string()});
    table.push_back({.id = name + "_count",
                     .label = LIMNER_TR("core", "Cells"),
                     .help = LIMNER_TR("core", "How many pictures along this axis."),
                     .group = group,
                     .standard = count,
                     .range = {.low = 1, .high = 64, .step = 1}});
}

ParamTable makeSweepTable() {
    const char* recipe = LIMNER_TR("core", "Recipe");
    ParamTable table{{.id = "of",
                      .label = LIMNER_TR("core", "Of"),
                      .help = LIMNER_TR("core", "The kind of job that makes each cell."),
                      .group = recipe,
                      .kind = ParamKind::Text,
                      .standard = std::string("sample")},
                     {.id = "run",
                      .label = LIMNER_TR("core", "Run"),
                      .help = LIMNER_TR("core", "The model; replaces the one of the base."),
                      .group = recipe,
                      .kind = ParamKind::Run,
                      .standard = std::string()},
                     {.id = "base",
                      .label = LIMNER_TR("core", "Base"),
                      .help = LIMNER_TR("core",
                                        "The values that all cells share: JSON, or a .json or .png file "
                                        "that holds a recipe; empty takes the standard ones."),
                      .group = recipe,
                      .kind = ParamKind::Text,
                      .standard = std::string()}};
    const char* help =
        LIMNER_TR("core", "A numeric parameter, or directions.1, dimensions.1, attributes.1 and so on.");
    addAxisRows(table, "x", LIMNER_TR("core", "Columns"), LIMNER_TR("core", "X"), help, 7);
    addAxisRows(table, "y", LIMNER_TR("core", "Rows"), LIMNER_TR("core", "Y"), help, 1);
    for (ParamSpec& row : scalingRows()) {
        if (row.id == "size") row.standard = int64_t{128};
        table.push_back(std::move(row));
    }
    table.push_back({.id = "out",
                     .label = LIMNER_TR("core", "Save as"),
                     .help = LIMNER_TR("core", "The PNG to write; empty puts it into the project."),
                     .group = LIMNER_TR("core", "File"),
                     .kind = ParamKind::File,
                     .standard = std::string()});
    table.push_back(overwriteRow(LIMNER_TR("core", "File")));
    return table;
}

Result<void> checkSweepOutput(const std::string& out) {
    if (out.empty() || sampleOutputOf(out) == SampleOutput::Sheet) return checkOutputFile(out);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = {LIMNER_TR("core", "“%1” does not end in .png."), {out}},
                 .hint = LIMNER_TR("core", "A sweep is one PNG picture.")};
}

}  // namespace

const ParamTable& sweepTable() {
    static const ParamTable table = makeSweepTable();
    return table;
}

Result<ParamValues> prepareSweep(const ParamValues& given) {
    auto complete = completeValues(sweepTable(), given);
    if (!complete) return complete;
    const auto isFree = checkSweepOutput(textOf(*complete, "out"));
    if (!isFree) return isFree.error();
    const auto base = baseText(textOf(*complete, "base"), nullptr);
    if (!base) return base.error();
    complete->insert_or_assign("base", *base);
    if (!base->starts_with("{")) return complete;  // a PNG
    const auto plan = sweepPlanOf(*complete);
    if (!plan) return plan.error();
    return complete;
}

Result<std::unique_ptr<engine::Job>> startSweep(const Recipe& recipe, JobContext& context, JobId id,
                                                const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    Recipe own = recipe;
    const auto base = baseText(textOf(own.values, "base"), &context.host);
    if (!base) return base.error();
    own.values["base"] = *base;
    auto plan = sweepPlanOf(own.values);
    if (!plan) return plan.error();
    return std::unique_ptr<engine::Job>(
        std::make_unique<SweepJob>(std::move(own), std::move(*plan), context, id, announce));
}

}  // namespace limner::generation
