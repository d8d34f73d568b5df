// The card about one run beside the library: its newest samples, the facts, and what can be done with it.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "core/types/image.h"
#include "core/types/run_store.h"

class QGridLayout;

namespace limner::widgets {
class Button;
class Label;
class SampleGrid;
}  // namespace limner::widgets

namespace limner::app {

class RunCard : public QWidget {
    Q_OBJECT

public:
    explicit RunCard(QWidget* parent = nullptr);

    /// @param detail  "DCGAN 28, seed 7"
    void setRun(const RunInfo& run, const QString& detail, bool isTraining);
    /// Nothing is chosen; says why in `sentence`.
    void clear(const QString& sentence);
    /// Step and training time of a run that trains now.
    void setProgress(int64_t step, double seconds);
    /// Null for none.
    void setSheet(const std::shared_ptr<const SampleSheet>& sheet);
    void setChecks(const std::vector<FileCheck>& checks);

Q_SIGNALS:
    void openClicked();
    void resumeClicked();
    void verifyClicked();
    void revealClicked();
    void renameClicked();
    void deleteClicked();

private:
    QWidget* makeHead();
    QWidget* makeBody();
    QWidget* makeFoot();
    widgets::Button* makeButton(const char* name, const QString& text, const QString& icon,
                                const QString& role, void (RunCard::*clicked)());
    struct Fact {
        widgets::Label* name = nullptr;
        widgets::Label* value = nullptr;
    };
    Fact addFact(const QString& name);
    void showFacts(const RunInfo& run);

    widgets::Label* m_name = nullptr;
    widgets::Label* m_detail = nullptr;
    widgets::SampleGrid* m_samples = nullptr;
    QWidget* m_facts = nullptr;
    QGridLayout* m_factRows = nullptr;
    Fact m_steps;
    Fact m_seconds;
    Fact m_begun;
    Fact m_checkpoints;
    Fact m_best;
    Fact m_folder;
    widgets::Label* m_checks = nullptr;
    std::vector<widgets::Button*> m_buttons;
    std::vector<widgets::Button*> m_whenIdle;  ///< not for a run that trains
};

}  // namespace limner::app
