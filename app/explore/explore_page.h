// The Explore workspace: a large picture, a map to drag in, sliders, everywhere one has been, and a film.
#pragma once

#include "app/page.h"
#include "core/types/recipe.h"

class QStackedWidget;

namespace limner::widgets {
class EmptyState;
}

namespace limner::app {

class ExploreHeader;
class ExploreModels;
class ExploreOutputs;
class ExploreSession;
class FilmPanel;
class KeyPanel;
class MapPanel;
class MemoryPanel;
class OwnPicture;
class PicturePanel;
class PlacePanel;
class SweepPanel;

class ExplorePage : public Page {
    Q_OBJECT

public:
    explicit ExplorePage(const Shell& shell, QWidget* parent = nullptr);
    ~ExplorePage() override;

    QWidget* inspector() override;
    void setCompaction(const Compaction& compaction) override;
    void entered() override;
    QList<QWidget*> areas() override;

    ExploreSession& session() { return *m_session; }
    ExploreModels& models() { return *m_models; }
    bool hasModel() const;
    /// @param id  "picture", "seeds" or "sweep"
    void showView(const QString& id);

    // What the commands do.
    void copy();
    void save();
    void paste();
    void dice();
    void addKey();
    void keepPlace();
    void playOrPause();
    /// Marks what is shown. @param group  0 for A, 1 for B
    void mark(size_t group);
    /// Brings a picture of the person's own into latent space.
    void bring(const QString& file);

Q_SIGNALS:
    /// A model was opened; commands follow it.
    void modelChanged();
    void trainRequested();

private:
    QWidget* makeBody();
    QWidget* makeCanvas();
    void tie();
    void catalogOpened();
    void showHeader();
    void takeRecipe(const Recipe& recipe);
    void tieSearch();
    void openPictureMenu(const QPoint& place);

    Shell m_shell;
    ExploreSession* m_session;
    ExploreModels* m_models;
    ExploreOutputs* m_outputs;
    OwnPicture* m_own;
    ExploreHeader* m_header = nullptr;
    QStackedWidget* m_views = nullptr;
    widgets::EmptyState* m_empty = nullptr;
    QStackedWidget* m_canvas = nullptr;
    QWidget* m_looking = nullptr;
    PicturePanel* m_picture = nullptr;
    MapPanel* m_map = nullptr;
    SweepPanel* m_sweep = nullptr;
    MemoryPanel* m_memory = nullptr;
    KeyPanel* m_keys = nullptr;
    PlacePanel* m_panel = nullptr;
    FilmPanel* m_film = nullptr;
    bool m_wasEntered = false;
};

}  // namespace limner::app
