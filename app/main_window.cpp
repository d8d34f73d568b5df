#include "main_window.h"

#include <QCloseEvent>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

#include "close_guard.h"
#include "core_text.h"
#include "drop_target.h"
#include "explore/explore_page.h"
#include "job_bar_wiring.h"
#include "pages/library_page.h"
#include "pages/settings_page.h"
#include "pages/welcome_page.h"
#include "run_actions.h"
#include "stylize/stylize_page.h"
#include "train/train_page.h"
#include "widgets/command_palette.h"
#include "widgets/job_bar.h"
#include "widgets/rail.h"
#include "widgets/theme.h"
#include "workbench.h"
#include "write/write_page.h"

namespace limner::app {

using widgets::px;

MainWindow::MainWindow(Settings& settings, StudioOpener opener)
    : m_settings(settings),
      m_opener(std::move(opener)),
      m_commands(settings),
      m_notices(this),
      m_shell{settings, m_commands, m_bridge, m_reader, m_notices, m_undo} {
    setObjectName(QStringLiteral("window"));
    setWindowTitle(QStringLiteral("Limner"));
    setMinimumSize(QSize(px(640), px(480)).boundedTo(screen()->availableSize()));
    resize(QSize(px(1440), px(900)).boundedTo(screen()->availableSize()));
    m_actions = new RunActions(m_shell, this);
    m_guard = new CloseGuard(m_shell, this);
    setupLayout();
    setupPages();
    setupRail();
    setupCommands();
    connectPages();
    connectDrops();
    restoreSession();
    updateCommands();
}

MainWindow::~MainWindow() {
    hide();  // an editor that is open hands over its text now, while there is somebody to take it
    m_undo.disconnect(this);  // it empties itself while it goes, and would update commands that are gone
    m_bridge.setStudio(nullptr);
}

void MainWindow::setupLayout() {
    m_rail = new widgets::Rail;
    m_rail->setObjectName(QStringLiteral("rail"));
    m_bench = new Workbench;
    m_jobBar = new widgets::JobBar;
    m_jobBar->setObjectName(QStringLiteral("jobBar"));
    auto* upper = new QHBoxLayout;
    upper->setContentsMargins(0, 0, 0, 0);
    upper->setSpacing(0);
    upper->addWidget(m_rail);
    upper->addWidget(m_bench, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(upper, 1);
    column->addWidget(m_jobBar);
    m_palette = new widgets::CommandPalette(this);
    m_palette->setObjectName(QStringLiteral("palette"));
    new JobBarWiring(m_shell, m_jobBar, m_rail);
}

void MainWindow::setupPages() {
    m_welcome = new WelcomePage(m_shell);
    m_train = new TrainPage(m_shell);
    m_explore = new ExplorePage(m_shell);
    m_stylize = new StylizePage(m_shell);
    m_write = new WritePage(m_shell);
    m_library = new LibraryPage(m_shell, *m_actions);
    m_settingsPage = new SettingsPage(m_shell);
    m_settingsPage->setObjectName(QStringLiteral("settings"));
    addPage(QStringLiteral("go.welcome"), m_welcome);
    addPage(QStringLiteral("go.train"), m_train);
    addPage(QStringLiteral("go.explore"), m_explore);
    addPage(QStringLiteral("go.stylize"), m_stylize);
    addPage(QStringLiteral("go.write"), m_write);
    addPage(QStringLiteral("go.library"), m_library);
    addPage(QStringLiteral("go.settings"), m_settingsPage);
}

void MainWindow::addPage(const QString& id, Page* page) {
    m_pages[id] = page;
    m_bench->addPage(page);
}

void MainWindow::setupRail() {
    const auto item = [this](const char* id, const char* icon, const QString& label) {
        const QAction* command = m_commands.action(QString::fromLatin1(id));
        return widgets::Rail::Item{QString::fromLatin1(id), QString::fromLatin1(icon), label,
                                   command->shortcut().toString(QKeySequence::NativeText)};
    };
    m_rail->setItems(
        {item("go.train", "train", tr("Train")), item("go.explore", "explore", tr("Explore")),
         item("go.stylize", "stylize", tr("Stylize")), item("go.write", "write", tr("Write"))},
        {item("go.library", "library", tr("Library")), item("go.settings", "settings", tr("Settings"))});
    connect(m_rail, &widgets::Rail::chosen, this, &MainWindow::showPage);
    connect(m_rail, &widgets::Rail::logoClicked, this, [this] { showPage(QStringLiteral("go.welcome")); });
}

void MainWindow::showPage(const QString& id) {
    const auto found = m_pages.find(id);
    if (found == m_pages.end()) return;
    m_pageId = id;
    m_rail->setCurrent(id);
    m_bench->showPage(found->second);
    m_bench->setCompaction(m_compaction);
    updateCommands();
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (m_hasPainted) return;
    m_hasPainted = true;
    // The window is on the screen once this event is through; only then may loading compete for the disk.
    QTimer::singleShot(0, this, [this] {
        Q_EMIT firstPainted();
        openCore();
    });
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateCompaction();
}

void MainWindow::updateCompaction() {
    const Compaction now = compactionFor(size(), widgets::uiScale());
    if (now == m_compaction) return;
    m_compaction = now;
    m_rail->setCompact(now.isRailNarrow);
    m_jobBar->setCompact(now.isInspectorNarrow);
    m_bench->setCompaction(now);
}

void MainWindow::saveAndClose() {
    m_guard->saveAndClose();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_mayClose && !m_guard->mayClose()) {
        event->ignore();
        return;
    }
    saveSession();
    event->accept();
}

}  // namespace limner::app
