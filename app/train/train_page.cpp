#include "train_page.h"

#include <QFileDialog>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

#include "app/commands.h"
#include "app/core_text.h"
#include "app/networks/network_choices.h"
#include "app/notices.h"
#include "app/settings.h"
#include "app/studio_bridge.h"
#include "history_strip.h"
#include "new_run_view.h"
#include "parameter_panel.h"
#include "run_header.h"
#include "run_session.h"
#include "sample_panel.h"
#include "train_texts.h"
#include "widgets/button.h"
#include "widgets/loss_plot.h"
#include "widgets/param_form.h"
#include "widgets/sample_grid.h"
#include "widgets/time_line.h"

namespace limner::app {

using widgets::px;

TrainPage::TrainPage(const Shell& shell, QWidget* parent)
    : Page(parent),
      m_shell(shell),
      m_session(new RunSession(shell.bridge, shell.reader, this)),
      m_offers(new NetworkOffers(shell.bridge, this)) {
    setObjectName(QStringLiteral("train"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new RunHeader(shell.commands);
    m_views = new QStackedWidget;
    m_newRun = new NewRunView(shell.bridge);
    setupRunView();
    m_views->addWidget(m_newRun);
    m_views->addWidget(m_runView);
    column->addWidget(m_header);
    column->addWidget(m_views, 1);
    setupPanel();
    tie();
    showNewRun();
}

void TrainPage::setupRunView() {
    m_samples = new SamplePanel(*m_session, m_shell.notices);
    m_history = new HistoryStrip(*m_session, m_shell.notices);
    m_runView = new QSplitter(Qt::Vertical);
    m_runView->setObjectName(QStringLiteral("train.runView"));
    m_runView->setHandleWidth(1);
    m_runView->setChildrenCollapsible(false);
    m_runView->addWidget(m_samples);
    m_runView->addWidget(m_history);
    m_runView->setStretchFactor(0, 16);
    m_runView->setStretchFactor(1, 9);
    splitStandard(false);
    m_history->plot()->setSmoothing(std::get<double>(m_shell.settings.value("smoothing")));
    connect(m_runView, &QSplitter::splitterMoved, this,
            [this] { m_shell.settings.setBytes("canvas_split", m_runView->saveState()); });
    connect(m_history->plot(), &widgets::LossPlot::smoothingChanged, this,
            [this](double weight) { m_shell.settings.set("smoothing", weight); });
}

/// The pictures get what a low window saves on the time line. A split by hand stays.
void TrainPage::splitStandard(bool isLow) {
    m_isLow = isLow;
    m_runView->setSizes(isLow ? QList<int>{px(386), px(170)} : QList<int>{px(512), px(290)});
    m_runView->restoreState(m_shell.settings.bytes("canvas_split"));
}

void TrainPage::setupPanel() {
    m_panel = new ParameterPanel;
    m_panel->setObjectName(QStringLiteral("train.inspector"));
    m_startFoot = new QWidget;
    auto* column = new QVBoxLayout(m_startFoot);
    column->setContentsMargins(0, 0, 0, 0);
    m_start =
        new widgets::Button(tr("Start training"), QStringLiteral("play"), QStringLiteral("primary big"));
    m_start->setObjectName(QStringLiteral("train.startButton"));
    column->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, m_shell.commands.action(QStringLiteral("run.start")),
            &QAction::trigger);
    auto* form = m_panel->form();
    form->setFoldedGroups(
        m_shell.settings.text("folded_groups").split(QLatin1Char('\n'), Qt::SkipEmptyParts));
    connect(form, &widgets::ParamForm::foldedGroupsChanged, this, [this](const QStringList& names) {
        m_shell.settings.setText("folded_groups", names.join(QLatin1Char('\n')));
    });
}

void TrainPage::tie() {
    connect(&m_shell.bridge, &StudioBridge::opened, this, &TrainPage::catalogOpened);
    connect(m_panel->form(), &widgets::ParamForm::valueChanged, this, &TrainPage::formEdited);
    connect(m_newRun, &NewRunView::valueChosen, this, &TrainPage::editDraft);
    connect(m_newRun, &NewRunView::pathWanted, this, &TrainPage::choosePath);
    connect(m_session, &RunSession::runChanged, this, [this] {
        if (endedBeforeItBegan()) return showNewRun(std::exchange(m_started, {}));
        showHeader();
        showForm();
        Q_EMIT shownChanged();
    });
    connect(m_session, &RunSession::marksChanged, this, [this] {
        m_header->setCanWrite(canWrite());
        Q_EMIT shownChanged();
    });
    connect(m_session, &RunSession::valuesChanged, this, &TrainPage::showRunValues);
    connect(m_offers, &NetworkOffers::changed, this, [this] {
        if (m_formMode == FormMode::Draft) putDraft(m_draft);
    });
    connect(m_history, &HistoryStrip::parameterClicked, m_panel->form(), &widgets::ParamForm::showRow);
    m_history->setDescriber([this](const RecordedEdit& edit) {
        return editText(m_shell.bridge.trainTable(), m_session->values(), edit);
    });
}

QWidget* TrainPage::inspector() {
    return m_panel;
}

void TrainPage::entered() {
    m_offers->read();
}

QList<QWidget*> TrainPage::areas() {
    if (showsNewRun()) return {m_header, m_newRun};
    return {m_header, m_samples, m_history->plot(), m_history->timeLine()};
}

void TrainPage::setCompaction(const Compaction& compaction) {
    m_header->setCompact(compaction.isRailNarrow);
    m_header->setDrawer(compaction.isInspectorDrawer);
    m_newRun->setCompact(compaction.isInspectorNarrow);
    m_panel->setCompact(compaction.isInspectorNarrow);
    m_history->setThumbnailsShown(!compaction.isLow);
    if (compaction.isLow != m_isLow) splitStandard(compaction.isLow);
}

void TrainPage::catalogOpened() {
    m_newRun->setTable(m_shell.bridge.trainTable());
    m_formMode = FormMode::None;
    showForm();
}

bool TrainPage::showsNewRun() const {
    return m_views->currentWidget() == m_newRun;
}

void TrainPage::showNewRun(const std::optional<ParamValues>& values) {
    if (values) m_draft = *values;
    m_session->close();
    m_views->setCurrentWidget(m_newRun);
    m_formMode = FormMode::None;
    showHeader();
    showForm();
    Q_EMIT shownChanged();
}

void TrainPage::openRun(const QString& folder) {
    m_views->setCurrentWidget(m_runView);
    m_session->openFolder(toUtf8(folder));
}

void TrainPage::showJob(JobId job, const ParamValues& given) {
    m_started = given;
    m_views->setCurrentWidget(m_runView);
    m_session->followJob(job, given);
}

/// What could not be made is prepared again: there is nothing to show of it.
bool TrainPage::endedBeforeItBegan() const {
    const auto job = m_session->jobInfo();
    return !m_started.empty() && job && isOver(job->state) && m_session->folder().empty();
}

void TrainPage::start() {
    if (m_shell.bridge.isOpen() && showsNewRun()) startWith(m_panel->form()->given());
}

bool TrainPage::startWith(const ParamValues& values) {
    const Result<JobId> job = m_shell.bridge.start({.kind = "train", .values = values});
    if (!job) {
        m_shell.notices.showError(tr("The run did not start"), job.error());
        return false;
    }
    showJob(*job, values);
    m_samples->grid()->setFocus();
    return true;
}

void TrainPage::branch() {
    if (m_session->folder().empty()) return;
    ParamValues values = m_session->values();
    for (const char* id : {"resume", "name", "out"}) values.erase(id);
    values["start_from"] = m_session->folder();
    showNewRun(values);
}

bool TrainPage::canWrite() const {
    return !showsNewRun() && !m_session->info().checkpoints.empty() &&
           domainOf(m_shell.bridge.trainTable(), m_session->values()) == "text";
}

void TrainPage::showHeader() {
    m_header->setCanWrite(canWrite());
    if (showsNewRun()) {
        m_header->setRun(tr("New run"), {});
        m_header->setStage(RunHeader::Stage::Prepare);
        m_header->setState({}, false);
        m_header->setActions(false, false, false);
        return;
    }
    const auto job = m_session->jobInfo();
    const bool isTraining = m_session->isTraining();
    const RunState state = m_session->info().state;
    const bool isFinished = job ? job->state == JobState::Finished : state == RunState::Finished;
    const bool hasFailed = job ? job->state == JobState::Failed : state == RunState::Failed;
    m_header->setRun(m_session->title(), runDetail(m_shell.bridge.trainTable(), m_session->values()));
    m_header->setStage(isFinished ? RunHeader::Stage::Done : RunHeader::Stage::Train);
    const QString word = isTraining   ? QString()
                         : isFinished ? tr("Finished")
                         : hasFailed
                             ? tr("Failed")
                             : tr("Stopped at step %1").arg(QLocale().toString(m_session->liveStep()));
    m_header->setState(word, hasFailed);
    m_header->setActions(!isTraining && !m_session->folder().empty(), !m_session->folder().empty(), true);
}

}  // namespace limner::app
