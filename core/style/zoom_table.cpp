#include "zoom_table.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/generation/frame_sink.h"
#include "core/internal/output_path.h"
#include "core/internal/style_method.h"
#include "dream_method.h"
#include "named_network.h"

namespace limner::style {
namespace {

namespace fs = std::filesystem;

const char* kPicture = LIMNER_TR("core", "Pictures");
const char* kMovie = LIMNER_TR("core", "Movie");

ParamSpec pictureRow(const char* id, const char* label, const char* help) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = kPicture,
            .kind = ParamKind::File,
            .standard = std::string()};
}

ParamSpec movieRow(const char* id, const char* label, const char* help, const char* unit, double standard,
                   Range range) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = kMovie,
            .unit = unit,
            .kind = ParamKind::Real,
            .standard = standard,
            .range = range};
}

void addMovieRows(ParamTable& table) {
    table.push_back(movieRow("seconds", LIMNER_TR("core", "Length"),
                             LIMNER_TR("core", "How long the movie is."), "s", 4,
                             {.low = 0.1, .high = 600, .scale = Scale::Log}));
    table.push_back({.id = "rate",
                     .label = LIMNER_TR("core", "Frame rate"),
                     .help = LIMNER_TR("core", "Frames in a second."),
                     .group = kMovie,
                     .unit = "Hz",
                     .standard = int64_t{24},
                     .range = {.low = 1, .high = 60, .step = 1}});
    table.push_back(movieRow("zoom", LIMNER_TR("core", "Zoom"),
                             LIMNER_TR("core", "How many times larger the picture becomes in a second."), "×",
                             1.5, {.low = 1, .high = 8, .scale = Scale::Log}));
    table.push_back(movieRow("turn", LIMNER_TR("core", "Turn"),
                             LIMNER_TR("core", "How far the picture turns in a second."), "°", 0,
                             {.low = -180, .high = 180, .step = 1}));
    table.push_back({.id = "frame_steps",
                     .label = LIMNER_TR("core", "Steps a frame"),
                     .help = LIMNER_TR("core", "Dream steps in each frame after the first one."),
                     .group = kMovie,
                     .standard = int64_t{3},
                     .range = {.low = 0, .high = 50, .step = 1}});
    table.push_back({.id = "frame",
                     .label = LIMNER_TR("core", "Frame"),
                     .help = LIMNER_TR("core", "One frame by its number, from 1; 0 writes all."),
                     .group = kMovie,
                     .standard = int64_t{0},
                     .range = {.low = 0, .high = 36'000, .step = 1},
                     .zeroText = LIMNER_TR("core", "all")});
}

void addPictureRows(ParamTable& table) {
    table.push_back({.id = "strength",
                     .label = LIMNER_TR("core", "Strength"),
                     .help = LIMNER_TR("core", "How far each step of the dream goes."),
                     .group = kMovie,
                     .kind = ParamKind::Real,
                     .standard = kStandardStrength,
                     .range = {.low = 0, .high = 1, .step = 0.05}});
    table.push_back({.id = "size",
                     .label = LIMNER_TR("core", "Size"),
                     .help = LIMNER_TR("core", "The longest side of the frames."),
                     .group = kMovie,
                     .unit = "px",
                     .standard = int64_t{512},
                     .range = {16, 4096, Scale::Log}});
    table.push_back({.id = "seed",
                     .label = LIMNER_TR("core", "Seed"),
                     .help = LIMNER_TR("core", "The same seed makes the same movie."),
                     .group = kMovie,
                     .standard = int64_t{1},
                     .range = {.low = 0, .high = 4'294'967'295.0, .step = 1}});
}

ParamTable makeZoomTable() {
    ParamTable table;
    table.push_back(pictureRow("content", LIMNER_TR("core", "Content"),
                               LIMNER_TR("core", "The picture into which the movie goes.")));
    table.push_back(
        pictureRow("style", LIMNER_TR("core", "Style"),
                   LIMNER_TR("core", "A picture of whose things the movie dreams; may be empty.")));
    for (ParamSpec& row : dreamRows()) table.push_back(std::move(row));
    addPictureRows(table);
    addMovieRows(table);
    for (ParamSpec& row : generation::movieFileRows(LIMNER_TR("core", "File")))
        table.push_back(std::move(row));
    return table;
}

}  // namespace

const ParamTable& zoomTable() {
    static const ParamTable table = makeZoomTable();
    return table;
}

Result<ParamValues> prepareZoom(const ParamValues& given) {
    auto complete = completeValues(zoomTable(), given);
    if (!complete) return complete;
    if (textOf(*complete, "content").empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "No content was given."),
                     .hint = LIMNER_TR("core", "Choose the picture into which the movie should go.")};
    const std::string& out = textOf(*complete, "out");
    const int64_t frame = intOf(*complete, "frame");
    if (frame > zoomFrames(*complete))
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "The movie has no frame %1."), {std::to_string(frame)}},
            .hint = {LIMNER_TR("core", "Its last one is %1."), {std::to_string(zoomFrames(*complete))}}};
    const auto isFree = generation::checkRenderOutput(out, frame > 0);
    if (!isFree) return isFree.error();
    const auto fits = generation::checkMovieSize(out, 0, static_cast<int>(intOf(*complete, "rate")));
    if (!fits) return fits.error();
    std::error_code ignored;
    if (!out.empty() && fs::equivalent(textOf(*complete, "content"), out, ignored))
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "“%1” is one of the pictures that the result is made from."),
                        {out}},
            .hint = LIMNER_TR("core", "Choose another name; nothing of yours is overwritten.")};
    return withWholePaths(std::move(*complete));
}

std::string zoomTitle(const ParamValues& values) {
    return fs::path(textOf(values, "content")).stem().string();
}

int64_t zoomFrames(const ParamValues& values) {
    return std::max<int64_t>(
        std::llround(realOf(values, "seconds") * static_cast<double>(intOf(values, "rate"))), 1);
}

}  // namespace limner::style
