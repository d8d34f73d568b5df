// The parameters that every picture set shares.
#include <array>

#include "core/internal/picture_set.h"

namespace limner::datasets {
namespace {

const char* group() {
    return LIMNER_TR("core", "Data");
}

ParamSpec shareRow(const char* id, const char* label, const char* help, double standard) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = group(),
            .kind = ParamKind::Real,
            .standard = standard,
            .range = {.low = 0, .high = 0.5, .step = 0.01},
            .zeroText = LIMNER_TR("core", "none")};
}

ParamSpec toggleRow(const char* id, const char* label, const char* help, bool standard) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = group(),
            .kind = ParamKind::Toggle,
            .standard = standard};
}

ParamSpec variationRow(const char* id, const char* label, const char* help) {
    ParamSpec row = shareRow(id, label, help, 0);
    row.zeroText = LIMNER_TR("core", "off");
    return row;
}

ParamSpec channelsRow() {
    return {.id = "channels",
            .label = LIMNER_TR("core", "Colour"),
            .help = LIMNER_TR("core", "Whether the model learns grey or colour pictures."),
            .group = group(),
            .kind = ParamKind::Choice,
            .standard = "grey",
            .choices = {{.id = "grey", .label = LIMNER_TR("core", "Grey")},
                        {.id = "rgb", .label = LIMNER_TR("core", "Colour")}}};
}

struct FitOption {
    const char* id;
    Preparation::Fit fit;
    const char* label;
    const char* help;
};

constexpr std::array<FitOption, 3> kFits{{
    {"crop", Preparation::Fit::Crop, LIMNER_TR("core", "Crop"),
     LIMNER_TR("core", "Keeps the central square.")},
    {"pad", Preparation::Fit::Pad, LIMNER_TR("core", "Pad"),
     LIMNER_TR("core", "Keeps the whole picture on a white square.")},
    {"stretch", Preparation::Fit::Stretch, LIMNER_TR("core", "Stretch"),
     LIMNER_TR("core", "Pulls the whole picture to a square.")},
}};

ParamSpec fitRow() {
    ParamSpec row{.id = "fit",
                  .label = LIMNER_TR("core", "Fit"),
                  .help = LIMNER_TR("core", "What happens to pictures that are not square."),
                  .group = group(),
                  .kind = ParamKind::Choice,
                  .standard = kFits.front().id};
    for (const FitOption& option : kFits) {
        row.choices.push_back({.id = option.id, .label = option.label, .help = option.help});
    }
    return row;
}

}  // namespace

ParamTable preparationRows() {
    ParamTable rows{
        {.id = "size",
         .label = LIMNER_TR("core", "Size"),
         .help = LIMNER_TR("core", "Side of the square that every picture is brought to."),
         .group = group(),
         .unit = LIMNER_TR("core", "px"),
         .standard = int64_t{28},
         .range = {.low = 8, .high = 256, .step = 4}},
        channelsRow(),
        fitRow(),
        toggleRow("normalise", LIMNER_TR("core", "Normalise"),
                  LIMNER_TR("core", "Scales pixels to −1 to 1; without it they run from 0 to 1."), true),
        toggleRow("flip", LIMNER_TR("core", "Mirror"),
                  LIMNER_TR("core", "Shows half of the pictures mirrored left to right."), false),
        {.id = "rotate",
         .label = LIMNER_TR("core", "Turn"),
         .help = LIMNER_TR("core", "Turns each picture by up to this angle, anew each time it is shown."),
         .group = group(),
         .unit = "°",
         .kind = ParamKind::Real,
         .standard = 0.0,
         .range = {.low = 0, .high = 180, .step = 1},
         .zeroText = LIMNER_TR("core", "off")},
        variationRow("zoom", LIMNER_TR("core", "Zoom"),
                     LIMNER_TR("core", "Makes each picture larger or smaller by up to this share.")),
        variationRow("shift", LIMNER_TR("core", "Shift"),
                     LIMNER_TR("core", "Moves each picture by up to this share of its side.")),
    };
    for (ParamSpec& share : shareRows()) rows.push_back(std::move(share));
    return rows;
}

ParamTable shareRows() {
    return {
        shareRow("validation_share", LIMNER_TR("core", "For validation"),
                 LIMNER_TR("core", "Share of the data that is only used to watch for overfitting."), 0.02),
        shareRow("test_share", LIMNER_TR("core", "For the test"),
                 LIMNER_TR("core",
                           "Share kept for the final score; not used where the set has a test part of its "
                           "own."),
                 0.1),
    };
}

Preparation preparationOf(const ParamValues& values) {
    Preparation preparation{.size = intOf(values, "size"),
                            .channels = textOf(values, "channels") == "rgb" ? 3 : 1};
    for (const FitOption& option : kFits) {
        if (textOf(values, "fit") == option.id) preparation.fit = option.fit;
    }
    return preparation;
}

}  // namespace limner::datasets
