#include "timeline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "param_text.h"

namespace limner {
namespace {

template <typename Kind>
struct Named {
    Kind kind;
    const char* name;
};

constexpr std::array<Named<Ease>, 5> kEases{{{Ease::Linear, "linear"},
                                             {Ease::InOut, "ease"},
                                             {Ease::In, "ease-in"},
                                             {Ease::Out, "ease-out"},
                                             {Ease::Hold, "hold"}}};
constexpr std::array<Named<Path>, 3> kPaths{
    {{Path::Linear, "linear"}, {Path::Spherical, "spherical"}, {Path::Spline, "spline"}}};

template <typename Kind, size_t N>
const char* nameIn(const std::array<Named<Kind>, N>& rows, Kind kind) {
    return std::ranges::find(rows, kind, &Named<Kind>::kind)->name;
}

template <typename Kind, size_t N>
Result<Kind> kindIn(const std::array<Named<Kind>, N>& rows, std::string_view name, const char* sentence) {
    std::vector<std::string> names;
    std::string all;
    for (const auto& row : rows) {
        if (row.name == name) return row.kind;
        names.emplace_back(row.name);
        all += (all.empty() ? "" : ", ") + names.back();
    }
    const std::string near = nearest(name, names);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = {sentence, {std::string(name)}},
                 .hint = near.empty() ? Message{LIMNER_TR("core", "It is one of %1."), {all}}
                                      : Message{LIMNER_TR("core", "Did you mean “%1”?"), {near}}};
}

Error refused(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

std::string shown(double number) {
    return formatValue(ParamSpec{}, number);
}

std::optional<Error> wrongKey(const Timeline& timeline, size_t index) {
    const double second = timeline.keys[index].second;
    if (!(second >= 0 && second <= timeline.seconds))
        return refused({LIMNER_TR("core", "Key %1 is at %2 s, outside of the time line of %3 s."),
                        {std::to_string(index + 1), shown(second), shown(timeline.seconds)}},
                       LIMNER_TR("core", "Move the key, or make the time line longer."));
    if (index == 0) return std::nullopt;
    const double before = timeline.keys[index - 1].second;
    if (second == before)
        return refused({LIMNER_TR("core", "Two keys are at %1 s, so that nothing can be between them."),
                        {shown(second)}},
                       LIMNER_TR("core", "Move or delete one of them."));
    if (second < before)
        return refused({LIMNER_TR("core", "The keys are out of order: %1 s stands after %2 s."),
                        {shown(second), shown(before)}},
                       LIMNER_TR("core", "List the keys in order of time."));
    return std::nullopt;
}

/// Between the keys `from` and `to`, `t` of the way.
Latent onTheWay(const Timeline& timeline, const std::vector<Latent>& latents, size_t from, size_t to,
                double t) {
    if (timeline.path == Path::Linear) return lerp(latents[from], latents[to], t);
    if (timeline.path == Path::Spherical) return slerp(latents[from], latents[to], t);
    // Where there is no neighbour, at the ends of a time line that does not loop, the end itself stands in.
    const size_t last = latents.size() - 1;
    const size_t before = from > 0 ? from - 1 : (timeline.isLoop ? last : 0);
    const size_t after = to < last ? to + 1 : (timeline.isLoop ? 0 : last);
    return catmullRom(latents[before], latents[from], latents[to], latents[after], t);
}

}  // namespace

const char* name(Ease ease) {
    return nameIn(kEases, ease);
}

const char* name(Path path) {
    return nameIn(kPaths, path);
}

Result<Ease> easeOfName(std::string_view name) {
    return kindIn(kEases, name, LIMNER_TR("core", "There is no easing “%1”."));
}

Result<Path> pathOfName(std::string_view name) {
    return kindIn(kPaths, name, LIMNER_TR("core", "There is no path “%1”."));
}

int64_t frameCount(const Timeline& timeline) {
    return std::max<int64_t>(1, std::llround(timeline.seconds * timeline.rateHz));
}

double frameSecond(const Timeline& timeline, int64_t frame) {
    // A share of the whole rather than a number of frame times, so that a loop closes whatever its length is.
    return static_cast<double>(frame) * timeline.seconds / static_cast<double>(frameCount(timeline));
}

Result<void> checkTimeline(const Timeline& timeline) {
    constexpr double kShortest = 0.1, kLongest = 3600;
    constexpr int kFastest = 120;
    if (!(timeline.seconds >= kShortest && timeline.seconds <= kLongest))
        return refused({LIMNER_TR("core", "A time line cannot be %1 s long."), {shown(timeline.seconds)}},
                       LIMNER_TR("core", "It takes 0.1 to 3600 seconds."));
    if (timeline.rateHz < 1 || timeline.rateHz > kFastest)
        return refused({LIMNER_TR("core", "A time line cannot have %1 frames a second."),
                        {std::to_string(timeline.rateHz)}},
                       LIMNER_TR("core", "It has 1 to 120."));
    if (timeline.keys.empty())
        return refused(LIMNER_TR("core", "The time line has no keys."),
                       LIMNER_TR("core", "Add at least two, so that there is a way to go."));
    if (timeline.keys.size() == 1)
        return refused(LIMNER_TR("core", "The time line has one key only."),
                       LIMNER_TR("core", "Add a second one, so that there is a way to go."));
    for (size_t i = 0; i < timeline.keys.size(); ++i)
        if (auto wrong = wrongKey(timeline, i)) return *wrong;
    return {};
}

double eased(Ease ease, double t) {
    switch (ease) {
        case Ease::Linear:
            return t;
        case Ease::InOut:
            return t * t * (3 - 2 * t);
        case Ease::In:
            return t * t;
        case Ease::Out:
            return t * (2 - t);
        case Ease::Hold:
            return t < 1 ? 0 : 1;
    }
    return t;
}

Latent latentAt(const Timeline& timeline, const std::vector<Latent>& keyLatents, double second) {
    const auto& keys = timeline.keys;
    if (timeline.isLoop) {
        second = std::fmod(second, timeline.seconds);
        if (second < 0) second += timeline.seconds;
        if (second >= timeline.seconds) second = 0;  // the sum above was rounded up
    }
    const auto next = std::ranges::upper_bound(keys, second, {}, &Key::second);
    if (next == keys.begin()) return keyLatents.front();
    const auto from = static_cast<size_t>(next - keys.begin()) - 1;
    const bool isLast = next == keys.end();
    if (isLast && !timeline.isLoop) return keyLatents.back();
    const size_t to = isLast ? 0 : from + 1;
    const double end = isLast ? timeline.seconds : keys[to].second;
    const double share = (second - keys[from].second) / (end - keys[from].second);
    return onTheWay(timeline, keyLatents, from, to, eased(keys[from].ease, share));
}

}  // namespace limner
