#include "explore_record.h"

#include <QJsonArray>
#include <QUuid>
#include <algorithm>
#include <array>

#include "app/core_text.h"
#include "app/recipe_text.h"

namespace limner::app {
namespace {

QLatin1String kindName(MapPlan::Kind kind) {
    constexpr std::array names{"square", "triangle", "plane"};
    return QLatin1String(names[static_cast<size_t>(kind)]);
}

MapPlan::Kind kindOfName(const QString& name) {
    for (const auto kind : {MapPlan::Kind::Triangle, MapPlan::Kind::Plane})
        if (name == kindName(kind)) return kind;
    return MapPlan::Kind::Square;
}

QJsonObject visitJson(const Visit& visit) {
    QJsonObject json{{QStringLiteral("id"), visit.id},
                     {QStringLiteral("parent"), visit.parent},
                     {QStringLiteral("place"), valuesJson(visit.place)},
                     {QStringLiteral("what"), visit.what}};
    if (visit.onMap) json[QStringLiteral("on_map")] = QJsonArray{visit.onMap->x(), visit.onMap->y()};
    if (visit.rating > 0) json[QStringLiteral("rating")] = visit.rating;
    if (visit.isStarred) json[QStringLiteral("star")] = true;
    return json;
}

Visit visitOfJson(const QJsonObject& json) {
    Visit visit{.id = json[QLatin1String("id")].toInteger(),
                .parent = json[QLatin1String("parent")].toInteger(-1),
                .place = placeOfJson(json[QLatin1String("place")].toObject()),
                .what = json[QLatin1String("what")].toString(),
                .rating = std::clamp(json[QLatin1String("rating")].toInt(), 0, 5),
                .isStarred = json[QLatin1String("star")].toBool()};
    const QJsonArray point = json[QLatin1String("on_map")].toArray();
    if (point.size() == 2) visit.onMap = QPointF(point[0].toDouble(), point[1].toDouble());
    return visit;
}

QJsonObject bookmarkJson(const Bookmark& bookmark) {
    return {{QStringLiteral("id"), bookmark.id},
            {QStringLiteral("name"), bookmark.name},
            {QStringLiteral("place"), valuesJson(bookmark.place)},
            {QStringLiteral("rating"), bookmark.rating}};
}

Bookmark bookmarkOfJson(const QJsonObject& json) {
    return {.id = json[QLatin1String("id")].toString(QUuid::createUuid().toString(QUuid::WithoutBraces)),
            .name = json[QLatin1String("name")].toString(),
            .place = placeOfJson(json[QLatin1String("place")].toObject()),
            .rating = std::clamp(json[QLatin1String("rating")].toInt(), 0, 5)};
}

/// 3, or "0.25,-1,…".
QJsonValue axisJson(const MapAxis& axis) {
    if (axis.own.empty()) return axis.direction;
    return fromUtf8(latentText(axis.own));
}

MapAxis axisOfJson(const QJsonValue& json, int standard) {
    auto own = latentOfText(toUtf8(json.toString()));
    if (own && !own->empty()) return {.own = std::move(*own)};
    return {std::max(1, json.toInt(standard))};
}

QJsonObject mapJson(const MapPlan& map) {
    QJsonArray corners;
    for (const ParamValues& corner : map.corners) corners << valuesJson(corner);
    return {{QStringLiteral("kind"), kindName(map.kind)},
            {QStringLiteral("corners"), corners},
            {QStringLiteral("across"), axisJson(map.across)},
            {QStringLiteral("down"), axisJson(map.down)}};
}

MapPlan mapOfJson(const QJsonObject& json) {
    MapPlan map{.kind = kindOfName(json[QLatin1String("kind")].toString()),
                .across = axisOfJson(json[QLatin1String("across")], 1),
                .down = axisOfJson(json[QLatin1String("down")], 2)};
    for (const QJsonValue& corner : json[QLatin1String("corners")].toArray())
        map.corners.push_back(placeOfJson(corner.toObject()));
    return map;
}

QJsonObject directionJson(const OwnDirection& own) {
    return {{QStringLiteral("name"), own.name},
            {QStringLiteral("direction"), fromUtf8(latentText(own.direction))},
            {QStringLiteral("locked"), own.isLocked}};
}

OwnDirection directionOfJson(const QJsonObject& json) {
    OwnDirection own{.name = json[QLatin1String("name")].toString(),
                     .isLocked = json[QLatin1String("locked")].toBool()};
    if (auto direction = latentOfText(toUtf8(json[QLatin1String("direction")].toString())))
        own.direction = std::move(*direction);
    return own;
}

constexpr std::array<QLatin1String, 2> kGroupNames{QLatin1String("a"), QLatin1String("b")};

QJsonObject groupsJson(const Groups& groups) {
    QJsonObject json;
    for (size_t group = 0; group < groups.size(); ++group) {
        QJsonArray places;
        for (const ParamValues& place : groups[group]) places << valuesJson(place);
        json[kGroupNames[group]] = places;
    }
    return json;
}

Groups groupsOfJson(const QJsonObject& json) {
    Groups groups;
    for (size_t group = 0; group < groups.size(); ++group)
        for (const QJsonValue& place : json[kGroupNames[group]].toArray())
            groups[group].push_back(placeOfJson(place.toObject()));
    return groups;
}

}  // namespace

const Visit* ExploreRecord::visit(qint64 id) const {
    const auto found = std::ranges::find(visits, id, &Visit::id);
    return found == visits.end() ? nullptr : &*found;
}

Visit* ExploreRecord::visit(qint64 id) {
    return const_cast<Visit*>(std::as_const(*this).visit(id));
}

ParamValues placeOfSeed(int64_t seed) {
    return {{"seed", seed}};
}

ParamValues placeOfLatent(const Latent& latent) {
    return {{"point", latentText(latent)}};
}

ParamValues placeOfJson(const QJsonObject& json) {
    ParamValues place;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const std::string id = toUtf8(it.key());
        if (it->isString())
            place[id] = toUtf8(it->toString());
        else if (id == "seed")
            place[id] = static_cast<int64_t>(it->toInteger());
        else if (it->isDouble())
            place[id] = it->toDouble();
    }
    return place;
}

QJsonObject toJson(const Timeline& timeline) {
    QJsonArray keys;
    for (const Key& key : timeline.keys) {
        keys << QJsonObject{{QStringLiteral("at"), key.second},
                            {QStringLiteral("ease"), QLatin1String(name(key.ease))},
                            {QStringLiteral("place"), valuesJson(key.place)}};
    }
    return {{QStringLiteral("schema"), 1},
            {QStringLiteral("seconds"), timeline.seconds},
            {QStringLiteral("rate"), timeline.rateHz},
            {QStringLiteral("loop"), timeline.isLoop},
            {QStringLiteral("path"), QLatin1String(name(timeline.path))},
            {QStringLiteral("keys"), keys}};
}

Timeline timelineOfJson(const QJsonObject& json) {
    Timeline timeline;
    timeline.seconds = std::clamp(json[QLatin1String("seconds")].toDouble(timeline.seconds), 0.1, 3600.0);
    timeline.rateHz = std::clamp(json[QLatin1String("rate")].toInt(timeline.rateHz), 1, 120);
    timeline.isLoop = json[QLatin1String("loop")].toBool(timeline.isLoop);
    if (const auto path = pathOfName(toUtf8(json[QLatin1String("path")].toString()))) timeline.path = *path;
    for (const QJsonValue& value : json[QLatin1String("keys")].toArray()) {
        const QJsonObject object = value.toObject();
        Key key{.second = object[QLatin1String("at")].toDouble(),
                .place = placeOfJson(object[QLatin1String("place")].toObject())};
        if (const auto ease = easeOfName(toUtf8(object[QLatin1String("ease")].toString()))) key.ease = *ease;
        if (key.second >= 0 && key.second <= timeline.seconds) timeline.keys.push_back(std::move(key));
    }
    std::ranges::stable_sort(timeline.keys, {}, &Key::second);
    return timeline;
}

QJsonObject toJson(const ExploreRecord& record) {
    QJsonArray visits, bookmarks, locked, own;
    for (const Visit& visit : record.visits) visits << visitJson(visit);
    for (const Bookmark& bookmark : record.bookmarks) bookmarks << bookmarkJson(bookmark);
    for (const int direction : record.lockedDirections) locked << direction;
    for (const OwnDirection& direction : record.ownDirections) own << directionJson(direction);
    QJsonObject names;
    for (const auto& [direction, name] : record.directionNames) names[QString::number(direction)] = name;
    return {{QStringLiteral("visits"), visits},
            {QStringLiteral("current"), record.current},
            {QStringLiteral("bookmarks"), bookmarks},
            {QStringLiteral("map"), mapJson(record.map)},
            {QStringLiteral("timeline"), toJson(record.timeline)},
            {QStringLiteral("direction_names"), names},
            {QStringLiteral("locked"), locked},
            {QStringLiteral("own_directions"), own},
            {QStringLiteral("groups"), groupsJson(record.groups)}};
}

ExploreRecord recordOfJson(const QJsonObject& json) {
    ExploreRecord record;
    for (const QJsonValue& value : json[QLatin1String("visits")].toArray()) {
        Visit visit = visitOfJson(value.toObject());
        const bool fits =
            record.visit(visit.id) == nullptr && (visit.parent < 0 || record.visit(visit.parent));
        if (fits) record.visits.push_back(std::move(visit));
    }
    record.current = json[QLatin1String("current")].toInteger(-1);
    if (!record.visit(record.current)) record.current = record.visits.empty() ? -1 : record.visits.back().id;
    record.bookmarks = bookmarksOfJson(json[QLatin1String("bookmarks")].toArray());
    record.map = mapOfJson(json[QLatin1String("map")].toObject());
    record.timeline = timelineOfJson(json[QLatin1String("timeline")].toObject());
    const QJsonObject names = json[QLatin1String("direction_names")].toObject();
    for (auto it = names.begin(); it != names.end(); ++it)
        record.directionNames[it.key().toInt()] = it->toString();
    for (const QJsonValue& value : json[QLatin1String("locked")].toArray())
        record.lockedDirections.insert(value.toInt());
    for (const QJsonValue& value : json[QLatin1String("own_directions")].toArray()) {
        OwnDirection own = directionOfJson(value.toObject());
        if (!own.direction.empty()) record.ownDirections.push_back(std::move(own));
    }
    record.groups = groupsOfJson(json[QLatin1String("groups")].toObject());
    return record;
}

std::vector<Bookmark> bookmarksOfJson(const QJsonArray& json) {
    std::vector<Bookmark> bookmarks;
    for (const QJsonValue& value : json) bookmarks.push_back(bookmarkOfJson(value.toObject()));
    return bookmarks;
}

}  // namespace limner::app
