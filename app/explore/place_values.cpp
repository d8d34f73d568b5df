#include "place_values.h"

#include <QRandomGenerator>
#include <algorithm>

#include "app/core_text.h"
#include "core/types/attribute.h"
#include "explore_session.h"

namespace limner::app {
namespace {

constexpr qint64 kMostSeeds = 100'000;  // short enough to be read out and typed again

Offsets offsetsOf(const ParamValues& place, const std::string& id) {
    const auto found = place.find(id);
    if (found == place.end()) return {};
    const auto offsets = offsetsOfText(std::get<std::string>(found->second));
    return offsets ? *offsets : Offsets{};
}

constexpr const char* kAttributes = "attributes";
/// Ids of rows in menus; they are also ids of axes of a sweep.
constexpr const char* kModelAxis = "directions.";
constexpr const char* kOwnAxis = "attributes.";

std::vector<Attribute> attributesOf(const ParamValues& place) {
    const auto found = place.find(kAttributes);
    if (found == place.end()) return {};
    auto attributes = attributesOfText(std::get<std::string>(found->second));
    return attributes ? std::move(*attributes) : std::vector<Attribute>{};
}

}  // namespace

double offsetOf(const ParamValues& place, const std::string& id, int number) {
    const Offsets offsets = offsetsOf(place, id);
    const auto found = offsets.find(number);
    return found == offsets.end() ? 0 : found->second;
}

ParamValues withOffset(ParamValues place, const std::string& id, int number, double distance) {
    Offsets offsets = offsetsOf(place, id);
    offsets[number] = distance;
    const std::string text = offsetsText(offsets);
    if (text.empty())
        place.erase(id);
    else
        place[id] = text;
    return place;
}

double distanceAlong(const ParamValues& place, const Latent& direction) {
    for (const Attribute& attribute : attributesOf(place))
        if (attribute.direction == direction) return attribute.distance;
    return 0;
}

ParamValues withDistance(ParamValues place, const Latent& direction, double distance) {
    std::vector<Attribute> attributes = attributesOf(place);
    const auto found = std::ranges::find(attributes, direction, &Attribute::direction);
    if (found == attributes.end())
        attributes.push_back({distance, direction});
    else
        found->distance = distance;
    const std::string text = attributesText(attributes);
    if (text.empty())
        place.erase(kAttributes);
    else
        place[kAttributes] = text;
    return place;
}

double distanceAlong(const ParamValues& place, const MapAxis& axis) {
    return axis.own.empty() ? offsetOf(place, "directions", axis.direction) : distanceAlong(place, axis.own);
}

ParamValues withDistance(ParamValues place, const MapAxis& axis, double distance) {
    return axis.own.empty() ? withOffset(std::move(place), "directions", axis.direction, distance)
                            : withDistance(std::move(place), axis.own, distance);
}

double reachOf(const MapAxis& axis) {
    return axis.own.empty() ? 3 : 1.5;
}

ParamValues withNumbered(ParamValues place, const std::vector<OwnDirection>& directions) {
    std::vector<Attribute> numbered;
    for (const OwnDirection& own : directions)
        numbered.push_back({distanceAlong(place, own.direction), own.direction});
    for (const Attribute& attribute : attributesOf(place))
        if (std::ranges::find(directions, attribute.direction, &OwnDirection::direction) == directions.end())
            numbered.push_back(attribute);
    place[kAttributes] = numberedAttributesText(numbered);
    return place;
}

std::vector<Latent> unknownDirections(const ParamValues& place, const std::vector<OwnDirection>& known) {
    std::vector<Latent> unknown;
    for (Attribute& attribute : attributesOf(place))
        if (std::ranges::find(known, attribute.direction, &OwnDirection::direction) == known.end())
            unknown.push_back(std::move(attribute.direction));
    return unknown;
}

ParamValues lockedValues(const ExploreSession& session) {
    Offsets offsets = offsetsOf(session.place(), "directions");
    std::erase_if(offsets, [&](const auto& offset) {
        return !session.record().lockedDirections.contains(offset.first) || offset.second == 0;
    });
    ParamValues kept;
    if (!offsets.empty()) kept["directions"] = offsetsText(offsets);
    for (const OwnDirection& own : session.record().ownDirections)
        if (own.isLocked)
            kept =
                withDistance(std::move(kept), own.direction, distanceAlong(session.place(), own.direction));
    return kept;
}

QString directionName(const ExploreSession& session, int direction) {
    const auto& names = session.record().directionNames;
    if (const auto given = names.find(direction); given != names.end()) return given->second;
    const auto index = static_cast<size_t>(direction - 1);
    if (!session.facts() || index >= session.facts()->directions.size())
        return ExploreSession::tr("Direction %1").arg(direction);
    return coreText(session.facts()->directions[index].name);
}

QString axisName(const ExploreSession& session, const MapAxis& axis) {
    if (axis.own.empty()) return directionName(session, axis.direction);
    const auto& known = session.record().ownDirections;
    const auto found = std::ranges::find(known, axis.own, &OwnDirection::direction);
    return found == known.end() ? ExploreSession::tr("Removed direction") : found->name;
}

std::vector<Choice> axisChoices(const ExploreSession& session) {
    std::vector<Choice> choices;
    const auto& own = session.record().ownDirections;
    for (size_t i = 0; i < own.size(); ++i)
        choices.push_back({kOwnAxis + std::to_string(i + 1), toUtf8(own[i].name)});
    const int directions = session.facts() ? static_cast<int>(session.facts()->directions.size()) : 0;
    for (int i = 1; i <= directions; ++i)
        choices.push_back({kModelAxis + std::to_string(i), toUtf8(directionName(session, i))});
    return choices;
}

std::optional<MapAxis> axisOfChoice(const ExploreSession& session, const QString& id) {
    const int number = id.mid(id.indexOf(QLatin1Char('.')) + 1).toInt();
    if (id.startsWith(QLatin1String(kModelAxis)) && number > 0) return MapAxis{number};
    const auto& own = session.record().ownDirections;
    if (!id.startsWith(QLatin1String(kOwnAxis)) || number < 1 || static_cast<size_t>(number) > own.size())
        return std::nullopt;
    return MapAxis{.own = own[static_cast<size_t>(number - 1)].direction};
}

QString choiceOfAxis(const ExploreSession& session, const MapAxis& axis) {
    if (axis.own.empty()) return QLatin1String(kModelAxis) + QString::number(axis.direction);
    const auto& own = session.record().ownDirections;
    const auto found = std::ranges::find(own, axis.own, &OwnDirection::direction);
    return found == own.end() ? QString()
                              : QLatin1String(kOwnAxis) + QString::number(found - own.begin() + 1);
}

int64_t drawnSeed() {
    return QRandomGenerator::global()->bounded(qint64{0}, kMostSeeds);
}

QString placeName(const ExploreRecord& record, const ParamValues& place) {
    const auto mark = std::ranges::find(record.bookmarks, place, &Bookmark::place);
    if (mark != record.bookmarks.end()) return mark->name;
    const auto seed = place.find("seed");
    if (seed == place.end() || place.contains("point")) return {};
    return ExploreSession::tr("Seed %1").arg(std::get<int64_t>(seed->second));
}

std::optional<ParamValues> placeOfId(const ExploreRecord& record, const QString& id) {
    constexpr QLatin1String kVisit{"history:"};
    if (id.startsWith(kVisit)) {
        const Visit* visit = record.visit(id.mid(kVisit.size()).toLongLong());
        return visit == nullptr ? std::nullopt : std::optional(visit->place);
    }
    const auto mark = std::ranges::find(record.bookmarks, id, &Bookmark::id);
    return mark == record.bookmarks.end() ? std::nullopt : std::optional(mark->place);
}

}  // namespace limner::app
