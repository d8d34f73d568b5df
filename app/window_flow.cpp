// What leads from page to page: opening the core, starting, opening and resuming runs, and where the person
// left off.
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputDialog>
#include <QPalette>
#include <QScreen>

#include "close_guard.h"
#include "core_text.h"
#include "drop_target.h"
#include "explore/explore_models.h"
#include "explore/explore_page.h"
#include "job_page.h"
#include "look.h"
#include "main_window.h"
#include "pages/library_page.h"
#include "pages/welcome_page.h"
#include "rename_card.h"
#include "run_actions.h"
#include "stylize/stylize_page.h"
#include "train/run_session.h"
#include "train/train_page.h"
#include "train/train_texts.h"
#include "widgets/job_bar.h"
#include "workbench.h"
#include "write/write_page.h"

namespace limner::app {

void MainWindow::connectPages() {
    connect(&m_bridge, &StudioBridge::opened, this, &MainWindow::coreOpened);
    connect(&m_bridge, &StudioBridge::openFailed, this,
            [this](const Error& error) { m_notices.showError(tr("Limner cannot train"), error); });
    connect(&m_bridge, &StudioBridge::eventArrived, this, &MainWindow::takeEvent);
    connect(&m_bridge, &StudioBridge::jobsChanged, this, &MainWindow::updateCommands);
    connect(&m_reader, &RunReader::failed, this,
            [this](const Error& error) { m_notices.showError(tr("The run cannot be read"), error); });
    connect(&m_reader, &RunReader::opened, this, [this](const RunContents& contents) {
        for (const Error& error : contents.unread)
            m_notices.warn(coreText(error.message) + QLatin1Char(' ') + coreText(error.hint));
    });
    connect(&m_train->session(), &RunSession::openingFailed, this, [this](const Error& error) {
        m_train->showNewRun();
        m_notices.showError(tr("The run cannot be read"), error);
    });
    connect(m_explore, &ExplorePage::modelChanged, this, &MainWindow::updateCommands);
    connect(m_explore, &ExplorePage::trainRequested, this, [this] { showPage(QStringLiteral("go.train")); });
    connect(m_train, &TrainPage::shownChanged, this, &MainWindow::updateCommands);
    connect(&m_train->session(), &RunSession::positionChanged, this, &MainWindow::updateCommands);
    connect(&m_train->session(), &RunSession::sheetChanged, this, &MainWindow::updateCommands);
    connect(m_welcome, &WelcomePage::trainFirstRequested, this, &MainWindow::trainFirst);
    connect(m_welcome, &WelcomePage::workspaceRequested, this, &MainWindow::showPage);
    connect(m_welcome, &WelcomePage::openRunRequested, this, &MainWindow::openRun);
    connect(m_welcome, &WelcomePage::picturesRequested, this, &MainWindow::pickPictures);
    connect(m_welcome, &WelcomePage::textRequested, this, &MainWindow::pickText);
    connect(m_welcome, &WelcomePage::runFolderRequested, this, &MainWindow::pickRun);
    connect(m_welcome, &WelcomePage::modelFileRequested, this, [this] {
        showPage(QStringLiteral("go.explore"));
        m_explore->models().pickFile();
    });
    connect(m_library, &LibraryPage::openRequested, this, &MainWindow::openRun);
    connect(m_library, &LibraryPage::runsChanged, this, [this] { m_welcome->setRuns(m_library->runs()); });
    connect(m_library, &LibraryPage::newRunRequested, m_commands.action(QStringLiteral("run.new")),
            &QAction::trigger);
    connect(m_jobBar, &widgets::JobBar::saveClicked, this, [this] { m_wasSaveAsked = true; });
    connect(m_stylize, &StylizePage::stateChanged, this, &MainWindow::updateCommands);
    connect(m_stylize, &StylizePage::learnRequested, this, [this](const QString& file) {
        showPage(QStringLiteral("go.train"));
        // Photographs teach it what pictures look like; which ones is for the person to say.
        m_train->showNewRun(ParamValues{
            {"model", std::string("fast-style")}, {"style", toUtf8(file)}, {"data", std::string("folder")}});
    });
    connect(m_write, &WritePage::stateChanged, this, &MainWindow::updateCommands);
    connect(m_write, &WritePage::trainRequested, this, &MainWindow::trainOnText);
    connect(m_jobBar, &widgets::JobBar::jobClicked, this, &MainWindow::showJob);
    connect(m_actions, &RunActions::started, this, [this](JobId job) {
        showPage(QStringLiteral("go.train"));
        m_train->showJob(job);
    });
    connect(m_actions, &RunActions::trashed, this, [this](const QString& folder) {
        if (fromUtf8(m_train->session().folder()) == folder) m_train->showNewRun();
    });
    connect(m_guard, &CloseGuard::readyToClose, this, [this] {
        m_mayClose = true;
        close();
    });
    connect(&m_settings, &Settings::changed, this, &MainWindow::applyPreferences);
}

void MainWindow::connectDrops() {
    auto* drops = new DropTarget(m_shell, this);
    connect(drops, &DropTarget::runDropped, this, &MainWindow::openRun);
    connect(drops, &DropTarget::picturesDropped, this, &MainWindow::choosePictures);
    connect(drops, &DropTarget::weightsDropped, this, [this](const QString& file) {
        showPage(QStringLiteral("go.explore"));
        m_explore->models().openFile(file);
    });
    connect(drops, &DropTarget::photosDropped, this, [this](const QStringList& files) {
        if (m_pageId == QLatin1String("go.explore") && m_explore->hasModel() && files.size() == 1)
            return m_explore->bring(files.front());
        showPage(QStringLiteral("go.stylize"));
        m_stylize->bring(files);
    });
    connect(drops, &DropTarget::textDropped, this, [this](const QString& file) {
        showPage(QStringLiteral("go.write"));
        m_write->bring(file);
    });
    connect(drops, &DropTarget::recipeDropped, this, &MainWindow::openRecipe);
}

/// A picture that Limner made leads back to what made it.
void MainWindow::openRecipe(const Recipe& recipe) {
    if (recipe.schema > kRecipeSchema) {
        m_notices.warn(tr("This picture comes from a newer version of Limner. Update Limner to open it."));
    } else if (StylizePage::made(recipe)) {
        showPage(QStringLiteral("go.stylize"));
        m_stylize->takeRecipe(recipe);
    } else if (WritePage::made(recipe)) {
        showPage(QStringLiteral("go.write"));
        m_write->takeRecipe(recipe);
    } else if (recipe.kind != "train") {
        showPage(QStringLiteral("go.explore"));
        m_explore->models().openRecipe(recipe);
    } else {
        ParamValues values = recipe.values;
        for (const char* id : {"resume", "out"}) values.erase(id);
        showPage(QStringLiteral("go.train"));
        m_train->showNewRun(values);
        m_notices.tell(tr("These are the settings that made the picture."));
    }
}

/// On the page that the job belongs to.
void MainWindow::showJob(JobId job) {
    const auto info = m_bridge.job(job);
    if (!info) return;
    showPage(pageOfJob(*info, m_bridge.latest(job).get()));
    if (info->kind == "train") m_train->showJob(job);
}

void MainWindow::openCore() {
    const StudioOptions options{.projectFolder = toUtf8(m_settings.text("project_folder")),
                                .device = toUtf8(m_settings.text("device")),
                                .threads = m_settings.integer("threads")};
    if (m_opener && !m_bridge.isOpen()) m_bridge.open(m_opener, options);
}

void MainWindow::coreOpened() {
    m_notices.setFacts(m_bridge.studio()->facts());
    m_reader.setStudio(m_bridge.studio());
    m_reader.list();
    const QString openRunFolder = m_settings.text("open_run");
    if (m_pageId == QLatin1String("go.train") && m_train->showsNewRun() && !openRunFolder.isEmpty() &&
        QFileInfo(openRunFolder).isDir())
        m_train->openRun(openRunFolder);
    offerResume();
    updateCommands();
}

void MainWindow::offerResume() {
    const QString folder = m_settings.text("resume_run");
    m_settings.setText("resume_run", {});
    if (folder.isEmpty() || !QFileInfo(folder).isDir()) return;
    RunInfo run;
    run.folder = toUtf8(folder);
    m_notices.offer(tr("“%1” was saved when Limner closed.").arg(runName(run)), tr("Resume"),
                    [this, folder] { m_actions->resume(folder); });
}

void MainWindow::takeEvent(const Event& event) {
    const auto job = m_bridge.job(event.job);
    const QString title = job ? fromUtf8(job->title) : QString();
    switch (event.kind) {
        case EventKind::Warning:
            m_notices.warn(coreText(event.message));
            break;
        case EventKind::Failed: {
            const bool isPaused = job && job->state == JobState::Paused;
            m_notices.showError(
                isPaused ? tr("“%1” is paused").arg(title) : tr("“%1” stopped").arg(title), event.error,
                job && !job->folder.empty() ? QStringLiteral("run  ") + fromUtf8(job->folder) : QString());
            break;
        }
        case EventKind::Saved:
            // The ones that come by themselves, every few hundred steps, are no news.
            if (!std::exchange(m_wasSaveAsked, false)) break;
            m_notices.tell(job && job->kind != "train"
                               ? tr("Saved as %1").arg(QFileInfo(fromUtf8(event.folder)).fileName())
                               : tr("Checkpoint saved at step %1.").arg(QLocale().toString(event.step)));
            break;
        case EventKind::StateChanged:
            if (isOver(event.state)) m_reader.list();
            break;
        default:
            break;
    }
}

void MainWindow::trainFirst() {
    const Choice* pictures = m_welcome->firstData();
    if (!pictures) return;
    // The recipe of the picture on the welcome page (tools/welcome_picture): garments within minutes, not the
    // best.
    if (m_train->startWith({{"data", pictures->id},
                            {"model", std::string("dcgan")},
                            {"ema", 0.98},
                            {"preview_every", int64_t{20}},
                            {"epochs", int64_t{2}}}))
        showPage(QStringLiteral("go.train"));
}

/// A new run whose data is a text: the first that the core knows.
void MainWindow::trainOnText() {
    showPage(QStringLiteral("go.train"));
    for (const Choice& text : choicesOf(m_bridge.trainTable(), "data"))
        if (text.domain == "text" && text.unavailable.isEmpty())
            return m_train->showNewRunOn({{"data", text.id}});
    m_train->showNewRun();
}

void MainWindow::pickText() {
    auto* dialog = new QFileDialog(this, tr("Text file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        showPage(QStringLiteral("go.train"));
        m_train->showNewRunOn({{"data", std::string("text")}, {"text_path", toUtf8(file)}});
    });
    dialog->open();
}

void MainWindow::choosePictures(const QString& folder) {
    showPage(QStringLiteral("go.train"));
    m_train->showNewRun(ParamValues{{"data", std::string("folder")}, {"data_folder", toUtf8(folder)}});
}

void MainWindow::pickPictures() {
    auto* dialog = new QFileDialog(this, tr("Folder of pictures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::choosePictures);
    dialog->open();
}

void MainWindow::pickRun() {
    auto* dialog = new QFileDialog(this, tr("Run folder"), m_settings.text("project_folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openRun);
    dialog->open();
}

void MainWindow::openRun(const QString& folder) {
    if (!m_bridge.isOpen()) {
        m_settings.setText("open_run", folder);  // opened as soon as the core is there
        showPage(QStringLiteral("go.train"));
        return;
    }
    showPage(QStringLiteral("go.train"));
    m_train->openRun(folder);
}

void MainWindow::renameRun() {
    const QString folder = fromUtf8(m_train->session().folder());
    auto* card = new RenameCard(this, m_train->session().title());
    connect(card, &RenameCard::accepted, this,
            [this, folder](const QString& name) { m_actions->rename(folder, name); });
}

void MainWindow::applyPreferences(const std::string& id) {
    if (id == "theme" || id == "reduced_motion") applyLook(*qApp, m_settings);
}

void MainWindow::restoreSession() {
    if (const QByteArray geometry = m_settings.bytes("geometry"); !geometry.isEmpty())
        restoreGeometry(geometry);
    // It may have been left on a larger screen, or at another scale.
    if (!isMaximized() && !isFullScreen()) resize(size().boundedTo(screen()->availableSize()));
    m_bench->setInspectorWidth(m_settings.integer("inspector_width"));
    connect(m_bench, &Workbench::inspectorWidthChanged, this,
            [this](int width) { m_settings.set("inspector_width", int64_t{width}); });
    updateCompaction();
    const QString page = QStringLiteral("go.") + m_settings.text("page");
    showPage(m_pages.contains(page) ? page : QStringLiteral("go.welcome"));
}

void MainWindow::saveSession() {
    m_settings.setBytes("geometry", saveGeometry());
    m_settings.setText("page", m_pageId.mid(3));
    m_settings.setText("open_run",
                       m_train->showsNewRun() ? QString() : fromUtf8(m_train->session().folder()));
}

}  // namespace limner::app
