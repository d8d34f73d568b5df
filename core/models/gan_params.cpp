// The parameters that all GANs share, as rows.
#include "gan.h"

namespace limner::models {
namespace {

ParamSpec rateRow(std::string id, std::string label, std::string help, double standard) {
    return {.id = std::move(id),
            .label = std::move(label),
            .help = std::move(help),
            .group = LIMNER_TR("core", "Steering"),
            .kind = ParamKind::Real,
            .standard = standard,
            .range = {.low = 1e-7, .high = 1, .scale = Scale::Log},
            .editableWhileRunning = true};
}

ParamSpec networksRow() {
    return {.id = "networks_to_train",
            .label = LIMNER_TR("core", "Networks"),
            .help = LIMNER_TR("core", "Which of the two networks learn; the other one is left as it is."),
            .group = LIMNER_TR("core", "Steering"),
            .kind = ParamKind::Choice,
            .standard = std::string("both"),
            .choices = {{.id = "both", .label = LIMNER_TR("core", "Both")},
                        {.id = "discriminator", .label = LIMNER_TR("core", "Discriminator only")},
                        {.id = "generator", .label = LIMNER_TR("core", "Generator only")}},
            .editableWhileRunning = true};
}

ParamSpec stepsRow() {
    return {.id = "d_steps",
            .label = LIMNER_TR("core", "D steps per G step"),
            .help = LIMNER_TR(
                "core", "The discriminator learns from every batch, the generator from one in so many."),
            .group = LIMNER_TR("core", "Steering"),
            .kind = ParamKind::Integer,
            .standard = int64_t{1},
            .range = {.low = 1, .high = 100, .step = 1},
            .editableWhileRunning = true};
}

ParamSpec lossRow() {
    ParamSpec row{.id = "gan_loss",
                  .label = LIMNER_TR("core", "GAN loss"),
                  .help = LIMNER_TR("core", "How the two networks are graded."),
                  .group = LIMNER_TR("core", "Loss"),
                  .kind = ParamKind::Choice,
                  .standard = std::string("bce")};
    for (const losses::GanLossEntry& entry : losses::ganLossRegistry()) {
        row.choices.push_back({.id = entry.id,
                               .label = entry.label,
                               .help = entry.help,
                               .rows = entry.rows,
                               .standards = entry.standards});
    }
    return row;
}

ParamSpec updateRow() {
    return {.id = "update",
            .label = LIMNER_TR("core", "Turns"),
            .help = LIMNER_TR(
                "core", "Whether the generator learns from the discriminator after its step or before."),
            .group = LIMNER_TR("core", "Loss"),
            .kind = ParamKind::Choice,
            .standard = std::string("alternating"),
            .choices = {{.id = "alternating", .label = LIMNER_TR("core", "Alternating")},
                        {.id = "simultaneous", .label = LIMNER_TR("core", "Simultaneous")}}};
}

ParamSpec offByDefault(std::string id, std::string label, std::string help, Range range) {
    return {.id = std::move(id),
            .label = std::move(label),
            .help = std::move(help),
            .group = LIMNER_TR("core", "Loss"),
            .kind = ParamKind::Real,
            .standard = 0.0,
            .range = range,
            .editableWhileRunning = true,
            .zeroText = LIMNER_TR("core", "off")};
}

}  // namespace

ParamTable ganRows(double learningRate) {
    return {
        networksRow(),
        rateRow("learning_rate_d", LIMNER_TR("core", "Learning rate D"),
                LIMNER_TR("core", "How far the discriminator moves in one step."), learningRate),
        rateRow("learning_rate_g", LIMNER_TR("core", "Learning rate G"),
                LIMNER_TR("core", "How far the generator moves in one step."), learningRate),
        stepsRow(),
        lossRow(),
        updateRow(),
        offByDefault("label_smoothing", LIMNER_TR("core", "Label smoothing"),
                     LIMNER_TR("core",
                               "Lowers the grade that real pictures get, so that the discriminator is never "
                               "quite sure; for BCE and least squares."),
                     {.low = 0, .high = 0.49, .step = 0.01}),
        offByDefault("r1_weight", LIMNER_TR("core", "R1 weight"),
                     LIMNER_TR("core",
                               "Penalises the discriminator's slope on real pictures; steadies training "
                               "(Mescheder et al. 2018)."),
                     {.low = 0, .high = 1000, .step = 0.1}),
        offByDefault("instance_noise", LIMNER_TR("core", "Instance noise"),
                     LIMNER_TR("core",
                               "Noise added to every picture that the discriminator sees, as a deviation "
                               "(Sønderby et al. 2017)."),
                     {.low = 0, .high = 1, .step = 0.01}),
    };
}

}  // namespace limner::models
