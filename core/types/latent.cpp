#include "latent.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace limner {
namespace {

// std::to_chars writes the fewest digits that read back to the same bits, and knows no locale.
template <typename Number>
void appendNumber(std::string& text, Number number) {
    char buffer[32];
    text.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
}

std::string_view withoutBlanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

template <typename Number>
std::optional<Number> numberOf(std::string_view text) {
    text = withoutBlanks(text);
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if constexpr (std::is_floating_point_v<Number>) {
        if (!std::isfinite(number)) return std::nullopt;
    }
    return number;
}

std::vector<std::string_view> splitAtCommas(std::string_view text) {
    std::vector<std::string_view> parts;
    if (withoutBlanks(text).empty()) return parts;
    for (size_t comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
        parts.push_back(text.substr(0, comma));
        text.remove_prefix(comma + 1);
    }
    parts.push_back(text);
    return parts;
}

Error badPart(const char* sentence, std::string_view part, Message hint) {
    constexpr size_t kShown = 40;
    return {.code = ErrorCode::InvalidArgument,
            .message = {sentence, {std::string(withoutBlanks(part).substr(0, kShown))}},
            .hint = std::move(hint)};
}

Error badOffset(std::string_view part) {
    return badPart(LIMNER_TR("core", "“%1” is not a number of a direction and a distance along it."), part,
                   LIMNER_TR("core",
                             "Write NUMBER:DISTANCE with commas between, such as 1:-1.2,4:0.9; numbers "
                             "start at 1."));
}

double lengthOf(const Latent& point) {
    double squares = 0;
    for (const float x : point) squares += double{x} * double{x};
    return std::sqrt(squares);
}

double dot(const Latent& a, const Latent& b) {
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i) sum += double{a[i]} * double{b[i]};
    return sum;
}

struct Place {
    double x, y;
};

/// Where on the edge from `a` to `b` the place lies nearest, as a share of the way.
double shareAlong(Place a, Place b, Place place) {
    const Place way{b.x - a.x, b.y - a.y};
    const double along = (place.x - a.x) * way.x + (place.y - a.y) * way.y;
    return std::clamp(along / (way.x * way.x + way.y * way.y), 0.0, 1.0);
}

}  // namespace

std::string latentText(std::span<const float> latent) {
    std::string text;
    for (const float number : latent) {
        if (!text.empty()) text += ',';
        appendNumber(text, number);
    }
    return text;
}

Result<Latent> latentOfText(std::string_view text) {
    Latent latent;
    for (const std::string_view part : splitAtCommas(text)) {
        const auto number = numberOf<float>(part);
        if (!number)
            return badPart(LIMNER_TR("core", "“%1” is not a number of a point."), part,
                           LIMNER_TR("core", "A point is numbers with commas between, such as 0.25,-1.5."));
        latent.push_back(*number);
    }
    return latent;
}

std::string offsetsText(const Offsets& offsets) {
    std::string text;
    for (const auto& [direction, distance] : offsets) {
        if (distance == 0) continue;
        if (!text.empty()) text += ',';
        text += std::to_string(direction) + ':';
        appendNumber(text, distance);
    }
    return text;
}

Result<Offsets> offsetsOfText(std::string_view text) {
    Offsets offsets;
    for (const std::string_view part : splitAtCommas(text)) {
        const size_t colon = part.find(':');
        if (colon == std::string_view::npos) return badOffset(part);
        const auto direction = numberOf<int>(part.substr(0, colon));
        const auto distance = numberOf<double>(part.substr(colon + 1));
        if (!direction || *direction < 1 || !distance) return badOffset(part);
        if (!offsets.emplace(*direction, *distance).second)
            return badPart(LIMNER_TR("core", "Direction %1 is given twice."), part.substr(0, colon),
                           LIMNER_TR("core", "Give each direction one distance."));
    }
    return offsets;
}

Latent lerp(const Latent& a, const Latent& b, double t) {
    Latent between(a.size());
    for (size_t i = 0; i < a.size(); ++i)
        between[i] = static_cast<float>((1 - t) * double{a[i]} + t * double{b[i]});
    return between;
}

Latent slerp(const Latent& a, const Latent& b, double t) {
    if (t == 0) return a;
    if (t == 1) return b;
    const double lengthA = lengthOf(a);
    const double lengthB = lengthOf(b);
    if (lengthA == 0 || lengthB == 0) return lerp(a, b, t);
    const double angle = std::acos(std::clamp(dot(a, b) / lengthA / lengthB, -1.0, 1.0));
    constexpr double kParallel = 1e-6;  // below, and at opposite points, no arc is marked out
    if (std::sin(angle) < kParallel) return lerp(a, b, t);
    const double length = (1 - t) * lengthA + t * lengthB;
    const double ofA = std::sin((1 - t) * angle) / std::sin(angle) * length / lengthA;
    const double ofB = std::sin(t * angle) / std::sin(angle) * length / lengthB;
    Latent between(a.size());
    for (size_t i = 0; i < a.size(); ++i)
        between[i] = static_cast<float>(ofA * double{a[i]} + ofB * double{b[i]});
    return between;
}

Latent catmullRom(const Latent& a, const Latent& b, const Latent& c, const Latent& d, double t) {
    // As weights the end points come out exactly: at t = 0 and 1 one weight is 1 and the others are 0.
    const double ofA = (-t + 2 * t * t - t * t * t) / 2;
    const double ofB = (2 - 5 * t * t + 3 * t * t * t) / 2;
    const double ofC = (t + 4 * t * t - 3 * t * t * t) / 2;
    const double ofD = (-t * t + t * t * t) / 2;
    Latent between(b.size());
    for (size_t i = 0; i < b.size(); ++i)
        between[i] = static_cast<float>(ofA * double{a[i]} + ofB * double{b[i]} + ofC * double{c[i]} +
                                        ofD * double{d[i]});
    return between;
}

Latent weighted(std::span<const Latent> points, std::span<const double> weights) {
    Latent sum(points[0].size());
    for (size_t i = 0; i < sum.size(); ++i) {
        double number = 0;
        for (size_t k = 0; k < points.size(); ++k) number += weights[k] * double{points[k][i]};
        sum[i] = static_cast<float>(number);
    }
    return sum;
}

std::array<double, 4> bilinearWeights(double x, double y) {
    x = std::clamp(x, 0.0, 1.0);
    y = std::clamp(y, 0.0, 1.0);
    return {(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y};
}

std::array<double, 3> barycentricWeights(double x, double y) {
    const double top = 1 - y;
    const double right = x - top / 2;
    const double left = 1 - top - right;
    if (top >= 0 && left >= 0 && right >= 0) return {top, left, right};

    constexpr std::array<Place, 3> kCorners{{{0.5, 0}, {0, 1}, {1, 1}}};
    std::array<double, 3> nearest{};
    double least = HUGE_VAL;
    for (size_t from = 0; from < 3; ++from) {
        const size_t to = (from + 1) % 3;
        const double share = shareAlong(kCorners[from], kCorners[to], {x, y});
        const double away = std::hypot((1 - share) * kCorners[from].x + share * kCorners[to].x - x,
                                       (1 - share) * kCorners[from].y + share * kCorners[to].y - y);
        if (away >= least) continue;
        least = away;
        nearest = {};
        nearest[from] = 1 - share;
        nearest[to] = share;
    }
    return nearest;
}

}  // namespace limner
