// The canvas of Explore: one large picture, or a grid of seeds to choose from.
#pragma once

#include <QWidget>
#include <memory>

#include "core/types/studio.h"

class QStackedWidget;

namespace limner::widgets {
class Button;
class Label;
class PictureCanvas;
class SampleGrid;
}  // namespace limner::widgets

namespace limner::app {

class ExploreSession;
class SearchView;
class StudioBridge;

class PicturePanel : public QWidget {
    Q_OBJECT

public:
    PicturePanel(ExploreSession& session, StudioBridge& bridge, QWidget* parent = nullptr);

    widgets::PictureCanvas* canvas() const { return m_canvas; }
    widgets::SampleGrid* seeds() const { return m_seeds; }
    SearchView* search() const { return m_search; }
    void showPicture();
    /// Pictures of the next seeds, at the place's other values.
    void showSeeds();
    bool showsSeeds() const;
    /// The search for the person's own picture, until the picture or the seeds are shown.
    void showSearch();
    /// The place of a seed of the grid.
    ParamValues placeOfTile(int tile) const;
    /// Between the pixels: smooth, or crisp squares.
    void setSmooth(bool isSmooth);
    int64_t firstSeed() const { return m_firstSeed; }

Q_SIGNALS:
    /// A seed was chosen; the picture is shown.
    void pictureShown();
    void smoothChosen(bool isSmooth);

private:
    QWidget* makeCanvas();
    void tie();
    void showFacts();
    void askSeeds();
    void chooseSeed(int tile);

    ExploreSession& m_session;
    StudioBridge& m_bridge;
    RequesterId m_requester;
    QStackedWidget* m_views = nullptr;
    widgets::PictureCanvas* m_canvas = nullptr;
    widgets::SampleGrid* m_seeds = nullptr;
    SearchView* m_search = nullptr;
    widgets::Label* m_facts = nullptr;
    widgets::Button* m_smooth = nullptr;
    int64_t m_firstSeed = 1;
};

}  // namespace limner::app
