// A walk through the latent space of one model: where the person is, the picture there, and everywhere they
// have been. Every move can be undone.
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <optional>

#include "core/types/studio.h"
#include "explore_record.h"
#include "explore_store.h"
#include "place_book.h"

class QUndoStack;

namespace limner::app {

class StudioBridge;

/// A model that is explored.
struct ExploredModel {
    QString key;              ///< what names it in explore.json: its run folder, or its name in the library
    QString title;            ///< "dcgan-fashion-mnist"
    ParamValues values = {};  ///< "run", "checkpoint", "weights"
    JobId job = JobId::None;  ///< a training whose newest weights are followed
    std::vector<Bookmark> bookmarks = {};  ///< what it brings on the first visit; the first four span the map
    friend bool operator==(const ExploredModel& a, const ExploredModel& b) {
        return a.key == b.key && a.values == b.values && a.job == b.job;
    }
};

class ExploreSession : public QObject {
    Q_OBJECT

public:
    ExploreSession(StudioBridge& bridge, QUndoStack& undo, QString projectFolder, QObject* parent = nullptr);
    /// Writes what has changed.
    ~ExploreSession() override;

    /// Shows a model at the place where the person left it. Undo goes back to the model before.
    void open(const ExploredModel& model);
    bool isOpen() const { return !m_model.key.isEmpty(); }
    const ExploredModel& model() const { return m_model; }
    /// Null until the model has been read.
    const std::shared_ptr<const ModelFacts>& facts() const { return m_facts; }
    const ExploreRecord& record() const { return m_record; }
    PlaceBook& book() { return m_book; }

    /// Where the person is; while a hand drags, where the hand is.
    const ParamValues& place() const { return m_place; }
    /// While a hand drags: shows the place and remembers nothing.
    void drag(const ParamValues& place);
    /// Goes there. @param what  what the person changed, for the history and "Undo: …". Changes of the same
    /// thing in quick succession are one move.
    void move(const ParamValues& place, const QString& what, std::optional<QPointF> onMap = std::nullopt);
    void goTo(qint64 visit);
    void rate(qint64 visit, int rating);
    void star(qint64 visit, bool isStarred);

    /// Shows a moment of the time line without going there; `place()` or a move comes back.
    void look(const Latent& latent);
    bool isLooking() const { return m_looked.has_value(); }
    void lookBack();
    /// The place of the picture that is asked for: the one that is looked at, else `place()`.
    ParamValues shownPlace() const;
    /// The newest picture and its latent; empty before the first.
    const QImage& picture() const { return m_picture; }
    const Latent& latent() const { return m_latent; }

    void setBookmarks(std::vector<Bookmark> bookmarks, const QString& what);
    void setMap(const MapPlan& map, const QString& what);
    void setTimeline(const Timeline& timeline, const QString& what);
    void nameDirection(int direction, const QString& name);
    void lockDirection(int direction, bool isLocked);
    void setOwnDirections(std::vector<OwnDirection> directions, const QString& what);
    /// Puts the place into a group; takes it out if it was in that one. @param group  0 for A, 1 for B
    void mark(const ParamValues& place, size_t group);
    /// Writes explore.json now if something changed since it was written.
    void save();

Q_SIGNALS:
    void modelChanged();
    void factsChanged();
    /// False `isFinal` while dragging.
    void placeChanged(bool isFinal);
    void pictureChanged();
    /// Where in the history the person is.
    void visitAdded(const limner::app::Visit& visit);
    void currentVisitChanged();
    void visitsChanged();
    void bookmarksChanged();
    void mapChanged();
    void timelineChanged();
    void directionsChanged();
    void groupsChanged();
    /// The model cannot be read, or the picture not be made.
    void failed(const limner::Error& error);
    void pictureFailed(const limner::Error& error);
    /// explore.json cannot be written; said once.
    void notSaved(const QString& file);

private:
    void apply(const ExploredModel& model);
    void begin();
    void showVisit(qint64 id);
    bool goesOn(const QString& what);
    void pushVisit(qint64 before, qint64 after, const QString& what);
    void askPicture();
    void take(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer);
    void takeFacts(const LiveAnswer& answer);
    void takePicture(const LiveAnswer& answer);
    void changed();

    StudioBridge& m_bridge;
    QUndoStack& m_undo;
    ExploreStore m_store;
    PlaceBook m_book;
    RequesterId m_describer, m_painter;
    ExploredModel m_model;
    std::shared_ptr<const ModelFacts> m_facts;
    ExploreRecord m_record;
    std::map<QString, ExploreRecord> m_others;  ///< of models that were open before
    ParamValues m_place;
    std::optional<Latent> m_looked;
    QImage m_picture;
    Latent m_latent;
    uint64_t m_asked = 0;                                      ///< serial of the newest picture request
    uint64_t m_described = 0;                                  ///< and of the newest request of facts
    std::map<uint64_t, std::optional<ParamValues>> m_askedOf;  ///< serial → place, nothing for a look
    bool m_isPainting = false;                                 ///< a picture is on its way
    QString m_lastMove;                                        ///< what the newest move changed
    QElapsedTimer m_sinceMove;
    QTimer m_saveSoon;
    bool m_isDirty = false;
    bool m_hasWarned = false;
};

}  // namespace limner::app
