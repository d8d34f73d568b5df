#include "fake_studio.h"

namespace limner::test {
namespace {

ParamSpec fileRow(const char* id, const char* label) {
    return {
        .id = id, .label = label, .group = "Pictures", .kind = ParamKind::File, .standard = std::string()};
}

ParamSpec realRow(const char* id, const char* label, const char* group, double standard, Range range) {
    return {.id = id,
            .label = label,
            .group = group,
            .kind = ParamKind::Real,
            .standard = standard,
            .range = range};
}

ParamSpec wholeRow(const char* id, const char* label, const char* group, int64_t standard, Range range) {
    return {.id = id,
            .label = label,
            .group = group,
            .kind = ParamKind::Integer,
            .standard = standard,
            .range = range};
}

ParamSpec methodRow() {
    ParamSpec live = realRow("content_weight", "Content weight", "Neural style", 1, {0, 10});
    live.editableWhileRunning = true;
    const ParamSpec start{.id = "start",
                          .label = "Start from",
                          .group = "Neural style",
                          .kind = ParamKind::Choice,
                          .standard = std::string("content"),
                          .choices = {{.id = "content", .label = "Content"},
                                      {.id = "noise",
                                       .label = "Noise",
                                       .rows = {realRow("noise", "Noise", "Neural style", 0.5, {0, 1})}}}};
    return {.id = "method",
            .label = "Method",
            .group = "Method",
            .kind = ParamKind::Choice,
            .standard = std::string("patches"),
            .choices = {{.id = "patches",
                         .label = "Patches",
                         .help = "No weights needed",
                         .rows = {realRow("patch_scale", "Patch scale", "Patches", 1, {0.5, 2}),
                                  wholeRow("levels", "Levels", "Patches", 3, {1, 5}),
                                  wholeRow("width", "Width", "Patches", 0, {0, 8192})}},
                        {.id = "neural",
                         .label = "Neural style",
                         .help = "SqueezeNet 1.1",
                         .rows = {wholeRow("steps", "Steps", "Neural style", 300, {1, 10000}), live, start},
                         .standards = {{"strength", 0.9}}},
                        {.id = "fast",
                         .label = "Fast style",
                         .help = "Imported networks",
                         .unavailable = "Import a network in the library first."}}};
}

}  // namespace

ParamTable fakeStylizeTable() {
    ParamTable table{fileRow("content", "Content")};
    for (const char* number : {"", "_2", "_3", "_4"}) {
        table.push_back(fileRow((std::string("style") + number).c_str(), "Style"));
        table.push_back(realRow((std::string("weight") + number).c_str(), "Weight", "Pictures", 1, {0, 1}));
    }
    table.push_back(methodRow());
    table.push_back(realRow("strength", "Strength", "Result", 0.7, {0, 1}));
    table.push_back(wholeRow("size", "Size", "Result", 512, {16, 8192, Scale::Log}));
    table.push_back({.id = "colours",
                     .label = "Colours",
                     .group = "Result",
                     .kind = ParamKind::Choice,
                     .standard = std::string("style"),
                     .choices = {{.id = "style", .label = "Of the style"},
                                 {.id = "luminance", .label = "Of the content"}}});
    table.push_back(wholeRow("seed", "Seed", "Result", 1, {0, 4'294'967'295.0}));
    table.push_back(fileRow("region", "Region"));
    table.push_back(wholeRow("feather", "Feather", "Region", 0, {0, 256}));
    table.push_back(fileRow("resume_from", "Go on from"));
    table.push_back(fileRow("out", "Save as"));
    return table;
}

std::vector<Choice> fakeNetworkMethods() {
    const auto text = [](const char* id, const char* label, const char* group) {
        return ParamSpec{
            .id = id, .label = label, .group = group, .kind = ParamKind::Text, .standard = std::string()};
    };
    const auto layers = [](const std::vector<std::pair<const char*, int>>& all) {
        ParamSpec row{.id = "layer",
                      .label = "Layer",
                      .group = "DeepDream",
                      .kind = ParamKind::Choice,
                      .standard = std::string(all.front().first)};
        for (const auto& [name, channels] : all)
            row.choices.push_back({.id = name, .label = name, .rows = {[&] {
                                                                  ParamSpec channel = wholeRow(
                                                                      "channel", "Channel", "DeepDream", -1,
                                                                      {-1, channels - 1.0});
                                                                  return channel;
                                                              }()}});
        return ParamTable{row};
    };
    const ParamSpec features{
        .id = "features",
        .label = "Feature network",
        .group = "DeepDream",
        .kind = ParamKind::Choice,
        .standard = std::string("squeezenet1_1"),
        .choices = {
            {.id = "squeezenet1_1", .label = "SqueezeNet 1.1", .rows = layers({{"relu1", 4}, {"fire2", 6}})},
            {.id = "vgg19", .label = "VGG-19", .rows = layers({{"relu1_1", 8}})}}};
    return {{.id = "dream",
             .label = "DeepDream",
             .help = "Dreams.",
             .rows = {features, text("features_file", "Its weights", "DeepDream")}},
            {.id = "painter",
             .label = "Painter",
             .help = "One style.",
             .rows = {text("network", "Network", "Fast style")}}};
}

ParamTable fakeZoomTable() {
    ParamTable table{fileRow("content", "Content"), fileRow("style", "Style")};
    const std::vector<Choice> methods = fakeNetworkMethods();
    for (const ParamSpec& row : methods.front().rows) table.push_back(row);
    table.push_back(realRow("seconds", "Length", "Movie", 4, {0.1, 600}));
    table.push_back(wholeRow("rate", "Frame rate", "Movie", 24, {1, 60}));
    table.push_back(wholeRow("size", "Size", "Movie", 512, {16, 4096}));
    table.push_back(fileRow("out", "Save as"));
    return table;
}

ParamTable fakeSweepTable() {
    const ParamValue none = std::string();
    ParamTable table{{.id = "of", .kind = ParamKind::Text, .standard = std::string("sample")},
                     {.id = "base", .kind = ParamKind::Text, .standard = none},
                     {.id = "out", .kind = ParamKind::File, .standard = none}};
    for (const std::string axis : {"x", "y"}) {
        for (const std::string& text : {axis, axis + "_title"})
            table.push_back({.id = text, .kind = ParamKind::Text, .standard = none});
        for (const char* end : {"_from", "_to"})
            table.push_back(
                {.id = axis + end, .kind = ParamKind::Real, .standard = 0.0, .range = {-1e12, 1e12}});
        table.push_back(
            {.id = axis + "_count", .kind = ParamKind::Integer, .standard = int64_t{1}, .range = {1, 100}});
    }
    return table;
}

}  // namespace limner::test
