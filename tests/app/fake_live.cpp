#include <algorithm>
#include <cmath>

#include "core/types/attribute.h"
#include "fake_studio.h"

namespace limner::test {
namespace {

double numberOr(const ParamValues& values, const std::string& id, double other) {
    const auto found = values.find(id);
    if (found == values.end()) return other;
    if (const auto* whole = std::get_if<int64_t>(&found->second)) return static_cast<double>(*whole);
    return std::get<double>(found->second);
}

std::string textOr(const ParamValues& values, const std::string& id) {
    const auto found = values.find(id);
    return found == values.end() ? std::string() : std::get<std::string>(found->second);
}

Latent latentOf(const ParamValues& values, int number) {
    Offsets along = *offsetsOfText(textOr(values, "directions"));
    Latent latent = *latentOfText(textOr(values, "point"));
    if (latent.empty()) {
        latent = {static_cast<float>(numberOr(values, "seed", 1) + number),
                  static_cast<float>(numberOr(values, "truncation", 1)), 0, 0};
    }
    latent[2] += static_cast<float>(along[1]);
    latent[3] += static_cast<float>(along[2]);
    const auto attributes = attributesOfText(textOr(values, "attributes"));
    for (const Attribute& own : *attributes)
        for (size_t i = 0; i < latent.size(); ++i)
            latent[i] += static_cast<float>(own.distance) * own.direction[i];
    return latent;
}

SampleSheet shaded(const std::vector<Latent>& latents) {
    constexpr int kSide = 8;
    const auto count = static_cast<int>(latents.size());
    SampleSheet sheet{.step = 100,
                      .columns = count,
                      .count = count,
                      .tileWidth = kSide,
                      .tileHeight = kSide,
                      .sheet = Image(count * kSide, kSide, 1)};
    for (int i = 0; i < count; ++i) {
        double sum = 0;
        for (const float number : latents[static_cast<size_t>(i)]) sum += number;
        for (int y = 0; y < kSide; ++y)
            std::fill_n(sheet.sheet.at(i * kSide, y), kSide, static_cast<uint8_t>(std::lround(sum * 10)));
    }
    return sheet;
}

LivePicture decode(const LiveRequest& request) {
    std::vector<Latent> latents = request.latents;
    const auto count = static_cast<int>(numberOr(request.values, "count", 1));
    for (int i = 0; latents.empty() || (request.latents.empty() && i < count); ++i)
        latents.push_back(latentOf(request.values, i));
    return {.sheet = shaded(latents), .latents = latents};
}

LivePicture described(bool encodes) {
    auto facts = std::make_shared<ModelFacts>();
    facts->title = "fake";
    facts->modelHash = "abc";
    facts->step = 100;
    facts->latentSize = 4;
    facts->size = 8;
    facts->encodes = encodes;
    for (const double share : {0.5, 0.3, 0.2}) facts->directions.push_back({"Direction", share});
    LivePicture answer;
    answer.facts = facts;
    return answer;
}

LivePicture bookBeginning() {
    auto writing = std::make_shared<Writing>();
    writing->tokens.push_back({.text = "In the beginning\nwas a long book."});
    LivePicture answer;
    answer.numbers = {{"characters", 4200000}, {"lines", 31000}};
    answer.writing = writing;
    return answer;
}

LivePicture dataSet() {
    LivePicture picture{.sheet = fakeSheet(0, 32), .numbers = {{"pictures", 70000}}};
    for (const char* name : {"class T-shirt", "class Trouser", "class Pullover"})
        picture.numbers.emplace_back(name, 7000);
    return picture;
}

/// A square whose shade says the channel, or the strength of a preview.
LivePicture shade(double brightness) {
    SampleSheet sheet{.columns = 1, .count = 1, .tileWidth = 16, .tileHeight = 16, .sheet = Image(16, 16, 3)};
    std::ranges::fill(sheet.sheet.bytes, static_cast<uint8_t>(std::lround(brightness)));
    return {.sheet = std::move(sheet)};
}

}  // namespace

Result<LivePicture> fakeLive(const LiveRequest& request) {
    if (textOr(request.values, "run") == "broken")
        return Error{.code = ErrorCode::Damaged, .message = "The weights are damaged."};
    if (request.what == "decode" && textOr(request.values, "run") == "nan")
        return Error{.code = ErrorCode::NotFinite, .message = "The numbers are not finite."};
    if (request.what == "channel") return shade(10 * (1 + numberOr(request.values, "channel", 0)));
    if (request.what == "fast-style") return shade(100 * numberOr(request.values, "strength", 0.7));
    if (request.what == "read" || request.what == "describe-language") return fakeLanguage(request);
    if (request.what == "decode") return decode(request);
    if (request.what == "describe") return described(textOr(request.values, "run") != "gan");
    if (request.what == "preview-data" && textOr(request.values, "data") == "bible") return bookBeginning();
    if (request.what != "encode") return dataSet();
    LivePicture encoded;
    encoded.latents = {{7, 7, 7, 7}};
    return encoded;
}

Result<void> FakeLibrary::remove(const std::string& id) {
    std::erase_if(known, [&](const LibraryNetwork& network) { return network.id == id; });
    return {};
}

std::optional<FoundModel> FakeLibrary::find(const std::string& modelHash) const {
    const auto found = std::ranges::find(models, modelHash, &LibraryModel::modelHash);
    if (found == models.end()) return std::nullopt;
    return FoundModel{.run = found->file};
}

}  // namespace limner::test
