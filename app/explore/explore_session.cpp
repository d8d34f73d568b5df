#include "explore_session.h"

#include <QPointer>
#include <QUndoStack>
#include <algorithm>
#include <chrono>

#include "app/studio_bridge.h"
#include "undo_step.h"
#include "widgets/image_convert.h"

namespace limner::app {
namespace {

using namespace std::chrono_literals;
constexpr auto kSaveDelay = 1500ms;
constexpr qint64 kMergeMs = 700;

}  // namespace

ExploreSession::ExploreSession(StudioBridge& bridge, QUndoStack& undo, QString projectFolder, QObject* parent)
    : QObject(parent),
      m_bridge(bridge),
      m_undo(undo),
      m_store(std::move(projectFolder)),
      m_book(bridge),
      m_describer(StudioBridge::newRequester()),
      m_painter(StudioBridge::newRequester()) {
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(kSaveDelay);
    connect(&m_saveSoon, &QTimer::timeout, this, &ExploreSession::save);
    connect(&bridge, &StudioBridge::answered, this, &ExploreSession::take);
    connect(&bridge, &StudioBridge::snapshotChanged, this, [this](JobId job) {
        if (job == m_model.job && job != JobId::None && !m_isPainting) askPicture();
    });
}

ExploreSession::~ExploreSession() {
    save();
}

void ExploreSession::open(const ExploredModel& model) {
    if (!isOpen()) {
        apply(model);
        return;
    }
    if (model == m_model) return;
    m_undo.push(new UndoStep(
        tr("Open %1").arg(model.title), this, [this, before = m_model] { apply(before); },
        [this, model] { apply(model); }));
}

void ExploreSession::apply(const ExploredModel& model) {
    if (isOpen()) {
        save();
        m_others[m_model.key] = std::move(m_record);
    }
    m_model = model;
    m_facts.reset();
    m_looked.reset();
    m_picture = {};
    m_latent.clear();
    m_askedOf.clear();
    m_lastMove.clear();
    m_book.setModel(model.values, model.job);
    begin();
    Q_EMIT modelChanged();
    ++m_described;
    m_bridge.ask({.requester = m_describer, .what = "describe", .job = model.job, .values = model.values});
    askPicture();
}

/// Where the person left off, or the first visit.
void ExploreSession::begin() {
    const auto known = m_others.extract(m_model.key);
    if (known.empty()) {
        m_record = m_store.read(m_model.key).value_or(ExploreRecord{});
    } else {
        m_record = known.mapped();
    }
    if (m_record.visits.empty()) {
        m_record.bookmarks = m_model.bookmarks;
        const auto& marks = m_record.bookmarks;
        for (size_t corner = 0; corner < 4; ++corner)
            m_record.map.corners.push_back(marks.size() >= 4 ? marks[corner].place
                                                             : placeOfSeed(static_cast<int64_t>(corner) + 1));
        m_record.visits.push_back(
            {.place = m_record.map.corners.front(), .onMap = QPointF(0, 0), .what = tr("Start")});
        m_record.current = 0;
    }
    m_place = m_record.visit(m_record.current)->place;
}

void ExploreSession::drag(const ParamValues& place) {
    m_place = place;
    m_looked.reset();
    m_book.setHeld(true);
    askPicture();
    Q_EMIT placeChanged(false);
}

/// Whether a move goes on with the one before: an arrow key held down is one step.
bool ExploreSession::goesOn(const QString& what) {
    const bool isSame = !what.isEmpty() && what == m_lastMove && m_sinceMove.isValid() &&
                        m_sinceMove.elapsed() < kMergeMs && m_undo.index() == m_undo.count();
    m_lastMove = what;
    m_sinceMove.start();
    return isSame && m_record.visits.back().id == m_record.current && m_record.current != 0;
}

void ExploreSession::move(const ParamValues& place, const QString& what, std::optional<QPointF> onMap) {
    m_book.setHeld(false);
    m_looked.reset();
    const Visit* here = m_record.visit(m_record.current);
    if (here->place == place) {
        m_place = place;
        askPicture();
        Q_EMIT placeChanged(true);
        return;
    }
    if (goesOn(what)) {
        Visit& last = m_record.visits.back();
        last.place = place;
        last.onMap = onMap;
        showVisit(last.id);
        return;
    }
    const qint64 before = m_record.current;
    const Visit visit{
        .id = m_record.visits.back().id + 1, .parent = before, .place = place, .onMap = onMap, .what = what};
    m_record.visits.push_back(visit);
    Q_EMIT visitAdded(visit);
    pushVisit(before, visit.id, what);
}

void ExploreSession::goTo(qint64 visit) {
    const Visit* there = m_record.visit(visit);
    if (there == nullptr || visit == m_record.current) return;
    m_lastMove.clear();
    pushVisit(m_record.current, visit, tr("Go to a place"));
}

void ExploreSession::pushVisit(qint64 before, qint64 after, const QString& what) {
    m_undo.push(new UndoStep(
        what, this, [this, before] { showVisit(before); }, [this, after] { showVisit(after); }));
}

void ExploreSession::showVisit(qint64 id) {
    const Visit* visit = m_record.visit(id);
    if (visit == nullptr) return;
    m_record.current = id;
    m_place = visit->place;
    m_looked.reset();
    changed();
    askPicture();
    Q_EMIT currentVisitChanged();
    Q_EMIT placeChanged(true);
}

void ExploreSession::rate(qint64 id, int rating) {
    Visit* visit = m_record.visit(id);
    if (visit == nullptr) return;
    visit->rating = rating;
    changed();
}

void ExploreSession::star(qint64 id, bool isStarred) {
    Visit* visit = m_record.visit(id);
    if (visit == nullptr) return;
    visit->isStarred = isStarred;
    changed();
}

void ExploreSession::look(const Latent& latent) {
    m_looked = latent;
    askPicture();
}

void ExploreSession::lookBack() {
    if (!m_looked) return;
    m_looked.reset();
    askPicture();
}

ParamValues ExploreSession::shownPlace() const {
    return m_looked ? placeOfLatent(*m_looked) : m_place;
}

void ExploreSession::setBookmarks(std::vector<Bookmark> bookmarks, const QString& what) {
    const auto put = [this](std::vector<Bookmark> now) {
        m_record.bookmarks = std::move(now);
        changed();
        Q_EMIT bookmarksChanged();
    };
    m_undo.push(new UndoStep(
        what, this, [put, before = m_record.bookmarks] { put(before); },
        [put, after = std::move(bookmarks)] { put(after); }));
}

void ExploreSession::setMap(const MapPlan& map, const QString& what) {
    if (map == m_record.map) return;
    const auto put = [this](const MapPlan& now) {
        m_record.map = now;
        changed();
        Q_EMIT mapChanged();
    };
    m_undo.push(new UndoStep(
        what, this, [put, before = m_record.map] { put(before); }, [put, map] { put(map); }));
}

void ExploreSession::setTimeline(const Timeline& timeline, const QString& what) {
    const auto put = [this](const Timeline& now) {
        m_record.timeline = now;
        changed();
        Q_EMIT timelineChanged();
    };
    m_undo.push(new UndoStep(
        what, this, [put, before = m_record.timeline] { put(before); }, [put, timeline] { put(timeline); }));
}

void ExploreSession::nameDirection(int direction, const QString& name) {
    const auto known = m_record.directionNames.find(direction);
    const QString before = known == m_record.directionNames.end() ? QString() : known->second;
    const auto put = [this, direction](const QString& now) {
        m_record.directionNames[direction] = now;
        if (now.isEmpty()) m_record.directionNames.erase(direction);
        changed();
        Q_EMIT directionsChanged();
    };
    m_undo.push(new UndoStep(
        tr("Rename a direction"), this, [put, before] { put(before); }, [put, name] { put(name); }));
}

void ExploreSession::lockDirection(int direction, bool isLocked) {
    if (isLocked)
        m_record.lockedDirections.insert(direction);
    else
        m_record.lockedDirections.erase(direction);
    changed();
}

void ExploreSession::setOwnDirections(std::vector<OwnDirection> directions, const QString& what) {
    const auto put = [this](std::vector<OwnDirection> now) {
        m_record.ownDirections = std::move(now);
        changed();
        Q_EMIT directionsChanged();
    };
    m_undo.push(new UndoStep(
        what, this, [put, before = m_record.ownDirections] { put(before); },
        [put, after = std::move(directions)] { put(after); }));
}

void ExploreSession::mark(const ParamValues& place, size_t group) {
    Groups groups = m_record.groups;
    const bool wasThere = std::erase(groups[group], place) > 0;
    std::erase(groups[1 - group], place);
    if (!wasThere) groups[group].push_back(place);
    const auto put = [this](const Groups& now) {
        m_record.groups = now;
        changed();
        Q_EMIT groupsChanged();
    };
    const QString what = wasThere     ? tr("Take out of a group")
                         : group == 0 ? tr("Mark as A")
                                      : tr("Mark as B");
    m_undo.push(new UndoStep(
        what, this, [put, before = m_record.groups] { put(before); }, [put, groups] { put(groups); }));
}

void ExploreSession::askPicture() {
    if (!isOpen() || !m_bridge.isOpen()) return;
    LiveRequest request{.requester = m_painter, .what = "decode", .job = m_model.job};
    request.values = joined(m_model.values, m_looked ? ParamValues{} : m_place);
    if (m_looked) request.latents = {*m_looked};
    m_askedOf[++m_asked] = m_looked ? std::nullopt : std::optional(m_place);
    m_isPainting = true;
    m_bridge.ask(request);
}

void ExploreSession::take(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
    if (requester == m_describer && answer->serial == m_described) takeFacts(*answer);
    if (requester == m_painter) takePicture(*answer);
}

void ExploreSession::takeFacts(const LiveAnswer& answer) {
    if (!answer.picture) {
        Q_EMIT failed(answer.picture.error());
        return;
    }
    m_facts = answer.picture->facts;
    if (m_facts) Q_EMIT factsChanged();
}

void ExploreSession::takePicture(const LiveAnswer& answer) {
    const auto asked = m_askedOf.find(answer.serial);
    if (asked == m_askedOf.end()) return;  // of another model
    const std::optional<ParamValues> place = asked->second;
    m_askedOf.erase(m_askedOf.begin(), std::next(asked));
    if (answer.serial == m_asked) m_isPainting = false;
    if (!answer.picture) {
        Q_EMIT pictureFailed(answer.picture.error());
        return;
    }
    m_picture = widgets::toQImage(answer.picture->sheet.tile(0));
    if (!answer.picture->latents.empty()) m_latent = answer.picture->latents.front();
    // Where a hand only passes through is not remembered: a long drag would fill the memory.
    const bool isVisit = place && *place == m_record.visit(m_record.current)->place;
    if (isVisit && m_model.job == JobId::None) m_book.learn(*place, {m_latent, m_picture});
    Q_EMIT pictureChanged();
}

void ExploreSession::changed() {
    m_isDirty = true;
    m_saveSoon.start();
}

void ExploreSession::save() {
    m_saveSoon.stop();
    if (!m_isDirty || !isOpen()) return;
    m_isDirty = !m_store.write(m_model.key, m_record);
    if (m_isDirty && !m_hasWarned) {
        m_hasWarned = true;
        Q_EMIT notSaved(m_store.file());
    }
}

}  // namespace limner::app
