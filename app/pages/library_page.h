// The library: every run of the project, with a card about the chosen one.
#pragma once

#include <set>

#include "app/page.h"
#include "core/types/run_store.h"

class QFormLayout;

namespace limner::widgets {
class Button;
class Label;
class RunList;
}  // namespace limner::widgets

namespace limner::app {

class RunActions;

class LibraryPage : public Page {
    Q_OBJECT

public:
    LibraryPage(const Shell& shell, RunActions& actions, QWidget* parent = nullptr);
    QWidget* inspector() override;
    void entered() override;
    const std::vector<RunInfo>& runs() const { return m_runs; }
    widgets::RunList* list() const { return m_list; }

Q_SIGNALS:
    void openRequested(const QString& folder);
    void newRunRequested();
    void runsChanged();

private:
    QWidget* makeHead();
    void setupList();
    void setupCard();
    void takeRuns(const std::vector<RunInfo>& runs);
    void showCard();
    void showChecks(const std::vector<FileCheck>& checks);
    void showLabels();
    const RunInfo* current() const;

    Shell m_shell;
    RunActions& m_actions;
    std::vector<RunInfo> m_runs;
    widgets::Label* m_count = nullptr;
    widgets::RunList* m_list = nullptr;
    QWidget* m_card = nullptr;
    widgets::Label* m_name = nullptr;
    widgets::Label* m_detail = nullptr;
    widgets::Label* m_facts = nullptr;
    widgets::Label* m_checks = nullptr;
    std::vector<widgets::Button*> m_buttons;
};

}  // namespace limner::app
