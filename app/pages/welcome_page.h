// The first page: one button that starts training, recent runs, and ways to begin with something of one's
// own.
#pragma once

#include "app/page.h"
#include "core/types/run_store.h"

class QBoxLayout;
class QGridLayout;
class QVBoxLayout;

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class Surface;

class WelcomePage : public Page {
    Q_OBJECT

public:
    explicit WelcomePage(const Shell& shell, QWidget* parent = nullptr);

    void setRuns(const std::vector<RunInfo>& runs);
    void entered() override;
    void setCompaction(const Compaction& compaction) override;
    /// The data set that the button trains on: the first that is there; null before the core is open or if
    /// none is.
    const Choice* firstData() const;

Q_SIGNALS:
    void trainFirstRequested();
    void workspaceRequested(const QString& commandId);
    void openRunRequested(const QString& folder);
    void picturesRequested();
    void textRequested();
    void runFolderRequested();
    void modelFileRequested();

private:
    QWidget* makeHero();
    QWidget* makeNote();
    QWidget* makeTiles();
    void arrangeTiles(int columns);
    QWidget* makeRecent();
    QWidget* makeOwn();
    void showReadiness();

    Shell m_shell;
    QVBoxLayout* m_column = nullptr;
    QGridLayout* m_tiles = nullptr;
    std::vector<QWidget*> m_tileButtons;
    QBoxLayout* m_foot = nullptr;
    widgets::Button* m_train = nullptr;
    widgets::Label* m_note = nullptr;
    QWidget* m_picture = nullptr;
    QVBoxLayout* m_recent = nullptr;
};

}  // namespace limner::app
