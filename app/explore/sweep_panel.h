// A sweep of two parameters of a place: pictures on a grid with axes; a click goes there.
#pragma once

#include <QWidget>
#include <vector>

#include "app/page.h"
#include "core/types/job.h"
#include "core/types/sweep.h"
#include "explore_record.h"

class QBoxLayout;

namespace limner::widgets {
class ChoiceCombo;
class NumberField;
class SweepView;
}  // namespace limner::widgets

namespace limner::app {

class ExploreSession;

class SweepPanel : public QWidget {
    Q_OBJECT

public:
    SweepPanel(const Shell& shell, ExploreSession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void placeChosen(const limner::ParamValues& place);
    /// The job that writes the sweep was started.
    void saving(limner::JobId job);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Axis {
        widgets::ChoiceCombo* what = nullptr;
        widgets::NumberField* from = nullptr;
        widgets::NumberField* to = nullptr;
        widgets::NumberField* count = nullptr;
    };
    Axis makeAxis(const QString& name, const QString& letter);
    void showChoices();
    void standardRange(const Axis& axis);
    QString titleOf(const std::string& id) const;
    SweepAxis axisOf(const Axis& axis) const;
    void sweep();
    /// The picture of a cell is there, or will not come.
    void settled(const ParamValues& place);
    void show();
    void save();

    Shell m_shell;
    ExploreSession& m_session;
    Axis m_x, m_y;
    QBoxLayout* m_axes = nullptr;
    QWidget* m_save = nullptr;
    widgets::SweepView* m_view = nullptr;
    Sweep m_sweep;  ///< that is shown, over the values of a place
    std::vector<ParamValues> m_cells;
    size_t m_missing = 0;
};

}  // namespace limner::app
