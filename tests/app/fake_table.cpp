#include "fake_studio.h"

namespace limner::test {
namespace {

ParamSpec real(const char* id, const char* label, const char* group, double standard, Range range,
               bool isLive) {
    return {.id = id,
            .label = label,
            .help = "A number.",
            .group = group,
            .kind = ParamKind::Real,
            .standard = standard,
            .range = range,
            .editableWhileRunning = isLive};
}

ParamSpec integer(const char* id, const char* label, const char* group, int64_t standard, Range range,
                  bool isLive = false, const char* unit = "") {
    return {.id = id,
            .label = label,
            .help = "A count.",
            .group = group,
            .unit = unit,
            .kind = ParamKind::Integer,
            .standard = standard,
            .range = range,
            .editableWhileRunning = isLive};
}

ParamSpec choice(const char* id, const char* label, const char* group, std::vector<Choice> choices) {
    const std::string first = choices.front().id;
    return {.id = id,
            .label = label,
            .help = "One of these.",
            .group = group,
            .kind = ParamKind::Choice,
            .standard = first,
            .choices = std::move(choices)};
}

constexpr Range kRates{1e-6, 1, Scale::Log};

ParamSpec model() {
    const ParamTable ganRows{choice("preset", "Preset", "Model",
                                    {{.id = "28", .label = "28 × 28"}, {.id = "32", .label = "32 × 32"}}),
                             integer("latent_size", "Latent size", "Model", 100, {1, 1024}),
                             real("learning_rate_d", "Learning rate D", "Steering", 2e-4, kRates, true),
                             real("learning_rate_g", "Learning rate G", "Steering", 2e-4, kRates, true)};
    const ParamTable vaeRows{choice("preset", "Preset", "Model", {{.id = "mlp", .label = "Fully connected"}}),
                             integer("latent_size", "Latent size", "Model", 20, {1, 1024}),
                             real("learning_rate", "Learning rate", "Steering", 1e-3, kRates, true)};
    return choice("model", "Model", "Model",
                  {{.id = "dcgan", .label = "GAN, convolutional", .rows = ganRows},
                   {.id = "vae", .label = "Variational autoencoder", .rows = vaeRows}});
}

}  // namespace

ParamTable fakeTrainTable() {
    const ParamSpec folder{.id = "data_folder",
                           .label = "Folder",
                           .help = "Where the pictures are.",
                           .group = "Data",
                           .kind = ParamKind::Folder,
                           .standard = std::string()};
    return {
        choice("data", "Data", "Data",
               {{.id = "fashion-mnist", .label = "Fashion-MNIST", .help = "70,000 garments, 28 × 28 grey."},
                {.id = "folder", .label = "Folder of pictures", .rows = {folder}}}),
        model(),
        real("ema", "EMA rate", "Steering", 0.999, {0, 0.99999}, true),
        real("gradient_clip", "Gradient clip", "Steering", 0, {0, 100}, true),
        integer("epochs", "Epochs", "Training", 20, {1, 10000}),
        integer("batch_size", "Batch size", "Training", 64, {1, 4096}),
        integer("seed", "Seed", "Training", 7, {0, 1000000}),
        integer("preview_every", "Preview every", "Preview and checkpoints", 50, {1, 100000}, true, "steps"),
        integer("save_every", "Save every", "Preview and checkpoints", 500, {1, 100000}, true, "steps"),
        {.id = "start_from",
         .label = "Start from",
         .help = "A run to begin with.",
         .group = "Start",
         .kind = ParamKind::Run,
         .standard = std::string()},
        {.id = "name",
         .label = "Name",
         .help = "What to call the run.",
         .group = "Start",
         .kind = ParamKind::Text,
         .standard = std::string()},
        {.id = "resume",
         .label = "Resume",
         .help = "A run to go on with.",
         .group = "Start",
         .kind = ParamKind::Run,
         .standard = std::string()},
    };
}

SampleSheet fakeSheet(int64_t step, int count) {
    constexpr int kTile = 28, kColumns = 8;
    const int rows = (count + kColumns - 1) / kColumns;
    SampleSheet sheet{step, kColumns, count, kTile, kTile, Image(kColumns * kTile, rows * kTile, 1)};
    for (int y = 0; y < sheet.sheet.height; ++y)
        for (int x = 0; x < sheet.sheet.width; ++x) {
            const int tile = y / kTile * kColumns + x / kTile;
            const int inside = (x % kTile - 14) * (x % kTile - 14) + (y % kTile - 14) * (y % kTile - 14);
            const int radius = 40 + tile + static_cast<int>(step / 100 % 60);
            *sheet.sheet.at(x, y) = static_cast<uint8_t>(inside < radius ? 200 - tile : 12);
        }
    return sheet;
}

RunInfo fakeRun(const std::string& folder, const std::string& name, RunState state) {
    RunInfo run;
    run.folder = folder;
    run.name = name;
    run.recipe.kind = "train";
    run.recipe.values = {{"data", std::string("fashion-mnist")},
                         {"model", std::string("dcgan")},
                         {"preset", std::string("28")},
                         {"learning_rate_d", 4e-4}};
    run.state = state;
    run.step = 2000;
    run.seconds = 340;
    run.createdUnixSeconds = 1795000000;
    run.checkpoints = {500, 1000, 1500, 2000};
    run.best = 1500;
    for (int64_t step = 0; step <= 2000; step += 250) run.samples.push_back(step);
    return run;
}

}  // namespace limner::test
