#include "interpolate_job.h"

#include <charconv>

#include "core/internal/device.h"
#include "core/internal/key_latents.h"
#include "core/internal/output_path.h"
#include "sample_job.h"

namespace limner::generation {
namespace {

constexpr double kLargestSeed = 4'294'967'295.0;

Error noSeed(const std::string& part) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "“%1” is not a seed."), {part}},
            .hint = LIMNER_TR("core", "Give whole numbers from 0 with commas between, such as 1,2,3.")};
}

/// "1,2,3", or from and to where that is empty.
Result<std::vector<int64_t>> seedsOf(const ParamValues& values) {
    std::string_view text = textOf(values, "seeds");
    if (text.empty()) return std::vector<int64_t>{intOf(values, "from"), intOf(values, "to")};
    std::vector<int64_t> seeds;
    while (true) {
        const std::string_view part = text.substr(0, text.find(','));
        int64_t seed = 0;
        const auto [end, failure] = std::from_chars(part.data(), part.data() + part.size(), seed);
        const bool isWhole = failure == std::errc{} && end == part.data() + part.size();
        if (!isWhole || seed < 0 || static_cast<double>(seed) > kLargestSeed)
            return noSeed(std::string(part));
        seeds.push_back(seed);
        if (part.size() == text.size()) break;
        text.remove_prefix(part.size() + 1);
    }
    if (seeds.size() < 2)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "There is one seed only."),
                     .hint = LIMNER_TR("core", "Give at least two, so that there is a way to go.")};
    return seeds;
}

/// One second from each seed to the next, at an even pace.
Result<Timeline> wayThrough(const ParamValues& values) {
    const auto seeds = seedsOf(values);
    if (!seeds) return seeds.error();
    const auto path = pathOfName(textOf(values, "path"));
    if (!path) return path.error();
    Timeline way{.seconds = static_cast<double>(seeds->size() - 1), .path = *path};
    for (const int64_t seed : *seeds)
        way.keys.push_back({.second = static_cast<double>(way.keys.size()),
                            .ease = Ease::Linear,
                            .place = {{"seed", seed}, {"truncation", realOf(values, "truncation")}}});
    return way;
}

ParamSpec seedRow(const char* id, const char* label, int64_t standard) {
    return {.id = id,
            .label = label,
            .help = LIMNER_TR("core", "The seed of the picture at this end."),
            .group = LIMNER_TR("core", "Way"),
            .standard = standard,
            .range = {.low = 0, .high = kLargestSeed, .step = 1}};
}

ParamTable makeInterpolateTable() {
    const char* way = LIMNER_TR("core", "Way");
    ParamTable table = trainedRows();
    table.push_back(seedRow("from", LIMNER_TR("core", "From seed"), 1));
    table.push_back(seedRow("to", LIMNER_TR("core", "To seed"), 2));
    table.push_back({.id = "seeds",
                     .label = LIMNER_TR("core", "Through seeds"),
                     .help = LIMNER_TR("core", "Several seeds with commas between; replaces from and to."),
                     .group = way,
                     .kind = ParamKind::Text,
                     .standard = std::string()});
    table.push_back({.id = "path",
                     .label = LIMNER_TR("core", "Path"),
                     .help = LIMNER_TR("core", "How to go from one to the next."),
                     .group = way,
                     .kind = ParamKind::Choice,
                     .standard = std::string("spherical"),
                     .choices = {{"spherical", LIMNER_TR("core", "Spherical")},
                                 {"linear", LIMNER_TR("core", "Straight")},
                                 {"spline", LIMNER_TR("core", "Spline through all")}}});
    for (ParamSpec& row : placeRows())
        if (row.id == "truncation") table.push_back(std::move(row));
    table.push_back({.id = "count",
                     .label = LIMNER_TR("core", "Pictures"),
                     .help = LIMNER_TR("core", "How many pictures to make, those of the ends among them."),
                     .group = LIMNER_TR("core", "Pictures"),
                     .standard = int64_t{9},
                     .range = {2, 4096, Scale::Log}});
    for (const ParamSpec& row : sampleTable())
        if (row.id == "columns" || row.id == "out" || row.id == "overwrite") table.push_back(row);
    return table;
}

}  // namespace

const ParamTable& interpolateTable() {
    static const ParamTable table = makeInterpolateTable();
    return table;
}

Result<ParamValues> prepareInterpolation(const ParamValues& given) {
    auto complete = completeValues(interpolateTable(), given);
    if (!complete) return complete;
    // One strip unless it was said otherwise.
    const int64_t widest = 64;
    if (!given.contains("columns")) (*complete)["columns"] = std::min(intOf(*complete, "count"), widest);
    const auto way = wayThrough(*complete);
    if (!way) return way.error();
    const auto isFree = checkSampleOutput(textOf(*complete, "out"));
    if (!isFree) return isFree.error();
    return complete;
}

Result<std::unique_ptr<engine::Job>> startInterpolation(const Recipe& recipe, JobContext& context, JobId,
                                                        const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    auto trained = loadTrained(recipe.values);
    if (!trained) return trained.error();
    const auto way = wayThrough(recipe.values);
    if (!way) return way.error();
    const auto keys = keyLatents(*way, trained->pictures());
    if (!keys) return keys.error();
    const int64_t count = intOf(recipe.values, "count");
    std::vector<Latent> points;
    for (int64_t i = 0; i < count; ++i)
        points.push_back(
            latentAt(*way, *keys, static_cast<double>(i) * way->seconds / static_cast<double>(count - 1)));
    auto latents = rowsOf(points, trained->pictures().latentSize());
    if (!latents) return latents.error();
    return makeSampleJob(recipe, std::make_shared<OpenedModel>(std::move(*trained)), std::move(*latents),
                         context, announce);
}

}  // namespace limner::generation
