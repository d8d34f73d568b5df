// The Train workspace: a new run to set up, or a run with its samples, plot and time line.
#pragma once

#include "app/page.h"
#include "core/types/studio.h"

class QSplitter;
class QStackedWidget;

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class HistoryStrip;
class NewRunView;
class ParameterPanel;
class RunHeader;
class NetworkOffers;
class RunSession;
class SamplePanel;

class TrainPage : public Page {
    Q_OBJECT

public:
    explicit TrainPage(const Shell& shell, QWidget* parent = nullptr);

    QWidget* inspector() override;
    void setCompaction(const Compaction& compaction) override;
    QList<QWidget*> areas() override;
    void entered() override;

    /// Sets up a new run; values that are given replace those of the form.
    void showNewRun(const std::optional<ParamValues>& values = std::nullopt);
    /// The form of a new run on this data, with a model that goes with it.
    void showNewRunOn(const ParamValues& chosen);
    /// Shows a run of the disk, live if it trains now.
    void openRun(const QString& folder);
    /// @param given  what it was started with, where that is known: shown until it says more itself
    void showJob(JobId job, const ParamValues& given = {});
    /// Starts what the form says, or these values. A refusal is shown and nothing changes.
    void start();
    bool startWith(const ParamValues& values);

    RunSession& session() { return *m_session; }
    bool showsNewRun() const;
    /// Whether the run that is shown has weights that write.
    bool canWrite() const;
    ParameterPanel* panel() const { return m_panel; }
    void branch();
    void exportPlot(const QString& suffix);
    void toggleLog();
    void fitPlot();
    void toggleAverage();
    void findParameter();

Q_SIGNALS:
    /// Another run is shown, or its state changed; commands follow it.
    void shownChanged();

private:
    void setupRunView();
    void splitStandard(bool isLow);
    void setupPanel();
    void tie();
    void catalogOpened();
    bool endedBeforeItBegan() const;
    void showHeader();
    /// The rows of a training; those that name a network are choices of what the library has.
    ParamTable formTable(const ParamValues& values) const;
    void showForm();
    void showRunValues();
    void formEdited(const QString& id, const ParamValue& value, bool final);
    void editDraft(const QString& id, const ParamValue& value);
    void editRunning(const QString& id, const ParamValue& value);
    void draftChanged();
    void choosePath(const QString& id);
    void putDraft(const ParamValues& values);
    void setDraftValue(const QString& id, const ParamValue& value);
    QString labelOf(const QString& id) const;
    enum class FormMode { None, Draft, Running, Over };
    FormMode wantedMode() const;

    Shell m_shell;
    RunSession* m_session;
    NetworkOffers* m_offers;
    RunHeader* m_header = nullptr;
    QStackedWidget* m_views = nullptr;
    NewRunView* m_newRun = nullptr;
    QSplitter* m_runView = nullptr;
    SamplePanel* m_samples = nullptr;
    HistoryStrip* m_history = nullptr;
    ParameterPanel* m_panel = nullptr;
    QWidget* m_startFoot = nullptr;
    widgets::Button* m_start = nullptr;
    ParamValues m_draft;      ///< what a new run has been given
    ParamValues m_started;    ///< what the run that is shown was given, if it was started here
    ParamValues m_formKnown;  ///< values as the form showed them last, for the old value of an edit
    bool m_isLow = false;
    FormMode m_formMode = FormMode::None;
    JobId m_formJob = JobId::None;
    std::string m_formFolder;
};

}  // namespace limner::app
