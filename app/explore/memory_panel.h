// What is remembered: the history tree and the bookmarks, side by side.
#pragma once

#include <functional>

#include "app/surface.h"
#include "explore_record.h"

namespace limner::widgets {
class HistoryTree;
class Label;
class PlaceStrip;
}  // namespace limner::widgets

namespace limner::app {

class ExploreSession;

class MemoryPanel : public Surface {
    Q_OBJECT

public:
    explicit MemoryPanel(ExploreSession& session, QWidget* parent = nullptr);
    widgets::HistoryTree* history() const { return m_history; }
    widgets::PlaceStrip* bookmarks() const { return m_strip; }
    /// Bookmarks go before the picture does where there is little room.
    void setBookmarksShown(bool areShown);
    /// Keeps the place that is shown, and lets the person name it.
    void keepPlace();

private:
    QWidget* makeHistory();
    QWidget* makeBookmarks();
    void tie();
    void showHistory();
    void showCount();
    void showBookmarks();
    void learned(const ParamValues& place);
    void openVisitMenu(qint64 id, const QPoint& place);
    void openBookmarkMenu(const QString& id, const QPoint& place);
    void remove(const QString& id);
    void keep(const ParamValues& place);
    void edit(const QString& id, const QString& what, const std::function<void(Bookmark&)>& change);

    ExploreSession& m_session;
    widgets::Label* m_count = nullptr;
    widgets::HistoryTree* m_history = nullptr;
    widgets::PlaceStrip* m_strip = nullptr;
    QWidget* m_side = nullptr;
};

}  // namespace limner::app
