#include "place_values.h"

#include <QRandomGenerator>
#include <algorithm>

#include "app/core_text.h"
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

Offsets lockedOffsets(const ExploreSession& session) {
    Offsets kept = offsetsOf(session.place(), "directions");
    std::erase_if(kept, [&](const auto& offset) {
        return !session.record().lockedDirections.contains(offset.first) || offset.second == 0;
    });
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
