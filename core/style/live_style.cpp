#include "core/internal/live_style.h"

#include <algorithm>
#include <optional>

#include "core/internal/picture_file.h"
#include "core/io/safe_replace.h"
#include "dreaming.h"
#include "fast_network.h"
#include "feature_rows.h"
#include "named_network.h"
#include "pictures.h"
#include "scene.h"
#include "stylize_table.h"

namespace limner::style {

/// A file as it was when it was read.
struct LiveFile {
    std::filesystem::path file;
    std::filesystem::file_time_type time;
    friend bool operator==(const LiveFile&, const LiveFile&) = default;
};

namespace {

namespace fs = std::filesystem;

constexpr uint64_t kChannelSeed = 1;
constexpr uintmax_t kMostCacheBytes = uintmax_t{1} << 20;

LiveFile stateOf(const fs::path& file) {
    std::error_code ignored;
    return {file, fs::last_write_time(file, ignored)};
}

LivePicture pictureOf(Image image) {
    return {.sheet = {.columns = 1,
                      .count = 1,
                      .tileWidth = image.width,
                      .tileHeight = image.height,
                      .sheet = std::move(image)}};
}

fs::path cacheFile(const fs::path& project, const std::string& hash, const std::string& layer,
                   int64_t channel) {
    constexpr size_t kLetters = 16;
    return project / "cache" / "channels" / hash.substr(0, kLetters) /
           (layer + "-" + std::to_string(channel) + ".png");
}

std::optional<Image> cached(const fs::path& file, const Host& host) {
    const auto bytes = io::readFile(file, kMostCacheBytes);
    if (!bytes) return std::nullopt;
    auto image = host.decode(std::as_bytes(std::span(*bytes)));
    const bool isIt = image && image->width == kChannelSide && image->height == kChannelSide;
    if (!isIt) return std::nullopt;
    return flattened(*image);
}

ParamValues withoutStrength(ParamValues values) {
    for (const char* id : {"strength", "size", "out", "resume_from", "overwrite"}) values.erase(id);
    return values;
}

}  // namespace

struct LiveStyle::Kept {
    // Of the channels.
    ParamValues featureValues;  ///< that `features` was loaded with
    std::optional<FeatureNetwork> features;
    // Of fast style.
    LiveFile networkState;
    std::optional<FastNetwork> network;
    LiveFile contentState;
    ParamValues painting;  ///< that `painted` was made with
    Scene scene;
    torch::Tensor painted;
};

LiveStyle::LiveStyle() : m_kept(std::make_unique<Kept>()) {}
LiveStyle::~LiveStyle() = default;

Result<LivePicture> LiveStyle::channel(const ParamValues& given, JobContext& context) {
    const auto values = completeValues(findStyleMethod("dream")->rows(), given);
    if (!values) return values.error();
    const ParamValues wanted{{"features", values->at("features")},
                             {"features_file", values->at("features_file")}};
    if (!m_kept->features || m_kept->featureValues != wanted) {
        auto loaded = loadFeatures(*values, context.project);
        if (!loaded) return loaded.error();
        m_kept->features.emplace(std::move(*loaded));
        m_kept->featureValues = wanted;
    }
    const FeatureNetwork& network = *m_kept->features;
    const std::string& layer = textOf(*values, "layer");
    const int64_t number = std::max<int64_t>(intOf(*values, "channel"), 0);
    const fs::path file = cacheFile(context.project, network.hash(), layer, number);
    if (auto kept = cached(file, context.host)) return pictureOf(std::move(*kept));
    const int64_t side = std::max<int64_t>(kChannelSide, network.smallestSide(layer));
    const torch::Tensor liked = likedBy(network, layer, number, side, kChannelSeed);
    Image image = toImage(resized(liked, {kChannelSide, kChannelSide}).clamp(0, 1));
    const auto bytes = context.host.encode(image, "png", {});
    if (bytes) std::ignore = generation::writeBytes(file, *bytes);  // a full disk costs no more than time
    return pictureOf(std::move(image));
}

Result<LivePicture> LiveStyle::fast(const ParamValues& given, JobContext& context) {
    ParamValues asked = given;
    asked["method"] = std::string("fast");
    asked["size"] = int64_t{kPreviewSide};
    auto complete = completeValues(stylizeTable(), asked);
    if (!complete) return complete.error();
    const ParamValues values = withNamedNetworks(std::move(*complete), context.project);
    const auto file = networkFile(textOf(values, "network"), context.project);
    if (!file) return file.error();
    if (!m_kept->network || m_kept->networkState != stateOf(*file)) {
        auto network = FastNetwork::load(*file);
        if (!network) return network.error();
        m_kept->network.emplace(std::move(*network));
        m_kept->networkState = stateOf(*file);
        m_kept->painted = torch::Tensor();
    }
    const fs::path content = textOf(values, "content");
    const bool isPainted = m_kept->painted.defined() && m_kept->painting == withoutStrength(values) &&
                           m_kept->contentState == stateOf(content);
    if (!isPainted) {
        m_kept->painted = torch::Tensor();
        auto scene = openScene(values, content, context.host, [](const Message&) {});
        if (!scene) return scene.error();
        if (!scene->input.content.defined() ||
            std::min(scene->input.height, scene->input.width) < FastNetwork::kSmallestSide)
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = LIMNER_TR("core", "There is no content to paint.")};
        m_kept->scene = std::move(*scene);
        PassStatistics seen;
        m_kept->painted = paintWhole(*m_kept->network, m_kept->scene.input.content, seen);
        m_kept->painting = withoutStrength(values);
        m_kept->contentState = stateOf(content);
    }
    const torch::Tensor blend =
        at::lerp(m_kept->scene.input.content, m_kept->painted, realOf(values, "strength"));
    return pictureOf(m_kept->scene.finish.apply(blend));
}

}  // namespace limner::style
