// Below the canvas of Stylize: how the losses fall, and every result so far.
#pragma once

#include "app/surface.h"

class QMenu;

namespace limner::widgets {
class LossPlot;
class ResultStrip;
}  // namespace limner::widgets

namespace limner::app {

class StylizeSession;

class ResultPanel : public Surface {
    Q_OBJECT

public:
    explicit ResultPanel(StylizeSession& session, QWidget* parent = nullptr);

    widgets::ResultStrip* strip() const { return m_strip; }
    widgets::LossPlot* plot() const { return m_plot; }
    /// The plot goes before the pictures do where there is little room.
    void setLow(bool isLow);

Q_SIGNALS:
    void goOnRequested(qint64 result);
    void dragRequested(qint64 result);
    void saveRequested(qint64 result);
    void folderRequested(qint64 result);

private:
    void tie();
    void showResults();
    void showPlot();
    void openMenu(qint64 id, const QPoint& place);

    StylizeSession& m_session;
    Surface* m_plotRoom = nullptr;
    widgets::LossPlot* m_plot = nullptr;
    widgets::ResultStrip* m_strip = nullptr;
    bool m_isLow = false;
};

}  // namespace limner::app
