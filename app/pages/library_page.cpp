#include "library_page.h"

#include <QHash>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core_text.h"
#include "app/networks/network_card.h"
#include "app/networks/networks_view.h"
#include "app/run_actions.h"
#include "app/run_reader.h"
#include "app/studio_bridge.h"
#include "app/surface.h"
#include "app/train/train_texts.h"
#include "run_card.h"
#include "widgets/button.h"
#include "widgets/empty_state.h"
#include "widgets/image_convert.h"
#include "widgets/label.h"
#include "widgets/run_list.h"
#include "widgets/segment.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::RunList;
using widgets::TextRole;

LibraryPage::LibraryPage(const Shell& shell, RunActions& actions, QWidget* parent)
    : Page(parent), m_shell(shell), m_actions(actions) {
    setObjectName(QStringLiteral("library"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_lists = new QStackedWidget;
    m_cards = new QStackedWidget;
    setupList();
    setupCard();
    setupNetworks();
    column->addWidget(m_lists, 1);
    auto* reader = &shell.reader;
    connect(reader, &RunReader::listed, this, &LibraryPage::takeRuns);
    connect(reader, &RunReader::renamed, reader, &RunReader::list);
    connect(reader, &RunReader::thumbnailRead, this,
            [this](const std::string& folder, const auto& sheet) { takeSheet(folder, sheet); });
    connect(reader, &RunReader::verified, this, [this](const std::string& folder, const auto& checks) {
        if (current() && current()->folder == folder) m_card->setChecks(checks);
    });
    connect(&shell.bridge, &StudioBridge::opened, this, &LibraryPage::showLabels);
    connect(&shell.bridge, &StudioBridge::jobsChanged, this, [this] {
        showRunning();
        showCard();
    });
    connect(&shell.bridge, &StudioBridge::snapshotChanged, this, [this] {
        if (isVisible()) showRunning();
    });
    connect(&actions, &RunActions::trashed, reader, &RunReader::list);
}

QWidget* LibraryPage::makeHead() {
    auto* head = new Surface(&widgets::Tokens::base, Qt::BottomEdge);
    head->setFixedHeight(px(48));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(12));
    m_count = new Label({}, TextRole::Label, Ink::Text3);
    m_part = new widgets::Segment;
    m_part->setObjectName(QStringLiteral("library.part"));
    m_part->setAccessibleName(tr("Part of the library"));
    m_part->setItems({{QStringLiteral("runs"), tr("Runs")}, {QStringLiteral("networks"), tr("Networks")}});
    m_part->setCurrent(0);
    connect(m_part, &widgets::Segment::chosen, this, &LibraryPage::showPart);
    auto* make = new Button(tr("New run"), QStringLiteral("plus"), {});
    make->setObjectName(QStringLiteral("library.newRun"));
    row->addWidget(new Label(tr("Library"), TextRole::Title));
    row->addWidget(m_part);
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(make);
    m_newRun = make;
    connect(make, &QPushButton::clicked, this, &LibraryPage::newRunRequested);
    return head;
}

void LibraryPage::setupList() {
    m_list = new RunList;
    m_list->setObjectName(QStringLiteral("library.list"));
    connect(m_list, &RunList::openRequested, this, &LibraryPage::openRequested);
    connect(m_list, &RunList::renameRequested, &m_actions, &RunActions::rename);
    connect(m_list, &RunList::resumeRequested, &m_actions, &RunActions::resume);
    connect(m_list, &RunList::revealRequested, &m_actions, &RunActions::reveal);
    connect(m_list, &RunList::deleteRequested, this, [this](const QString& folder) {
        const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                        [&](const RunInfo& run) { return run.folder == toUtf8(folder); });
        if (found != m_runs.end()) m_actions.moveToTrash(folder, fromUtf8(found->name));
    });
    connect(m_list, &RunList::thumbnailWanted, this, [this](const QString& folder, qint64 step) {
        m_shell.reader.readThumbnails(toUtf8(folder), {step});
    });
    connect(m_list, &RunList::currentChanged, this, &LibraryPage::showCard);
    m_empty = new widgets::EmptyState;
    m_empty->setObjectName(QStringLiteral("library.empty"));
    m_empty->setContent(tr("No runs yet"),
                        tr("All that you train is kept here: recipe, curves, samples and weights."),
                        tr("New run"), QStringLiteral("plus"));
    connect(m_empty, &widgets::EmptyState::activated, this, &LibraryPage::newRunRequested);
    m_runsView = new QStackedWidget;
    m_runsView->addWidget(m_list);
    m_runsView->addWidget(m_empty);
    m_lists->addWidget(m_runsView);
}

void LibraryPage::setupCard() {
    m_card = new RunCard;
    const auto onCurrent = [this](auto signal, auto act) {
        connect(m_card, signal, this, [this, act] {
            if (const RunInfo* run = current()) act(*run);
        });
    };
    onCurrent(&RunCard::openClicked,
              [this](const RunInfo& run) { Q_EMIT openRequested(fromUtf8(run.folder)); });
    onCurrent(&RunCard::resumeClicked,
              [this](const RunInfo& run) { m_actions.resume(fromUtf8(run.folder)); });
    onCurrent(&RunCard::verifyClicked, [this](const RunInfo& run) { m_shell.reader.verify(run.folder); });
    onCurrent(&RunCard::revealClicked,
              [this](const RunInfo& run) { m_actions.reveal(fromUtf8(run.folder)); });
    onCurrent(&RunCard::renameClicked, [this](const RunInfo&) { m_list->renameCurrent(); });
    onCurrent(&RunCard::deleteClicked, [this](const RunInfo& run) {
        m_actions.moveToTrash(fromUtf8(run.folder), fromUtf8(run.name));
    });
    m_cards->addWidget(m_card);
    showCard();
}

void LibraryPage::setupNetworks() {
    m_shelf = new NetworkShelf(m_shell, this);
    auto* view = new NetworksView(*m_shelf);
    auto* card = new NetworkCard(*m_shelf);
    m_lists->addWidget(view);
    m_cards->addWidget(card);
    connect(view, &NetworksView::chosen, card, &NetworkCard::show);
    connect(m_shelf, &NetworkShelf::changed, this, &LibraryPage::showCount);
    connect(&m_shell.bridge, &StudioBridge::opened, m_shelf, &NetworkShelf::list);
}

void LibraryPage::showPart(const QString& id) {
    const bool isNetworks = id == QStringLiteral("networks");
    m_lists->setCurrentIndex(isNetworks ? 1 : 0);
    m_cards->setCurrentIndex(isNetworks ? 1 : 0);
    m_newRun->setVisible(!isNetworks);
    entered();
    showCount();
}

void LibraryPage::showNetworks() {
    m_part->setCurrentId(QStringLiteral("networks"));
    showPart(QStringLiteral("networks"));
}

void LibraryPage::showCount() {
    if (m_lists->currentIndex() == 0)
        return m_count->setText(tr("%n run(s)", nullptr, static_cast<int>(m_runs.size())));
    const auto& all = m_shelf->networks();
    const auto here =
        std::count_if(all.begin(), all.end(), [](const auto& network) { return network.isHere(); });
    m_count->setText(tr("%n installed", nullptr, static_cast<int>(here)));
}

QWidget* LibraryPage::inspector() {
    return m_cards;
}

void LibraryPage::entered() {
    m_shell.reader.list();
    m_shelf->list();
}

void LibraryPage::takeRuns(const std::vector<RunInfo>& runs) {
    m_runs = runs;
    for (RunInfo& run : m_runs) run.name = toUtf8(runName(run));
    m_list->setRuns(m_runs);
    m_runsView->setCurrentWidget(m_runs.empty() ? static_cast<QWidget*>(m_empty) : m_list);
    showRunning();
    if (m_list->currentFolder().isEmpty() && !m_runs.empty())
        m_list->setCurrentFolder(fromUtf8(m_runs.front().folder));
    showCount();
    showCard();
    Q_EMIT runsChanged();
}

RunInfo* LibraryPage::find(const std::string& folder) {
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [&](const RunInfo& run) { return run.folder == folder; });
    return found == m_runs.end() ? nullptr : &*found;
}

const RunInfo* LibraryPage::current() {
    return find(toUtf8(m_list->currentFolder()));
}

/// The disk knows a run as of its newest checkpoint; what trains now is further.
void LibraryPage::showRunning() {
    const auto job = m_shell.bridge.current();
    m_list->setRunning(job ? fromUtf8(job->folder) : QString());
    const auto snapshot = job ? m_shell.bridge.latest(job->id) : nullptr;
    RunInfo* run = snapshot ? find(job->folder) : nullptr;
    if (!run) return;
    run->step = std::max(run->step, snapshot->step);
    if (snapshot->metrics && snapshot->metrics->rowCount() > 0)
        run->seconds = std::max(run->seconds, snapshot->metrics->blocks.back()->seconds.back());
    m_list->setRunningStep(run->step);
    if (snapshot->samples) takeSheet(job->folder, snapshot->samples);
    if (current() == run) m_card->setProgress(run->step, run->seconds);
}

void LibraryPage::takeSheet(const std::string& folder, const std::shared_ptr<const SampleSheet>& sheet) {
    auto& known = m_sheets[folder];
    if (known == sheet || (known && known->step > sheet->step)) return;
    known = sheet;
    m_list->setThumbnail(fromUtf8(folder), widgets::toQImage(sheet->tile(0)));
    if (current() && current()->folder == folder) m_card->setSheet(sheet);
}

void LibraryPage::showCard() {
    const RunInfo* run = current();
    if (!run) {
        m_card->clear(m_runs.empty() ? tr("No runs yet") : tr("Choose a run"));
        return;
    }
    const auto job = m_shell.bridge.current();
    m_card->setRun(*run, runDetail(m_shell.bridge.trainTable(), run->recipe.values),
                   job && job->folder == run->folder);
    const auto sheet = m_sheets.find(run->folder);
    m_card->setSheet(sheet == m_sheets.end() ? nullptr : sheet->second);
}

void LibraryPage::showLabels() {
    QHash<QString, QString> labels;
    for (const char* id : {"data", "model"})
        for (const Choice& choice : choicesOf(m_shell.bridge.trainTable(), id))
            labels[fromUtf8(choice.id)] = coreText(choice.label);
    m_list->setLabels(labels);
}

}  // namespace limner::app
