// The canvas of Stylize: the result as it grows beside what it was made of, or the region that is painted.
#pragma once

#include "app/page.h"
#include "app/surface.h"

class QStackedWidget;

namespace limner::widgets {
class Button;
class CompareView;
class EmptyState;
class Label;
class MaskCanvas;
class ParamSlider;
class Segment;
}  // namespace limner::widgets

namespace limner::app {

class InputPanel;
class StylizeSession;
struct StylizeResult;

class CanvasPanel : public Surface {
    Q_OBJECT

public:
    /// @param inputs  knows the content picture
    CanvasPanel(const Shell& shell, StylizeSession& session, InputPanel& inputs, QWidget* parent = nullptr);

    widgets::CompareView* compare() const { return m_compare; }
    widgets::MaskCanvas* mask() const { return m_mask; }
    widgets::EmptyState* empty() const { return m_empty; }
    /// Another view in the same room, shown by showExtra.
    void addExtra(QWidget* extra);
    /// Null for the picture.
    void showExtra(QWidget* extra);
    /// Null while the picture or its region is shown.
    QWidget* extra() const { return m_extra; }
    /// A small picture of what the settings would make, until the shown result changes.
    void showPreview(const QImage& preview);
    void showResult();
    void setMasking(bool isMasking);
    bool isMasking() const;
    /// The next of divider, side by side and result.
    void cycleMode();
    void setCompact(bool isCompact);

Q_SIGNALS:
    void maskingChanged(bool isMasking);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeMaskHead();
    void tie();
    void showView();
    void showContent();
    void showPlace(const StylizeResult* shown);
    void fitHead();
    void showMask();
    void keepMask(const QImage& mask);

    Shell m_shell;
    StylizeSession& m_session;
    InputPanel& m_inputs;
    QStackedWidget* m_heads = nullptr;
    QStackedWidget* m_views = nullptr;
    widgets::EmptyState* m_empty = nullptr;
    widgets::CompareView* m_compare = nullptr;
    widgets::MaskCanvas* m_mask = nullptr;
    QWidget* m_extra = nullptr;
    widgets::Label* m_place = nullptr;
    widgets::Label* m_steps = nullptr;
    widgets::Label* m_zoom = nullptr;
    widgets::Segment* m_modes = nullptr;
    widgets::Button* m_hold = nullptr;
    widgets::Button* m_paint = nullptr;
    widgets::ParamSlider* m_brush = nullptr;
    widgets::Segment* m_tool = nullptr;
    QString m_placeText;
    QString m_region;  ///< the file whose mask is shown
    bool m_isCompact = false;
    bool m_isMasking = false;
};

}  // namespace limner::app
