#include "stylize_table.h"

#include <filesystem>

#include "core/internal/output_path.h"
#include "core/internal/style_method.h"
#include "named_network.h"
#include "output.h"

namespace limner::style {
namespace {

namespace fs = std::filesystem;

const char* kPictures = LIMNER_TR("core", "Pictures");
const char* kResult = LIMNER_TR("core", "Result");
const char* kRegion = LIMNER_TR("core", "Region");

ParamSpec fileRow(std::string id, const char* label, const char* help, const char* group) {
    return {.id = std::move(id),
            .label = label,
            .help = help,
            .group = group,
            .kind = ParamKind::File,
            .standard = std::string()};
}

ParamSpec pixelRow(const char* id, const char* label, const char* help, const char* group, int64_t standard,
                   Range range) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = group,
            .unit = "px",
            .kind = ParamKind::Integer,
            .standard = standard,
            .range = range};
}

void addStyleRows(ParamTable& table) {
    static const char* kLabels[kMostStyles] = {LIMNER_TR("core", "Style"), LIMNER_TR("core", "Second style"),
                                               LIMNER_TR("core", "Third style"),
                                               LIMNER_TR("core", "Fourth style")};
    static const char* kWeights[kMostStyles] = {
        LIMNER_TR("core", "Weight"), LIMNER_TR("core", "Weight of the second"),
        LIMNER_TR("core", "Weight of the third"), LIMNER_TR("core", "Weight of the fourth")};
    for (int i = 0; i < kMostStyles; ++i) {
        table.push_back(fileRow(styleId(i), kLabels[i],
                                LIMNER_TR("core", "A picture whose manner the result takes on."), kPictures));
        table.push_back({.id = weightId(i),
                         .label = kWeights[i],
                         .help = LIMNER_TR("core", "How much this style counts beside the others."),
                         .group = kPictures,
                         .kind = ParamKind::Real,
                         .standard = 1.0,
                         .range = {.low = 0, .high = 1, .step = 0.05}});
    }
}

ParamSpec methodRow() {
    ParamSpec row{.id = "method",
                  .label = LIMNER_TR("core", "Method"),
                  .help = LIMNER_TR("core", "How the style gets into the picture."),
                  .group = LIMNER_TR("core", "Method"),
                  .kind = ParamKind::Choice,
                  .standard = styleMethodRegistry().front().id};
    for (const StyleMethodEntry& entry : styleMethodRegistry())
        row.choices.push_back(
            {.id = entry.id, .label = entry.label, .help = entry.help, .rows = entry.rows()});
    return row;
}

ParamSpec coloursRow() {
    return {.id = "colours",
            .label = LIMNER_TR("core", "Colours"),
            .help = LIMNER_TR("core", "Whose colours the result has."),
            .group = kResult,
            .kind = ParamKind::Choice,
            .standard = std::string("style"),
            .choices = {
                {.id = "style", .label = LIMNER_TR("core", "Of the style")},
                {.id = "luminance",
                 .label = LIMNER_TR("core", "Of the content"),
                 .help = LIMNER_TR("core", "Only light and dark change; every colour stays in its place.")},
                {.id = "histogram",
                 .label = LIMNER_TR("core", "Palette of the content"),
                 .help = LIMNER_TR("core", "The content's colours in the content's amounts.")}}};
}

void addResultRows(ParamTable& table) {
    table.push_back(
        {.id = "strength",
         .label = LIMNER_TR("core", "Strength"),
         .help = LIMNER_TR("core", "0 leaves the content as it is, 1 is as much style as the method can."),
         .group = kResult,
         .kind = ParamKind::Real,
         .standard = kStandardStrength,
         .range = {.low = 0, .high = 1, .step = 0.05}});
    table.push_back(pixelRow("size", LIMNER_TR("core", "Size"),
                             LIMNER_TR("core", "The longest side of the result."), kResult, 512,
                             {16, 8192, Scale::Log}));
    table.push_back(coloursRow());
    table.push_back({.id = "seed",
                     .label = LIMNER_TR("core", "Seed"),
                     .help = LIMNER_TR("core", "The same seed makes the same picture."),
                     .group = kResult,
                     .kind = ParamKind::Integer,
                     .standard = int64_t{1},
                     .range = {.low = 0, .high = 4'294'967'295.0, .step = 1}});
}

void addRegionRows(ParamTable& table) {
    table.push_back(
        fileRow("region", LIMNER_TR("core", "Region"),
                LIMNER_TR("core",
                          "A grey picture of any size: white is stylised, black stays as it is. Empty: "
                          "all of the picture."),
                kRegion));
    table.push_back(pixelRow("feather", LIMNER_TR("core", "Feather"),
                             LIMNER_TR("core", "How soft the edge of the region is, towards its inside."),
                             kRegion, 0, {.low = 0, .high = 256, .step = 1}));
}

void addFileRows(ParamTable& table) {
    const char* large = LIMNER_TR("core", "Large pictures");
    table.push_back(pixelRow(
        "tile", LIMNER_TR("core", "Tile"),
        LIMNER_TR("core", "Networks work on larger pictures in pieces with this side; patches need none."),
        large, 1024, {64, 8192, Scale::Log}));
    table.push_back(pixelRow("overlap", LIMNER_TR("core", "Overlap"),
                             LIMNER_TR("core", "How far neighbouring pieces lie over each other."), large, 64,
                             {.low = 0, .high = 512, .step = 8}));
    const char* file = LIMNER_TR("core", "File");
    table.push_back(fileRow("resume_from", LIMNER_TR("core", "Go on from"),
                            LIMNER_TR("core", "A former result to go on from; empty begins anew."), file));
    table.push_back(
        fileRow("out", LIMNER_TR("core", "Save as"),
                LIMNER_TR("core",
                          "A .png, .jpg, .webp or .tif file, or a folder for a folder of contents; empty "
                          "puts it into the project."),
                file));
    table.push_back(generation::overwriteRow(file));
}

ParamTable makeStylizeTable() {
    ParamTable table;
    table.push_back(fileRow("content", LIMNER_TR("core", "Content"),
                            LIMNER_TR("core", "The picture to stylise, or a folder of pictures."),
                            kPictures));
    addStyleRows(table);
    table.push_back(methodRow());
    addResultRows(table);
    addRegionRows(table);
    addFileRows(table);
    return table;
}

Error missing(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

bool hasStyle(const ParamValues& values) {
    for (int i = 0; i < kMostStyles; ++i)
        if (!textOf(values, styleId(i)).empty() && realOf(values, weightId(i)) > 0) return true;
    return false;
}

Result<void> checkPictures(const ParamValues& values) {
    const StyleMethodEntry& method = *findStyleMethod(textOf(values, "method"));
    if (method.needsContent && textOf(values, "content").empty())
        return missing(LIMNER_TR("core", "No content was given."),
                       LIMNER_TR("core", "Choose the picture that should be stylised."));
    if (method.needsStyle && !hasStyle(values))
        return missing(LIMNER_TR("core", "No style was given."),
                       LIMNER_TR("core",
                                 "Choose a picture whose manner the result should take on, with a weight "
                                 "above 0."));
    return {};
}

std::string nameOf(const std::string& file) {
    const fs::path path(file);
    return (path.has_filename() ? path : path.parent_path()).stem().string();
}

}  // namespace

const ParamTable& stylizeTable() {
    static const ParamTable table = makeStylizeTable();
    return table;
}

std::string styleId(int index) {
    return index == 0 ? "style" : "style_" + std::to_string(index + 1);
}

std::string weightId(int index) {
    return index == 0 ? "weight" : "weight_" + std::to_string(index + 1);
}

Result<ParamValues> prepareStylize(const ParamValues& given) {
    auto complete = completeValues(stylizeTable(), given);
    if (!complete) return complete;
    const auto hasPictures = checkPictures(*complete);
    if (!hasPictures) return hasPictures.error();
    const auto isFree = checkStyleOutput(*complete);
    if (!isFree) return isFree.error();
    return withWholePaths(std::move(*complete));
}

std::string stylizeTitle(const ParamValues& values) {
    const std::string content = nameOf(textOf(values, "content"));
    const std::string style = nameOf(textOf(values, "style"));
    if (content.empty()) return style;
    return style.empty() ? content : content + " × " + style;
}

}  // namespace limner::style
