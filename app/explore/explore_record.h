// What Explore remembers of one model: where the person is and has been, bookmarks, the map, the time line.
#pragma once

#include <QJsonObject>
#include <QPointF>
#include <QString>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/types/param.h"
#include "core/types/timeline.h"

namespace limner::app {

/// One place where the person stopped; the next ones grow from it.
struct Visit {
    qint64 id = 0;
    qint64 parent = -1;  ///< -1: the first
    ParamValues place = {};
    std::optional<QPointF> onMap = {};  ///< where on the map it was chosen
    QString what = {};                  ///< what changed there: "Seed"
    int rating = 0;                     ///< 0 to 5
    bool isStarred = false;
};

struct Bookmark {
    QString id;
    QString name;
    ParamValues place;
    int rating = 0;
};

/// One direction: the model's by its number from 1, or one of the person's own by its numbers.
struct MapAxis {
    int direction = 1;
    Latent own = {};  ///< not empty: this instead
    friend bool operator==(const MapAxis&, const MapAxis&) = default;
};

/// What the map spans.
struct MapPlan {
    enum class Kind { Square, Triangle, Plane };
    Kind kind = Kind::Square;
    std::vector<ParamValues> corners = {};  ///< four places; a triangle takes the first three
    MapAxis across = {1}, down = {2};       ///< of a plane
    friend bool operator==(const MapPlan&, const MapPlan&) = default;
};

/// A direction that the person found between two groups of pictures.
struct OwnDirection {
    QString name;
    Latent direction = {};
    bool isLocked = false;
};

/// Places whose pictures are marked as A (0) and as B (1); no place is in both.
using Groups = std::array<std::vector<ParamValues>, 2>;

struct ExploreRecord {
    std::vector<Visit> visits = {};  ///< parents before children
    qint64 current = -1;             ///< id of the visit where the person is
    std::vector<Bookmark> bookmarks = {};
    MapPlan map = {};
    Timeline timeline = {};
    std::map<int, QString> directionNames = {};  ///< given by the person; number of the direction → name
    std::set<int> lockedDirections = {};
    std::vector<OwnDirection> ownDirections = {};
    Groups groups = {};

    const Visit* visit(qint64 id) const;
    Visit* visit(qint64 id);
};

/// The seed and nothing else.
ParamValues placeOfSeed(int64_t seed);
/// An explicit latent, as it is.
ParamValues placeOfLatent(const Latent& latent);

/// Of what valuesJson wrote.
ParamValues placeOfJson(const QJsonObject& json);
/// As the kind "render" reads it.
QJsonObject toJson(const Timeline& timeline);
/// What is missing or wrong counts as standard.
Timeline timelineOfJson(const QJsonObject& json);
QJsonObject toJson(const ExploreRecord& record);
ExploreRecord recordOfJson(const QJsonObject& json);
/// `[{"name": …, "place": {…}}, …]`: bookmarks that come with a model.
std::vector<Bookmark> bookmarksOfJson(const QJsonArray& json);

}  // namespace limner::app
