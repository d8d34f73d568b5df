// Parts of a place by name: one offset among several, what is locked, what a dragged thing stands for.
#pragma once

#include <QString>
#include <optional>

#include "explore_record.h"

namespace limner::app {

class ExploreSession;

/// How far a place goes along one direction or dimension, from 1. @param id  "directions" or "dimensions"
double offsetOf(const ParamValues& place, const std::string& id, int number);
ParamValues withOffset(ParamValues place, const std::string& id, int number, double distance);
/// How far a place goes along a direction that is given by its numbers.
double distanceAlong(const ParamValues& place, const Latent& direction);
ParamValues withDistance(ParamValues place, const Latent& direction, double distance);
double distanceAlong(const ParamValues& place, const MapAxis& axis);
ParamValues withDistance(ParamValues place, const MapAxis& axis, double distance);
/// How far a map and a sweep go to each side: in standard deviations along a direction of the model, along
/// one's own in steps between the middles of its groups, beyond which little is left of a picture.
double reachOf(const MapAxis& axis);
/// The place with every direction of the list in it, also where it does not go along: number n of the text is
/// entry n of the list. The base of a sweep over them.
ParamValues withNumbered(ParamValues place, const std::vector<OwnDirection>& directions);
/// Directions of the place that the person's list does not have.
std::vector<Latent> unknownDirections(const ParamValues& place, const std::vector<OwnDirection>& known);
/// What of the place goes along directions that the person locked: some of "directions" and "attributes".
ParamValues lockedValues(const ExploreSession& session);
/// The person's name, else the model's.
QString directionName(const ExploreSession& session, int direction);
QString axisName(const ExploreSession& session, const MapAxis& axis);
/// What a person may go along, as rows of a menu: their own directions first, then the model's. The ids are
/// read by `axisOfChoice`.
std::vector<Choice> axisChoices(const ExploreSession& session);
std::optional<MapAxis> axisOfChoice(const ExploreSession& session, const QString& id);
QString choiceOfAxis(const ExploreSession& session, const MapAxis& axis);
/// A seed that nobody chose.
int64_t drawnSeed();
/// The bookmark's name, else the seed, else nothing.
QString placeName(const ExploreRecord& record, const ParamValues& place);
/// What was dragged: "history:12", or the id of a bookmark.
std::optional<ParamValues> placeOfId(const ExploreRecord& record, const QString& id);

}  // namespace limner::app
