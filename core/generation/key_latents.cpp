#include "core/internal/key_latents.h"

#include <optional>

#include "core/internal/sheet.h"
#include "core/io/safe_replace.h"
#include "core/io/timeline_json.h"

namespace limner::generation {
namespace {

constexpr uintmax_t kMaxTimelineBytes = uintmax_t{16} << 20;

bool isJson(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string::npos && (text[first] == '{' || text[first] == '[');
}

Error inKey(size_t index, Error error) {
    error.message = {LIMNER_TR("core", "Key %1 of the time line: %2"),
                     {std::to_string(index + 1), error.message.text()}};
    return error;
}

Result<void> checkKey(const Key& key) {
    const auto complete = completeValues(placeRows(), key.place);
    if (!complete) return complete.error();
    return checkPlace(*complete);
}

}  // namespace

Result<Timeline> timelineOf(const std::string& jsonOrPath) {
    if (jsonOrPath.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "No time line was given."),
                     .hint = LIMNER_TR("core", "Name a .json file, or give the JSON itself.")};
    std::string json = jsonOrPath;
    if (!isJson(json)) {
        auto file = io::readFile(jsonOrPath, kMaxTimelineBytes);
        if (!file) return file.error();
        json = std::move(*file);
    }
    auto timeline = io::timelineFromJson(json);
    if (!timeline) return timeline;
    for (size_t i = 0; i < timeline->keys.size(); ++i) {
        const auto checked = checkKey(timeline->keys[i]);
        if (!checked) return inKey(i, checked.error());
    }
    return timeline;
}

Result<std::vector<Latent>> keyLatents(const Timeline& timeline, models::PictureModel& model) {
    std::optional<Directions> directions;
    const auto find = [&]() -> const Directions& {
        if (!directions) directions = directionsOf(model);
        return *directions;
    };
    std::vector<Latent> latents;
    for (size_t i = 0; i < timeline.keys.size(); ++i) {
        const auto complete = completeValues(placeRows(), timeline.keys[i].place);
        if (!complete) return inKey(i, complete.error());
        const auto latent = latentOf(*complete, model.latentSize(), find);
        if (!latent) return inKey(i, latent.error());
        latents.push_back(pointsOf(*latent).front());
    }
    return latents;
}

Result<SampleSheet> drawPicture(const TrainedModel& trained, const Latent& latent) {
    const auto row = rowsOf({latent}, trained.pictures().latentSize());
    if (!row) return row.error();
    const torch::Tensor picture = trained.decode(*row);
    const auto checked = checkPictures(picture);
    if (!checked) return checked.error();
    return sheetOf(picture, trained.pictures().shape(), 1, trained.step);
}

}  // namespace limner::generation
