#include "core/internal/places.h"

#include <algorithm>

#include "core/internal/model.h"
#include "core/types/attribute.h"

namespace limner::generation {
namespace {

using torch::Tensor;

ParamSpec textRow(const char* id, const char* label, const char* help, const char* group) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = group,
            .kind = ParamKind::Text,
            .standard = std::string()};
}

Error wrongSize(int64_t size, size_t given) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "A point of this model has %1 numbers; %2 were given."),
                        {std::to_string(size), std::to_string(given)}}};
}

Error beyond(const char* sentence, int number, int64_t count) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {sentence, {std::to_string(number), std::to_string(count)}},
            .hint = count > 0
                        ? Message(LIMNER_TR("core", "The range is %1."), {"1 to " + std::to_string(count)})
                        : Message()};
}

/// [count, latentSize], not truncated.
Result<Tensor> basesOf(const ParamValues& values, int64_t count, bool countsUp, int64_t size) {
    const auto point = latentOfText(textOf(values, "point"));
    if (!point) return point.error();
    if (!point->empty()) {
        const auto row = rowsOf({*point}, size);
        if (!row) return row.error();
        return row->expand({count, size});
    }
    const auto seed = static_cast<uint64_t>(intOf(values, "seed"));
    if (!countsUp) return models::fixedLatents(count, size, seed);
    std::vector<Tensor> rows;
    for (int64_t i = 0; i < count; ++i)
        rows.push_back(models::fixedLatents(1, size, seed + static_cast<uint64_t>(i)));
    return torch::cat(rows);
}

/// [latentSize]: what the directions, dimensions and attributes add.
Result<Tensor> shiftOf(const ParamValues& values, int64_t size, const FindDirections& find) {
    const auto directions = offsetsOfText(textOf(values, "directions"));
    if (!directions) return directions.error();
    const auto dimensions = offsetsOfText(textOf(values, "dimensions"));
    if (!dimensions) return dimensions.error();
    Tensor shift = torch::zeros({size});
    for (const auto& [number, distance] : *directions) {
        const Directions& known = find();
        if (number > known.rows.size(0))
            return beyond(LIMNER_TR("core", "There is no direction %1: this model has %2."), number,
                          known.rows.size(0));
        shift += known.rows[number - 1] * distance;
    }
    for (const auto& [number, distance] : *dimensions) {
        if (number > size)
            return beyond(LIMNER_TR("core", "There is no dimension %1: a point of this model has %2."),
                          number, size);
        shift[number - 1] += distance;
    }
    const auto attributes = attributesOfText(textOf(values, "attributes"));
    if (!attributes) return attributes.error();
    for (const Attribute& attribute : *attributes) {
        const auto row = rowsOf({attribute.direction}, size);
        if (!row) return row.error();
        shift += row->squeeze(0) * attribute.distance;
    }
    return shift;
}

Result<Tensor> placed(const ParamValues& values, int64_t count, bool countsUp, int64_t size,
                      const FindDirections& directions) {
    const auto bases = basesOf(values, count, countsUp, size);
    if (!bases) return bases.error();
    const auto shift = shiftOf(values, size, directions);
    if (!shift) return shift.error();
    const double truncation = realOf(values, "truncation");
    return (truncation == 1 ? *bases : *bases * truncation) + *shift;
}

}  // namespace

ParamTable placeRows() {
    const char* seed = LIMNER_TR("core", "Seed");
    const char* directions = LIMNER_TR("core", "Directions");
    return {
        {.id = "seed",
         .label = LIMNER_TR("core", "Seed"),
         .help = LIMNER_TR("core", "The same seed gives the same pictures."),
         .group = seed,
         .standard = int64_t{1},
         .range = {.low = 0, .high = 4'294'967'295.0, .step = 1}},
        {.id = "truncation",
         .label = LIMNER_TR("core", "Truncation"),
         .help = LIMNER_TR("core",
                           "Less keeps to the pictures that the model knows best, more makes stranger ones."),
         .group = seed,
         .kind = ParamKind::Real,
         .standard = 1.0,
         .range = {.low = 0, .high = 2, .step = 0.05}},
        textRow("point", LIMNER_TR("core", "Point"),
                LIMNER_TR("core", "The numbers of a point, with commas between, instead of the seed."), seed),
        textRow("directions", LIMNER_TR("core", "Directions"),
                LIMNER_TR("core",
                          "How far to go along each direction that was found in the model, such as "
                          "1:-1.2,4:0.9."),
                directions),
        textRow("dimensions", LIMNER_TR("core", "Dimensions"),
                LIMNER_TR("core", "What is added to single numbers of the point, such as 7:0.5."),
                directions),
        textRow("attributes", LIMNER_TR("core", "Own directions"),
                LIMNER_TR("core",
                          "How far to go along directions that are given by their numbers, such as "
                          "1.5*0.25,-1,0.5; more of them with semicolons between."),
                directions)};
}

Result<void> checkPlace(const ParamValues& values) {
    const auto given = [&](const char* id) {
        const auto found = values.find(id);
        return found == values.end() ? std::string() : std::get<std::string>(found->second);
    };
    const auto point = latentOfText(given("point"));
    if (!point) return point.error();
    for (const char* id : {"directions", "dimensions"}) {
        const auto offsets = offsetsOfText(given(id));
        if (!offsets) return offsets.error();
    }
    const auto attributes = attributesOfText(given("attributes"));
    if (!attributes) return attributes.error();
    return {};
}

Result<Tensor> latentOf(const ParamValues& values, int64_t latentSize, const FindDirections& directions) {
    return placed(values, 1, true, latentSize, directions);
}

Result<Tensor> latentsOf(const ParamValues& values, int64_t latentSize, const FindDirections& directions) {
    return placed(values, intOf(values, "count"), boolOf(values, "count_up"), latentSize, directions);
}

Result<Tensor> rowsOf(const std::vector<Latent>& points, int64_t latentSize) {
    const auto isWrong = [&](const Latent& point) {
        return static_cast<int64_t>(point.size()) != latentSize;
    };
    const auto wrong = std::ranges::find_if(points, isWrong);
    if (points.empty() || wrong != points.end())
        return wrongSize(latentSize, points.empty() ? 0 : wrong->size());
    Tensor rows = torch::empty({static_cast<int64_t>(points.size()), latentSize});
    float* to = rows.mutable_data_ptr<float>();
    for (const Latent& point : points) to = std::ranges::copy(point, to).out;
    return rows;
}

std::vector<Latent> pointsOf(const Tensor& rows) {
    const Tensor here = rows.to(torch::kCPU, torch::kFloat32).contiguous();
    const auto size = static_cast<size_t>(here.size(1));
    const float* from = here.const_data_ptr<float>();
    std::vector<Latent> points;
    for (int64_t i = 0; i < here.size(0); ++i, from += size) points.emplace_back(from, from + size);
    return points;
}

}  // namespace limner::generation
