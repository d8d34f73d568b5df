// Which command does what, and when it may.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QUrl>

#include "app_log.h"
#include "core_text.h"
#include "explore/explore_models.h"
#include "explore/explore_page.h"
#include "focus_cycle.h"
#include "main_window.h"
#include "pages/settings_page.h"
#include "pages/shortcut_editor.h"
#include "run_actions.h"
#include "stylize/stylize_page.h"
#include "train/parameter_panel.h"
#include "train/run_session.h"
#include "train/train_page.h"
#include "widgets/command_palette.h"
#include "widgets/job_bar.h"
#include "widgets/rail.h"
#include "widgets/theme.h"
#include "workbench.h"
#include "write/documents.h"
#include "write/write_page.h"

namespace limner::app {

void MainWindow::setupCommands() {
    for (QAction* action : m_commands.actions()) addAction(action);
    connectGo();
    connectRun();
    connectExplore();
    connectStylize();
    connectWrite();
    connectView();
    connect(m_palette, &widgets::CommandPalette::shortcutChangeRequested, this, [this](QAction* action) {
        m_palette->close();
        showPage(QStringLiteral("go.settings"));
        m_settingsPage->shortcuts()->choose(action);
    });
    connect(&m_undo, &QUndoStack::indexChanged, this, &MainWindow::updateCommands);
    // Space and "." belong to buttons and lists first, or the keyboard could not press them.
    qApp->installEventFilter(this);
}

void MainWindow::connectGo() {
    for (const auto& [id, page] : m_pages) m_commands.on(id, this, [this, id = id] { showPage(id); });
    m_commands.on(QStringLiteral("app.palette"), this, [this] {
        QList<QAction*> offered;
        for (QAction* action : m_commands.actions())
            if (action->objectName() != QLatin1String("app.palette")) offered << action;
        m_palette->open(offered);
    });
    m_commands.on(QStringLiteral("app.quit"), this, [this] { close(); });
    m_commands.on(QStringLiteral("app.log"), this,
                  [] { QDesktopServices::openUrl(QUrl::fromLocalFile(logFile())); });
}

void MainWindow::connectRun() {
    const auto session = [this]() -> RunSession& { return m_train->session(); };
    const auto folder = [session] { return fromUtf8(session().folder()); };
    m_commands.on(QStringLiteral("run.new"), this, [this] {
        showPage(QStringLiteral("go.train"));
        m_train->showNewRun();
    });
    m_commands.on(QStringLiteral("run.start"), this, [this] { m_train->start(); });
    m_commands.on(QStringLiteral("run.playPause"), this, [this] { playOrPause(); });
    m_commands.on(QStringLiteral("run.step"), this, [this] { onCurrentJob(&Studio::stepOnce); });
    m_commands.on(QStringLiteral("run.stop"), this, [this] { onCurrentJob(&Studio::stop); });
    m_commands.on(QStringLiteral("run.save"), this, [this] {
        m_wasSaveAsked = true;
        onCurrentJob(&Studio::save);
    });
    m_commands.on(QStringLiteral("run.resume"), this, [this, folder] { m_actions->resume(folder()); });
    m_commands.on(QStringLiteral("run.branch"), this, [this] {
        showPage(QStringLiteral("go.train"));
        m_train->branch();
    });
    m_commands.on(QStringLiteral("run.write"), this, [this, folder] {
        m_write->openModel(folder());
        showPage(QStringLiteral("go.write"));
    });
    m_commands.on(QStringLiteral("run.rename"), this, [this] { renameRun(); });
    m_commands.on(QStringLiteral("run.reveal"), this, [this, folder] { m_actions->reveal(folder()); });
    m_commands.on(QStringLiteral("run.delete"), this,
                  [this, session, folder] { m_actions->moveToTrash(folder(), session().title()); });
    m_commands.on(QStringLiteral("run.open"), this, [this] { pickRun(); });
    m_commands.on(QStringLiteral("edit.undo"), &m_undo, &QUndoStack::undo);
    m_commands.on(QStringLiteral("edit.redo"), &m_undo, &QUndoStack::redo);
    m_commands.on(QStringLiteral("edit.findParameter"), this, [this] {
        if (!m_bench->isInspectorShown()) m_bench->toggleInspector();
        if (m_pageId == QLatin1String("go.stylize"))
            m_stylize->findParameter();
        else if (m_pageId == QLatin1String("go.write"))
            m_write->findParameter();
        else
            m_train->findParameter();
    });
}

void MainWindow::connectExplore() {
    const std::pair<const char*, void (ExplorePage::*)()> acts[] = {
        {"explore.save", &ExplorePage::save},       {"explore.copy", &ExplorePage::copy},
        {"explore.paste", &ExplorePage::paste},     {"explore.dice", &ExplorePage::dice},
        {"explore.key", &ExplorePage::addKey},      {"explore.keep", &ExplorePage::keepPlace},
        {"explore.play", &ExplorePage::playOrPause}};
    for (const auto& [id, act] : acts) m_commands.on(QLatin1String(id), m_explore, act);
    m_commands.on(QStringLiteral("explore.markA"), this, [this] { m_explore->mark(0); });
    m_commands.on(QStringLiteral("explore.markB"), this, [this] { m_explore->mark(1); });
    m_commands.on(QStringLiteral("explore.open"), this, [this] {
        showPage(QStringLiteral("go.explore"));
        m_explore->models().pickFile();
    });
}

void MainWindow::connectStylize() {
    const std::pair<const char*, void (StylizePage::*)()> acts[] = {
        {"stylize.start", &StylizePage::start},       {"stylize.keepBest", &StylizePage::keepBest},
        {"stylize.goOn", &StylizePage::goOn},         {"stylize.openContent", &StylizePage::openContent},
        {"stylize.addStyle", &StylizePage::addStyle}, {"stylize.paste", &StylizePage::paste},
        {"stylize.mask", &StylizePage::toggleMask},   {"stylize.view", &StylizePage::nextView},
        {"stylize.sweep", &StylizePage::toggleSweep}, {"stylize.channels", &StylizePage::toggleChannels},
        {"stylize.zoom", &StylizePage::toggleZoom},   {"stylize.save", &StylizePage::save},
        {"stylize.copy", &StylizePage::copy}};
    for (const auto& [id, act] : acts) m_commands.on(QLatin1String(id), m_stylize, act);
}

void MainWindow::connectWrite() {
    const std::pair<const char*, void (WritePage::*)()> acts[] = {
        {"write.continue", &WritePage::writeOn},
        {"write.regenerate", &WritePage::regenerate},
        {"write.stop", &WritePage::stop},
        {"write.alternatives", &WritePage::showAlternatives},
        {"write.probability", &WritePage::toggleSurprise},
        {"write.branches", &WritePage::toggleBranches},
        {"write.keep", &WritePage::keepBranch},
        {"write.view", &WritePage::nextView},
        {"write.find", &WritePage::find},
        {"write.copyAll", &WritePage::copyAll}};
    for (const auto& [id, act] : acts) m_commands.on(QLatin1String(id), m_write, act);
    const std::pair<const char*, void (Documents::*)()> files[] = {{"write.new", &Documents::startNew},
                                                                   {"write.open", &Documents::pick},
                                                                   {"write.save", &Documents::save},
                                                                   {"write.saveAs", &Documents::saveAs}};
    for (const auto& [id, act] : files) m_commands.on(QLatin1String(id), &m_write->documents(), act);
}

void MainWindow::connectView() {
    m_commands.on(QStringLiteral("samples.average"), this, [this] { m_train->toggleAverage(); });
    m_commands.on(QStringLiteral("samples.live"), this, [this] { m_train->session().goLive(); });
    m_commands.on(QStringLiteral("plot.log"), this, [this] { m_train->toggleLog(); });
    m_commands.on(QStringLiteral("plot.fit"), this, [this] { m_train->fitPlot(); });
    for (const char* suffix : {"png", "pdf", "csv"}) {
        const QString format = QString::fromLatin1(suffix);
        m_commands.on(QStringLiteral("plot.") + format, this,
                      [this, format] { m_train->exportPlot(format); });
    }
    m_commands.on(QStringLiteral("view.inspector"), this, [this] { m_bench->toggleInspector(); });
    m_commands.on(QStringLiteral("view.nextArea"), this, [this] { cycleFocus(areas(), 1); });
    m_commands.on(QStringLiteral("view.previousArea"), this, [this] { cycleFocus(areas(), -1); });
    m_commands.on(QStringLiteral("view.fullScreen"), this,
                  [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    m_commands.on(QStringLiteral("view.theme"), this, [this] {
        const bool isDark = widgets::tone() == widgets::Tone::Dark;
        m_settings.setText("theme", isDark ? QStringLiteral("light") : QStringLiteral("dark"));
    });
}

QList<QWidget*> MainWindow::areas() const {
    QList<QWidget*> all{m_rail};
    if (Page* page = m_bench->current()) {
        all += page->areas();
        if (page->inspector()) all << page->inspector();
    }
    return all << m_jobBar;
}

void MainWindow::onCurrentJob(void (Studio::*act)(JobId)) {
    if (const auto job = m_bridge.current()) (m_bridge.studio().get()->*act)(job->id);
    m_bridge.wake();
}

void MainWindow::playOrPause() {
    const auto job = m_bridge.current();
    if (!job) return;
    onCurrentJob(job->state == JobState::Paused ? &Studio::resume : &Studio::pause);
}

void MainWindow::updateCommands() {
    const auto job = m_bridge.current();
    const KindInfo* kind = job ? m_bridge.catalog().kind(job->kind) : nullptr;
    const RunSession& session = m_train->session();
    const bool onTrain = m_pageId == QLatin1String("go.train");
    const bool onExplore = m_pageId == QLatin1String("go.explore") && m_explore->hasModel();
    const bool onStylize = m_pageId == QLatin1String("go.stylize") && m_bridge.isOpen();
    const bool onWrite = m_pageId == QLatin1String("go.write") && m_bridge.isOpen();
    const bool hasRun = onTrain && !session.folder().empty() && !m_train->showsNewRun();
    const std::pair<const char*, bool> states[] = {
        {"run.start", onTrain && m_train->showsNewRun() && m_bridge.isOpen()},
        {"run.playPause", job.has_value()},
        {"run.step", job && job->state == JobState::Paused},
        {"run.stop", job.has_value()},
        {"run.save", kind != nullptr && kind->savesOnTheWay},
        {"run.resume", hasRun && !session.isTraining()},
        {"run.branch", hasRun},
        {"run.write", hasRun && m_train->canWrite()},
        {"run.rename", hasRun},
        {"run.reveal", hasRun},
        {"run.delete", hasRun && !session.isTraining()},
        {"samples.average", onTrain && session.hasRaw()},
        {"samples.live", hasRun && session.position().has_value()},
        {"plot.log", hasRun},
        {"plot.fit", hasRun},
        {"plot.png", hasRun && session.metrics()},
        {"plot.pdf", hasRun && session.metrics()},
        {"plot.csv", hasRun && session.metrics()},
        {"edit.findParameter", onTrain || onStylize || onWrite},
        {"explore.save", onExplore},
        {"explore.copy", onExplore},
        {"explore.paste", onExplore},
        {"explore.dice", onExplore},
        {"explore.key", onExplore},
        {"explore.keep", onExplore},
        {"explore.markA", onExplore},
        {"explore.markB", onExplore},
        {"explore.play", onExplore},
        {"explore.open", m_bridge.isOpen()},
        {"stylize.start", onStylize && m_stylize->canStart()},
        {"stylize.keepBest", onStylize && m_stylize->isBusy()},
        {"stylize.goOn", onStylize && m_stylize->canGoOn()},
        {"stylize.openContent", onStylize},
        {"stylize.addStyle", onStylize},
        {"stylize.paste", onStylize},
        {"stylize.mask", onStylize},
        {"stylize.view", onStylize},
        {"stylize.sweep", onStylize},
        {"stylize.channels", onStylize},
        {"stylize.zoom", onStylize},
        {"stylize.save", onStylize && m_stylize->hasPicture()},
        {"stylize.copy", onStylize && m_stylize->hasPicture()},
        {"write.continue", onWrite && m_write->canWrite() && !m_write->isWriting()},
        {"write.regenerate", onWrite && m_write->canRegenerate()},
        {"write.stop", onWrite && m_write->isWriting()},
        {"write.alternatives", onWrite && m_write->canWrite()},
        {"write.probability", onWrite && m_write->showsWords()},
        {"write.branches", onWrite},
        {"write.keep", onWrite && m_write->hasBranches()},
        {"write.view", onWrite},
        {"write.new", onWrite},
        {"write.open", onWrite},
        {"write.save", onWrite},
        {"write.saveAs", onWrite},
        {"write.find", onWrite},
        {"write.copyAll", onWrite},
        {"view.inspector", m_bench->current() && m_bench->current()->inspector()},
        {"edit.undo", m_undo.canUndo()},
        {"edit.redo", m_undo.canRedo()}};
    for (const auto& [id, isEnabled] : states)
        m_commands.action(QString::fromLatin1(id))->setEnabled(isEnabled);
    const auto worded = [](const QString& verb, const QString& what) {
        return what.isEmpty() ? verb : verb + QStringLiteral(": ") + what;
    };
    m_commands.action(QStringLiteral("edit.undo"))->setText(worded(tr("Undo"), m_undo.undoText()));
    m_commands.action(QStringLiteral("edit.redo"))->setText(worded(tr("Redo"), m_undo.redoText()));
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    const std::pair<QKeySequence::StandardKey, const char*> usual[] = {
        {QKeySequence::Copy, "explore.copy"},
        {QKeySequence::Copy, "stylize.copy"},
        {QKeySequence::Paste, "explore.paste"},
        {QKeySequence::Paste, "stylize.paste"}};
    for (const auto& [key, command] : usual) {
        QAction* action = m_commands.action(QLatin1String(command));
        if (event->matches(key) && action->isEnabled()) return action->trigger();
    }
    QWidget::keyPressEvent(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isPress = key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier;
    const bool takesPress = qobject_cast<QAbstractButton*>(watched) || qobject_cast<QComboBox*>(watched) ||
                            qobject_cast<QAbstractItemView*>(watched);
    if (isPress && takesPress) {
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace limner::app
