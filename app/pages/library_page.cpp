#include "library_page.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core_text.h"
#include "app/run_actions.h"
#include "app/run_reader.h"
#include "app/studio_bridge.h"
#include "app/surface.h"
#include "app/train/train_texts.h"
#include "widgets/button.h"
#include "widgets/image_convert.h"
#include "widgets/label.h"
#include "widgets/run_list.h"

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
    setupList();
    column->addWidget(m_list, 1);
    setupCard();
    auto* reader = &shell.reader;
    connect(reader, &RunReader::listed, this, &LibraryPage::takeRuns);
    connect(reader, &RunReader::renamed, reader, &RunReader::list);
    connect(reader, &RunReader::thumbnailRead, this, [this](const std::string& folder, const auto& sheet) {
        m_list->setThumbnail(fromUtf8(folder), widgets::toQImage(sheet->tile(0)));
    });
    connect(reader, &RunReader::verified, this, [this](const std::string& folder, const auto& checks) {
        if (current() && current()->folder == folder) showChecks(checks);
    });
    connect(&shell.bridge, &StudioBridge::opened, this, &LibraryPage::showLabels);
    connect(&shell.bridge, &StudioBridge::jobsChanged, this, [this] {
        const auto job = m_shell.bridge.current();
        m_list->setRunning(job ? fromUtf8(job->folder) : QString());
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
    auto* make = new Button(tr("New run"), QStringLiteral("plus"), {});
    make->setObjectName(QStringLiteral("library.newRun"));
    row->addWidget(new Label(tr("Library of runs"), TextRole::Title));
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(make);
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
}

void LibraryPage::setupCard() {
    m_card = new QWidget;
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(px(16), px(14), px(12), px(12));
    column->setSpacing(px(12));
    m_name = new Label({}, TextRole::Title);
    m_name->setObjectName(QStringLiteral("library.name"));
    m_detail = new Label({}, TextRole::Label, Ink::Text3);
    m_facts = new Label({}, TextRole::Body, Ink::Text2);
    m_checks = new Label({}, TextRole::Body, Ink::Text2);
    m_checks->setObjectName(QStringLiteral("library.checks"));
    for (Label* label : {m_name, m_detail, m_facts, m_checks}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_facts->setTextFormat(Qt::RichText);
    column->addStretch();
    struct Row {
        const char* name;
        QString text, icon, role;
        std::function<void(const RunInfo&)> act;
    };
    const Row rows[] = {
        {"open", tr("Open"), QStringLiteral("train"), QStringLiteral("primary"),
         [this](const RunInfo& run) { Q_EMIT openRequested(fromUtf8(run.folder)); }},
        {"resume",
         tr("Resume"),
         QStringLiteral("play"),
         {},
         [this](const RunInfo& run) { m_actions.resume(fromUtf8(run.folder)); }},
        {"verify",
         tr("Check every file"),
         QStringLiteral("shield"),
         {},
         [this](const RunInfo& run) {
             m_checks->setInk(Ink::Text2);
             m_checks->setText(tr("Checking…"));
             m_shell.reader.verify(run.folder);
         }},
        {"reveal",
         tr("Show folder"),
         QStringLiteral("folder"),
         {},
         [this](const RunInfo& run) { m_actions.reveal(fromUtf8(run.folder)); }},
        {"delete", tr("Move to trash…"), QStringLiteral("trash"), QStringLiteral("danger"),
         [this](const RunInfo& run) { m_actions.moveToTrash(fromUtf8(run.folder), fromUtf8(run.name)); }}};
    for (const Row& row : rows) {
        auto* button = new Button(row.text, row.icon, row.role);
        button->setObjectName(QStringLiteral("library.") + QString::fromLatin1(row.name));
        connect(button, &QPushButton::clicked, this, [this, act = row.act] {
            if (const RunInfo* run = current()) act(*run);
        });
        column->addWidget(button);
        m_buttons.push_back(button);
    }
    showCard();
}

QWidget* LibraryPage::inspector() {
    return m_card;
}

void LibraryPage::entered() {
    m_shell.reader.list();
}

void LibraryPage::takeRuns(const std::vector<RunInfo>& runs) {
    m_runs = runs;
    for (RunInfo& run : m_runs) run.name = toUtf8(runName(run));
    m_list->setRuns(m_runs);
    m_count->setText(tr("%n run(s)", nullptr, static_cast<int>(runs.size())));
    showCard();
    Q_EMIT runsChanged();
}

const RunInfo* LibraryPage::current() const {
    const std::string folder = toUtf8(m_list->currentFolder());
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [&](const RunInfo& run) { return run.folder == folder; });
    return found == m_runs.end() ? nullptr : &*found;
}

void LibraryPage::showCard() {
    const RunInfo* run = current();
    for (Button* button : m_buttons) button->setEnabled(run != nullptr);
    m_checks->clear();
    if (!run) {
        m_name->setText(m_runs.empty() ? tr("No runs yet") : tr("Choose a run"));
        m_detail->clear();
        m_facts->clear();
        return;
    }
    const QLocale locale;
    const auto line = [](const QString& label, const QString& value) {
        return QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
            .arg(label, value.toHtmlEscaped());
    };
    QString facts =
        line(tr("Steps"), locale.toString(run->step)) + line(tr("Trained for"), durationText(run->seconds));
    const QDateTime begun = QDateTime::fromSecsSinceEpoch(run->createdUnixSeconds);
    facts += line(tr("Begun"), locale.toString(begun, QLocale::ShortFormat));
    facts += line(tr("Checkpoints"), locale.toString(static_cast<qulonglong>(run->checkpoints.size())));
    if (run->best) facts += line(tr("Best at"), locale.toString(*run->best));
    facts += line(tr("Folder"), QFileInfo(fromUtf8(run->folder)).fileName());
    m_name->setText(fromUtf8(run->name));
    m_detail->setText(runDetail(m_shell.bridge.trainTable(), run->recipe.values));
    m_facts->setText(QStringLiteral("<table>%1</table>").arg(facts));
}

void LibraryPage::showChecks(const std::vector<FileCheck>& checks) {
    const auto bad = std::find_if(checks.begin(), checks.end(), [](const FileCheck& c) { return !c.isGood; });
    m_checks->setInk(bad == checks.end() ? Ink::Ok : Ink::Error);
    m_checks->setText(
        bad == checks.end()
            ? tr("All %n files are whole and match their hashes.", nullptr, static_cast<int>(checks.size()))
            : fromUtf8(bad->path) + QStringLiteral(": ") + coreText(bad->error.message));
}

void LibraryPage::showLabels() {
    QHash<QString, QString> labels;
    for (const char* id : {"data", "model"})
        for (const Choice& choice : choicesOf(m_shell.bridge.trainTable(), id))
            labels[fromUtf8(choice.id)] = coreText(choice.label);
    m_list->setLabels(labels);
}

}  // namespace limner::app
