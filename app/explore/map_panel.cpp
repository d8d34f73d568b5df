#include "map_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/core_text.h"
#include "blend.h"
#include "explore_session.h"
#include "place_values.h"
#include "widgets/button.h"
#include "widgets/choice_combo.h"
#include "widgets/label.h"
#include "widgets/latent_map.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;
using Kind = MapPlan::Kind;

namespace {

constexpr int kTiles = 7;  ///< on a side
constexpr size_t kCorners = 4;

size_t cornersOf(Kind kind) {
    return kind == Kind::Square ? 4 : kind == Kind::Triangle ? 3 : 0;
}

/// The distance at a share of a plane's side, in numbers that can be read and typed again.
double alongOf(const MapAxis& axis, double share) {
    constexpr double kFinest = 1000;
    return std::round((share * 2 - 1) * reachOf(axis) * kFinest) / kFinest;
}

}  // namespace

MapPanel::MapPanel(ExploreSession& session, StudioBridge& bridge, QWidget* parent)
    : QWidget(parent), m_session(session), m_tiles(bridge, kTiles) {
    setObjectName(QStringLiteral("explore.mapPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(makeHead());
    column->addWidget(makeAxes());
    m_map = new widgets::LatentMap;
    m_map->setObjectName(QStringLiteral("explore.map"));
    m_map->setAccessibleName(tr("Map"));
    column->addWidget(m_map, 1);
    m_hint = new Label({}, TextRole::Label, Ink::Text3);
    column->addWidget(m_hint);
    tie();
}

QWidget* MapPanel::makeHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_kind = new widgets::ChoiceCombo;
    m_kind->setObjectName(QStringLiteral("explore.mapKind"));
    m_kind->setAccessibleName(tr("What the map spans"));
    m_numbers = new Label({}, TextRole::Number, Ink::Text3);
    m_dice = widgets::makeIconButton(QStringLiteral("dice"), tr("Other pictures in the corners"));
    m_dice->setObjectName(QStringLiteral("explore.mapDice"));
    row->addWidget(new Label(tr("Map"), TextRole::Section));
    row->addWidget(m_kind);
    row->addStretch();
    row->addWidget(m_numbers);
    row->addWidget(m_dice);
    connect(m_dice, &QPushButton::clicked, this, [this] {
        MapPlan plan = m_session.record().map;
        for (ParamValues& corner : plan.corners) corner = placeOfSeed(drawnSeed());
        m_session.setMap(plan, tr("Other corners"));
    });
    return head;
}

/// The two directions of a plane.
QWidget* MapPanel::makeAxes() {
    m_axes = new QWidget;
    auto* row = new QHBoxLayout(m_axes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    const auto add = [&](const char* name, const QString& text, MapAxis MapPlan::*axis) {
        auto* combo = new widgets::ChoiceCombo;
        combo->setObjectName(QLatin1String(name));
        combo->setAccessibleName(text);
        combo->setToolTip(text);
        combo->setMinimumWidth(px(60));
        connect(combo, &widgets::ChoiceCombo::chosen, this,
                [this, axis](const QString& id) { chooseAxis(axis, id); });
        row->addWidget(combo, 1);
        return combo;
    };
    m_across = add("explore.mapAcross", tr("From left to right"), &MapPlan::across);
    row->addWidget(new Label(QStringLiteral("×"), TextRole::Body, Ink::Text3));
    m_down = add("explore.mapDown", tr("From top to bottom"), &MapPlan::down);
    return m_axes;
}

void MapPanel::tie() {
    connect(m_kind, &widgets::ChoiceCombo::chosen, this, &MapPanel::choose);
    connect(m_map, &widgets::LatentMap::pointMoved, this, &MapPanel::pointMoved);
    connect(m_map, &widgets::LatentMap::resetRequested, this, [this] { pointMoved({0.5, 0.5}, true); });
    connect(m_map, &widgets::LatentMap::placeDropped, this, &MapPanel::dropped);
    connect(&m_tiles, &TileLoader::loaded, m_map, &widgets::LatentMap::setSheet);
    connect(&m_tiles, &TileLoader::failed, this,
            [this](const Error& error) { m_map->setEmptyText(coreText(error.message)); });
    connect(&m_session.book(), &PlaceBook::missed, this,
            [this](const ParamValues& place, const Error& error) {
                const auto wanted = anchors();
                if (std::ranges::find(wanted, place) != wanted.end())
                    m_map->setEmptyText(coreText(error.message));
            });
    connect(&m_session, &ExploreSession::modelChanged, this, [this] {
        m_tiles.cancel();
        m_loaded.clear();
        m_map->setSheet(nullptr);
        m_map->setEmptyText(tr("The pictures of the map are being made."));
        showChoices();
        showPlan();
        showPlace(true);
    });
    connect(&m_session, &ExploreSession::factsChanged, this, &MapPanel::showChoices);
    connect(&m_session, &ExploreSession::directionsChanged, this, &MapPanel::showChoices);
    connect(&m_session, &ExploreSession::mapChanged, this, &MapPanel::showPlan);
    connect(&m_session, &ExploreSession::timelineChanged, this, [this] {
        m_loaded.clear();  // the path between pictures may be another one
        span();
        showPath();
    });
    connect(&m_session, &ExploreSession::placeChanged, this, &MapPanel::showPlace);
    connect(&m_session.book(), &PlaceBook::learned, this, [this](const ParamValues& place) {
        const auto wanted = anchors();
        if (m_spanned.empty() && std::ranges::find(wanted, place) != wanted.end()) span();
    });
}

void MapPanel::showChoices() {
    m_kind->setChoices({{"square", toUtf8(tr("Four pictures"))},
                        {"triangle", toUtf8(tr("Three pictures"))},
                        {"plane", toUtf8(tr("Two directions"))}});
    const MapPlan& plan = m_session.record().map;
    m_kind->setCurrentId(plan.kind == Kind::Square     ? QStringLiteral("square")
                         : plan.kind == Kind::Triangle ? QStringLiteral("triangle")
                                                       : QStringLiteral("plane"));
    const std::vector<Choice> known = axisChoices(m_session);
    for (const auto& [combo, axis] : {std::pair{m_across, plan.across}, {m_down, plan.down}}) {
        std::vector<Choice> choices = known;
        const QString id = choiceOfAxis(m_session, axis);
        if (id.isEmpty()) choices.push_back({"", toUtf8(axisName(m_session, axis))});
        combo->setChoices(choices);
        combo->setCurrentId(id);
    }
    m_axes->setVisible(plan.kind == Kind::Plane);
    m_dice->setVisible(plan.kind != Kind::Plane);
    m_hint->setParagraph(
        plan.kind == Kind::Plane
            ? tr("Drag the point; Shift is finer, Alt keeps one axis.")
            : tr("Drag the point; Shift is finer, Alt keeps one axis. Drop pictures on corners."));
}

void MapPanel::choose(const QString& id) {
    MapPlan plan = m_session.record().map;
    plan.kind = id == QLatin1String("plane")      ? Kind::Plane
                : id == QLatin1String("triangle") ? Kind::Triangle
                                                  : Kind::Square;
    m_session.setMap(plan, tr("Map"));
}

/// The other axis takes what this one had where both would be the same.
void MapPanel::chooseAxis(MapAxis MapPlan::*axis, const QString& id) {
    const auto chosen = axisOfChoice(m_session, id);
    if (!chosen) return;
    MapPlan plan = m_session.record().map;
    MapAxis MapPlan::*const other = axis == &MapPlan::across ? &MapPlan::down : &MapPlan::across;
    if (plan.*other == *chosen) plan.*other = plan.*axis;
    plan.*axis = *chosen;
    m_session.setMap(plan, tr("Map"));
}

void MapPanel::showPlan() {
    const MapPlan& plan = m_session.record().map;
    m_map->setShape(plan.kind == Kind::Triangle ? widgets::LatentMap::Shape::Triangle
                                                : widgets::LatentMap::Shape::Square);
    showChoices();
    m_loaded.clear();
    span();
    showPath();
    showPlace(true);
}

std::vector<ParamValues> MapPanel::anchors() const {
    const MapPlan& plan = m_session.record().map;
    if (plan.kind != Kind::Plane) {
        const size_t count = std::min(cornersOf(plan.kind), plan.corners.size());
        return {plan.corners.begin(), plan.corners.begin() + static_cast<std::ptrdiff_t>(count)};
    }
    // Latents are linear in the offsets: three places say where all the others are.
    const ParamValues middle = withDistance(withDistance(m_session.place(), plan.across, 0), plan.down, 0);
    return {middle, withDistance(middle, plan.across, 1), withDistance(middle, plan.down, 1)};
}

void MapPanel::span() {
    m_spanned.clear();
    if (!m_session.isOpen()) return;
    const auto wanted = anchors();
    std::vector<Latent> latents;
    std::vector<widgets::LatentMap::Corner> corners;
    for (const ParamValues& place : wanted) {
        const PlaceBook::Entry* entry = m_session.book().find(place);
        if (entry == nullptr) {
            m_session.book().want(place);
            continue;
        }
        latents.push_back(entry->latent);
        corners.push_back({.name = placeName(m_session.record(), place)});
    }
    if (latents.size() < wanted.size() || latents.empty()) return;
    m_spanned = std::move(latents);
    const bool isPlane = m_session.record().map.kind == Kind::Plane;
    m_map->setCorners(isPlane ? std::vector<widgets::LatentMap::Corner>{} : std::move(corners));
    if (m_loaded == wanted) return;
    m_loaded = wanted;
    std::vector<Latent> points;
    for (int y = 0; y < kTiles; ++y)
        for (int x = 0; x < kTiles; ++x)
            points.push_back(latentAt({x / double(kTiles - 1), y / double(kTiles - 1)}));
    m_tiles.load(m_session.model().values, m_session.model().job, std::move(points), kTiles);
}

/// @pre the anchors are known
Latent MapPanel::latentAt(QPointF point) const {
    const Path path = m_session.record().timeline.path;
    switch (m_session.record().map.kind) {
        case Kind::Square:
            return blended(m_spanned, bilinearWeights(point.x(), point.y()), path);
        case Kind::Triangle:
            return blended(m_spanned, barycentricWeights(point.x(), point.y()), path);
        case Kind::Plane:
            break;
    }
    const MapPlan& plan = m_session.record().map;
    const double across = alongOf(plan.across, point.x()), down = alongOf(plan.down, point.y());
    const std::array weights{1 - across - down, across, down};
    return weighted(m_spanned, weights);
}

/// What is locked stays as it is.
ParamValues MapPanel::placeAt(QPointF point) const {
    const MapPlan& plan = m_session.record().map;
    if (plan.kind == Kind::Plane) {
        const ParamValues across =
            withDistance(m_session.place(), plan.across, alongOf(plan.across, point.x()));
        return withDistance(across, plan.down, alongOf(plan.down, point.y()));
    }
    ParamValues place = placeOfLatent(latentAt(point));
    for (const auto& [id, value] : lockedValues(m_session)) place[id] = value;
    return place;
}

void MapPanel::pointMoved(QPointF point, bool isFinal) {
    if (m_spanned.empty()) return;
    m_isDragging = !isFinal;
    m_map->setAway(false);
    m_tiles.setHeld(m_isDragging);
    if (isFinal)
        m_session.move(placeAt(point), tr("Map"), point);
    else
        m_session.drag(placeAt(point));
    m_map->setPoint(point);
    showNumbers();
}

void MapPanel::showPlace(bool isFinal) {
    m_tiles.setHeld(!isFinal);
    if (m_isDragging || !m_session.isOpen()) return;
    const MapPlan& plan = m_session.record().map;
    if (plan.kind == Kind::Plane) {
        const auto share = [&](const MapAxis& axis) {
            return std::clamp(distanceAlong(m_session.place(), axis) / reachOf(axis) / 2 + 0.5, 0.0, 1.0);
        };
        m_map->setPoint({share(plan.across), share(plan.down)});
        if (isFinal) span();  // what else was moved is under every tile
        m_map->setAway(false);
    } else {
        const Visit* visit = m_session.record().visit(m_session.record().current);
        const bool isOnMap = isFinal && visit != nullptr && visit->onMap;
        if (isOnMap) m_map->setPoint(*visit->onMap);
        m_map->setAway(!isOnMap);
    }
    showNumbers();
}

void MapPanel::showNumbers() {
    const QPointF point = m_map->point();
    if (m_map->isAway()) return m_numbers->setText(tr("not on the map"));
    m_numbers->setText(QStringLiteral("%1, %2").arg(point.x(), 0, 'f', 3).arg(point.y(), 0, 'f', 3));
}

/// The keyframes that were set on this map, and the way between them.
void MapPanel::showPath() {
    widgets::LatentMap::Path path;
    const ExploreRecord& record = m_session.record();
    for (const Key& key : record.timeline.keys) {
        const auto visit = std::ranges::find_if(record.visits, [&](const Visit& candidate) {
            return candidate.onMap && candidate.place == key.place;
        });
        if (visit == record.visits.end()) continue;
        path.keys.push_back(*visit->onMap);
        path.line << *visit->onMap;
    }
    if (record.timeline.isLoop && path.line.size() > 2) path.line << path.line.first();
    if (path.keys.size() < record.timeline.keys.size()) path.line.clear();
    m_map->setPath(std::move(path));
}

void MapPanel::anchor(int corner, const ParamValues& place) {
    MapPlan plan = m_session.record().map;
    const auto index = static_cast<size_t>(corner);
    if (plan.kind == Kind::Plane || index >= std::min(kCorners, plan.corners.size())) return;
    plan.corners[index] = place;
    m_session.setMap(plan, tr("Anchor a corner"));
}

void MapPanel::dropped(int corner, const QString& id) {
    if (const auto place = placeOfId(m_session.record(), id)) anchor(corner, *place);
}

}  // namespace limner::app
