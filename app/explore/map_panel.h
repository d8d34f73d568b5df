// The map of Explore with its head: what it spans, where the point is, and the pictures under it.
#pragma once

#include <QWidget>
#include <vector>

#include "explore_record.h"
#include "tile_loader.h"

namespace limner::widgets {
class Button;
class ChoiceCombo;
class Label;
class LatentMap;
}  // namespace limner::widgets

namespace limner::app {

class ExploreSession;

class MapPanel : public QWidget {
    Q_OBJECT

public:
    MapPanel(ExploreSession& session, StudioBridge& bridge, QWidget* parent = nullptr);
    widgets::LatentMap* map() const { return m_map; }

private:
    QWidget* makeHead();
    QWidget* makeAxes();
    void tie();
    void showPlan();
    void showChoices();
    void choose(const QString& id);
    void chooseAxis(MapAxis MapPlan::*axis, const QString& id);
    void showPlace(bool isFinal);
    void showPath();
    void showNumbers();
    /// The places whose latents span the map; they are asked for where they are not known.
    std::vector<ParamValues> anchors() const;
    /// Takes the latents of the anchors and asks for the tiles, once all are known.
    void span();
    Latent latentAt(QPointF point) const;
    ParamValues placeAt(QPointF point) const;
    void pointMoved(QPointF point, bool isFinal);
    void anchor(int corner, const ParamValues& place);
    void dropped(int corner, const QString& id);

    ExploreSession& m_session;
    TileLoader m_tiles;
    widgets::ChoiceCombo* m_kind = nullptr;
    widgets::Button* m_dice = nullptr;
    QWidget* m_axes = nullptr;  ///< of a plane
    widgets::ChoiceCombo* m_across = nullptr;
    widgets::ChoiceCombo* m_down = nullptr;
    widgets::Label* m_hint = nullptr;
    widgets::Label* m_numbers = nullptr;
    widgets::LatentMap* m_map = nullptr;
    std::vector<Latent> m_spanned;      ///< latents of the anchors, or empty while they are not known
    std::vector<ParamValues> m_loaded;  ///< anchors whose tiles are shown or on their way
    bool m_isDragging = false;
};

}  // namespace limner::app
