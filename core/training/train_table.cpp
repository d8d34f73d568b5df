#include "train_table.h"

#include "core/internal/device.h"
#include "core/internal/model.h"
#include "core/internal/optimizer.h"
#include "core/internal/picture_set.h"
#include "schedule.h"
#include "text_material.h"

namespace limner::training {
namespace {

constexpr const char* kSteering = LIMNER_TR("core", "Steering");
constexpr const char* kTraining = LIMNER_TR("core", "Training");
constexpr const char* kPreview = LIMNER_TR("core", "Preview and checkpoints");
constexpr const char* kStart = LIMNER_TR("core", "Start");

void append(ParamTable& table, ParamTable rows) {
    for (ParamSpec& row : rows) table.push_back(std::move(row));
}

ParamSpec dataRow() {
    ParamSpec row = datasets::dataRow();
    for (Choice& text : textChoices()) row.choices.push_back(std::move(text));
    return row;
}

ParamTable steeringRows() {
    return {{.id = "ema",
             .label = LIMNER_TR("core", "Weight averaging"),
             .help = LIMNER_TR("core",
                               "How much of the averaged weights stays at each step; 0.999 suits most runs."),
             .group = kSteering,
             .kind = ParamKind::Real,
             .standard = 0.0,
             .range = {.low = 0, .high = 0.99999, .step = 0.001},
             .editableWhileRunning = true,
             .zeroText = LIMNER_TR("core", "off")},
            {.id = "gradient_clip",
             .label = LIMNER_TR("core", "Gradient limit"),
             .help = LIMNER_TR("core", "Shortens gradients that are longer than this."),
             .group = kSteering,
             .kind = ParamKind::Real,
             .standard = 0.0,
             .range = {.low = 0, .high = 1000, .step = 0.1},
             .editableWhileRunning = true,
             .zeroText = LIMNER_TR("core", "off")}};
}

/// Most shared rows are whole numbers.
ParamSpec countRow(const char* id, const char* label, const char* help, const char* group, int64_t standard,
                   Range range) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = group,
            .kind = ParamKind::Integer,
            .standard = standard,
            .range = range};
}

ParamSpec live(ParamSpec row) {
    row.editableWhileRunning = true;
    return row;
}

ParamSpec orOff(ParamSpec row, const char* zeroText) {
    row.zeroText = zeroText;
    return row;
}

ParamSpec scheduleRow() {
    ParamSpec row{.id = "schedule",
                  .label = LIMNER_TR("core", "Schedule"),
                  .help = LIMNER_TR("core", "How the learning rate changes over the run."),
                  .group = kTraining,
                  .kind = ParamKind::Choice,
                  .standard = scheduleRegistry().front().id};
    for (const ScheduleEntry& entry : scheduleRegistry()) {
        row.choices.push_back({.id = entry.id, .label = entry.label, .help = entry.help, .rows = entry.rows});
    }
    return row;
}

ParamTable trainingRows() {
    return {
        live(countRow("epochs", LIMNER_TR("core", "Epochs"),
                      LIMNER_TR("core", "How often all of the data is seen."), kTraining, 20,
                      {1, 10'000, Scale::Log})),
        orOff(live(countRow("steps", LIMNER_TR("core", "Steps"),
                            LIMNER_TR("core", "Ends after so many steps, whatever the epochs say."),
                            kTraining, 0, {.low = 0, .high = 10'000'000, .step = 1000})),
              LIMNER_TR("core", "by epochs")),
        countRow(
            "batch_size", LIMNER_TR("core", "Batch size"),
            LIMNER_TR("core",
                      "Pictures, or pieces of text, a step; the last batch of an epoch may be smaller, and a "
                      "single picture that is left over waits for the next epoch."),
            kTraining, 64, {2, 4096, Scale::Log}),
    };
}

ParamTable lengthRows() {
    return {
        orOff(countRow("warmup_steps", LIMNER_TR("core", "Warm-up"),
                       LIMNER_TR("core", "Over how many steps the learning rate rises from zero."), kTraining,
                       0, {.low = 0, .high = 1'000'000, .step = 100}),
              LIMNER_TR("core", "off")),
        orOff(live(countRow("early_stopping", LIMNER_TR("core", "Early stopping"),
                            LIMNER_TR("core", "Ends after so many validations without a better score."),
                            kTraining, 0, {.low = 0, .high = 1000, .step = 1})),
              LIMNER_TR("core", "off")),
        countRow("seed", LIMNER_TR("core", "Seed"),
                 LIMNER_TR("core", "The same seed and settings give the same run, to the bit."), kTraining, 1,
                 {.low = 0, .high = 4'294'967'295.0, .step = 1}),
        deviceRow(),
    };
}

ParamSpec inSteps(ParamSpec row) {
    row.unit = LIMNER_TR("core", "steps");
    return live(std::move(row));
}

ParamTable previewRows() {
    constexpr Range kSteps{1, 1'000'000, Scale::Log};
    return {
        inSteps(countRow("preview_every", LIMNER_TR("core", "Preview every"),
                         LIMNER_TR("core", "After how many steps samples are made."), kPreview, 50, kSteps)),
        inSteps(countRow("save_every", LIMNER_TR("core", "Save every"),
                         LIMNER_TR("core", "After how many steps a checkpoint is written."), kPreview, 1000,
                         kSteps)),
        inSteps(countRow("validate_every", LIMNER_TR("core", "Validate every"),
                         LIMNER_TR("core", "After how many steps what is kept for validation is scored."),
                         kPreview, 500, kSteps)),
        live(countRow("keep_last", LIMNER_TR("core", "Keep last"),
                      LIMNER_TR("core", "How many checkpoints stay, beside the best one."), kPreview, 3,
                      {.low = 1, .high = 1000, .step = 1})),
        inSteps(countRow("log_every", LIMNER_TR("core", "Log every"),
                         LIMNER_TR("core", "After how many steps the curves get a point."), kPreview, 10,
                         kSteps)),
    };
}

ParamSpec textRow(const char* id, const char* label, const char* help, ParamKind kind) {
    return {.id = id, .label = label, .help = help, .group = kStart, .kind = kind, .standard = std::string()};
}

ParamTable startRows() {
    return {
        textRow("name", LIMNER_TR("core", "Name"),
                LIMNER_TR("core", "What the run is called; empty names it after model and data."),
                ParamKind::Text),
        textRow("out", LIMNER_TR("core", "Run folder"),
                LIMNER_TR("core", "Where the run is kept; empty puts it into the project."),
                ParamKind::Folder),
        textRow("start_from", LIMNER_TR("core", "Start from"),
                LIMNER_TR("core", "A run whose weights this one begins with."), ParamKind::Run),
        textRow(
            "freeze", LIMNER_TR("core", "Freeze"),
            LIMNER_TR("core", "Networks that stay as they are, separated by commas, such as discriminator."),
            ParamKind::Text),
        textRow("resume", LIMNER_TR("core", "Resume"),
                LIMNER_TR("core", "A run that goes on where it stopped, with its own settings."),
                ParamKind::Run),
        orOff(countRow("checkpoint", LIMNER_TR("core", "Checkpoint"),
                       LIMNER_TR("core", "The step of the checkpoint to resume or to start from."), kStart, 0,
                       {.low = 0, .high = 1e12, .step = 1}),
              LIMNER_TR("core", "newest")),
    };
}

ParamTable makeTable() {
    ParamTable table{dataRow(), modelRow()};
    append(table, steeringRows());
    append(table, trainingRows());
    append(table, optimizerRows());
    table.push_back(scheduleRow());
    append(table, lengthRows());
    append(table, previewRows());
    append(table, startRows());
    return table;
}

}  // namespace

ParamSpec modelRow() {
    ParamSpec row{.id = "model",
                  .label = LIMNER_TR("core", "Model"),
                  .help = LIMNER_TR("core", "What learns."),
                  .group = LIMNER_TR("core", "Model"),
                  .kind = ParamKind::Choice};
    for (const models::ModelEntry& entry : models::modelRegistry()) {
        row.choices.push_back({.id = entry.id,
                               .label = entry.label,
                               .help = entry.help,
                               .rows = entry.rows,
                               .standards = entry.standards,
                               .domain = entry.domain});
    }
    row.standard = row.choices.front().id;
    return row;
}

const ParamTable& trainTable() {
    static const ParamTable table = makeTable();
    return table;
}

const ParamTable& architectureTable() {
    static const ParamTable table = [] {
        ParamTable rows = datasets::preparationRows();
        rows.push_back(modelRow());
        return rows;
    }();
    return table;
}

}  // namespace limner::training
