// A sweep of two parameters of Stylize: a grid of pictures made by one job; a click takes a cell's settings.
#pragma once

#include <QWidget>

#include "app/page.h"
#include "core/types/job.h"
#include "core/types/sweep.h"

class QBoxLayout;

namespace limner::widgets {
class Button;
class Label;
class SweepView;
}  // namespace limner::widgets

namespace limner::app {

class StylizeSession;
class SweepAxisRow;

class StylizeSweep : public QWidget {
    Q_OBJECT

public:
    StylizeSweep(const Shell& shell, StylizeSession& session, QWidget* parent = nullptr);
    widgets::SweepView* view() const { return m_view; }
    /// The button below the axes, where there is little room.
    void setCompact(bool isCompact);

Q_SIGNALS:
    /// The settings of a cell were taken.
    void cellTaken();

private:
    void tie();
    void showRows();
    void showCount();
    void start();
    void takeSnapshot(JobId job);
    void takeCell(int column, int row);

    Shell m_shell;
    StylizeSession& m_session;
    QBoxLayout* m_head = nullptr;
    SweepAxisRow* m_x = nullptr;
    SweepAxisRow* m_y = nullptr;
    widgets::Button* m_start = nullptr;
    widgets::Label* m_count = nullptr;
    widgets::SweepView* m_view = nullptr;
    Sweep m_sweep;  ///< that is shown
    JobId m_job = JobId::None;
};

}  // namespace limner::app
