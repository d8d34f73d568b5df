// A picture of the person's own comes into latent space: at once where the model has an encoder, else by a
// search that can be watched and stopped.
#pragma once

#include <QObject>
#include <memory>

#include "app/page.h"
#include "core/types/studio.h"
#include "explore_session.h"

namespace limner::app {

class OwnPicture : public QObject {
    Q_OBJECT

public:
    OwnPicture(const Shell& shell, ExploreSession& session, QObject* parent);

    /// Finds the point of a picture file and goes there.
    void bring(const QString& file);
    /// The same with what is in the clipboard.
    void paste();

    bool isSearching() const { return m_search != JobId::None; }
    /// Ends the search and goes to the best picture so far.
    void keepBest();
    /// Ends the search and stays.
    void cancel();

Q_SIGNALS:
    /// A search was queued; searchMoved follows when it runs, and searchEnded in any case.
    void searchBegan();
    /// @param snapshot  its samples are the person's picture and the best so far
    void searchMoved(const std::shared_ptr<const limner::Snapshot>& snapshot);
    void searchEnded();

private:
    void encodeNow(const QString& file);
    void search(const QString& file);
    void takeEvent(const Event& event);
    void takeLatent(const QString& file);
    void go(const Latent& latent);
    void stop();
    void end();

    Shell m_shell;
    ExploreSession& m_session;
    RequesterId m_requester;
    JobId m_search = JobId::None;
    ExploredModel m_model;  ///< that is searched in
};

}  // namespace limner::app
