// The library: every run of the project, and the networks of others, with a card about the chosen one.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/page.h"
#include "core/types/run_store.h"

class QStackedWidget;

namespace limner::widgets {
class EmptyState;
class Label;
class RunList;
class Segment;
}  // namespace limner::widgets

namespace limner::app {

class NetworkShelf;
class RunActions;
class RunCard;

class LibraryPage : public Page {
    Q_OBJECT

public:
    LibraryPage(const Shell& shell, RunActions& actions, QWidget* parent = nullptr);
    QWidget* inspector() override;
    void entered() override;
    const std::vector<RunInfo>& runs() const { return m_runs; }
    widgets::RunList* list() const { return m_list; }
    NetworkShelf& networks() const { return *m_shelf; }
    void showNetworks();

Q_SIGNALS:
    void openRequested(const QString& folder);
    void newRunRequested();
    void runsChanged();

private:
    QWidget* makeHead();
    void setupList();
    void setupCard();
    void setupNetworks();
    void showPart(const QString& id);
    void showCount();
    void takeRuns(const std::vector<RunInfo>& runs);
    void takeSheet(const std::string& folder, const std::shared_ptr<const SampleSheet>& sheet);
    void showRunning();
    void showCard();
    void showLabels();
    RunInfo* find(const std::string& folder);
    const RunInfo* current();

    Shell m_shell;
    RunActions& m_actions;
    std::vector<RunInfo> m_runs;
    widgets::Label* m_count = nullptr;
    widgets::RunList* m_list = nullptr;
    RunCard* m_card = nullptr;
    NetworkShelf* m_shelf = nullptr;
    widgets::Segment* m_part = nullptr;  ///< runs or networks
    widgets::EmptyState* m_empty = nullptr;
    QStackedWidget* m_runsView = nullptr;  ///< the list, or why it is empty
    QStackedWidget* m_lists = nullptr;
    QStackedWidget* m_cards = nullptr;
    QWidget* m_newRun = nullptr;
    std::map<std::string, std::shared_ptr<const SampleSheet>> m_sheets;  ///< the newest known of each run
};

}  // namespace limner::app
