// The one window: rail, pages with their inspector, job bar. Wiring only; each page is a file of its own.
#pragma once

#include <QUndoStack>
#include <QWidget>
#include <memory>

#include "commands.h"
#include "notices.h"
#include "page.h"
#include "run_reader.h"
#include "settings.h"
#include "studio_bridge.h"

namespace limner::widgets {
class CommandPalette;
class JobBar;
class Rail;
}  // namespace limner::widgets

namespace limner::app {

class CloseGuard;
class ExplorePage;
class LibraryPage;
class RunActions;
class SettingsPage;
class StylizePage;
class TrainPage;
class WelcomePage;
class Workbench;
class WritePage;

class MainWindow : public QWidget {
    Q_OBJECT

public:
    /// @param opener  opens the core, after the first paint
    MainWindow(Settings& settings, StudioOpener opener);
    ~MainWindow() override;

    StudioBridge& bridge() { return m_bridge; }
    Commands& commands() { return m_commands; }
    QUndoStack& undoStack() { return m_undo; }
    TrainPage* trainPage() const { return m_train; }
    ExplorePage* explorePage() const { return m_explore; }
    StylizePage* stylizePage() const { return m_stylize; }
    WritePage* writePage() const { return m_write; }
    LibraryPage* libraryPage() const { return m_library; }
    /// By the id of the command that goes there, "go.train".
    void showPage(const QString& id);
    QString currentPage() const { return m_pageId; }
    /// Closes as soon as what runs is saved, without a question: nobody may be there to answer it.
    void saveAndClose();

Q_SIGNALS:
    void firstPainted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// What nobody below wanted: copy and paste mean the page's picture.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupPages();
    void addPage(const QString& id, Page* page);
    void setupLayout();
    void setupRail();
    void setupCommands();
    void connectGo();
    void connectRun();
    void connectExplore();
    void connectStylize();
    void connectWrite();
    void connectView();
    void connectPages();
    void connectDrops();
    void openCore();
    void coreOpened();
    void takeEvent(const Event& event);
    void updateCommands();
    void updateCompaction();
    void playOrPause();
    void onCurrentJob(void (Studio::*act)(JobId));
    void trainFirst();
    void trainOnText();
    void trainOn(const ParamValues& chosen);
    void pickText();
    void choosePictures(const QString& folder);
    void pickPictures();
    void pickRun();
    void openRun(const QString& folder);
    void openRecipe(const Recipe& recipe);
    void showJob(JobId job);
    void renameRun();
    void resetShortcutHint(QAction* action);
    void applyPreferences(const std::string& id);
    void restoreSession();
    void saveSession();
    void offerResume();
    QList<QWidget*> areas() const;

    Settings& m_settings;
    StudioOpener m_opener;
    StudioBridge m_bridge;
    RunReader m_reader;
    Commands m_commands;
    QUndoStack m_undo;
    Notices m_notices;
    Shell m_shell;
    RunActions* m_actions = nullptr;
    CloseGuard* m_guard = nullptr;
    widgets::Rail* m_rail = nullptr;
    Workbench* m_bench = nullptr;
    widgets::JobBar* m_jobBar = nullptr;
    widgets::CommandPalette* m_palette = nullptr;
    WelcomePage* m_welcome = nullptr;
    TrainPage* m_train = nullptr;
    ExplorePage* m_explore = nullptr;
    StylizePage* m_stylize = nullptr;
    WritePage* m_write = nullptr;
    LibraryPage* m_library = nullptr;
    SettingsPage* m_settingsPage = nullptr;
    std::map<QString, Page*> m_pages;
    QString m_pageId;
    Compaction m_compaction;
    bool m_hasPainted = false;
    bool m_mayClose = false;
    bool m_wasSaveAsked = false;
};

}  // namespace limner::app
