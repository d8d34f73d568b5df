// The head of the run view: name with its menu, what it is, where in the pipeline it stands, and what can be
// done.
#pragma once

#include "app/surface.h"

class QHBoxLayout;
class QMenu;

namespace limner::widgets {
class Button;
class Chip;
class Label;
class PipelineBar;
}  // namespace limner::widgets

namespace limner::app {

class Commands;

class RunHeader : public Surface {
    Q_OBJECT

public:
    explicit RunHeader(Commands& commands, QWidget* parent = nullptr);

    /// @param detail  "DCGAN 28, seed 7"
    void setRun(const QString& name, const QString& detail);
    enum class Stage { Data, Prepare, Train, Done };
    void setStage(Stage stage);
    /// A word about a run that is not training ("Finished", "Stopped at step 8,214"); empty for none.
    void setState(const QString& text, bool isError);
    /// The buttons for a run that may be resumed, branched from, undone.
    void setActions(bool canResume, bool canBranch, bool hasMenu);
    /// Of a run whose model writes and has weights.
    void setCanWrite(bool canWrite);
    void setCompact(bool isCompact);
    /// Where the inspector is a drawer, its button and that of its foot stand here.
    void setDrawer(bool isDrawer);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void setupTitle(QHBoxLayout* row);
    void setupActions(QHBoxLayout* row);
    void bindButton(widgets::Button* button, const QString& commandId);

    Commands& m_commands;
    widgets::Button* m_title = nullptr;
    QMenu* m_menu = nullptr;
    widgets::Label* m_detail = nullptr;
    widgets::PipelineBar* m_pipeline = nullptr;
    widgets::Chip* m_state = nullptr;
    widgets::Button* m_undo = nullptr;
    widgets::Button* m_resume = nullptr;
    widgets::Button* m_write = nullptr;
    widgets::Button* m_branch = nullptr;
    widgets::Button* m_new = nullptr;
    widgets::Button* m_start = nullptr;
    widgets::Button* m_inspector = nullptr;
    bool m_isNewRun = true;
    bool m_isDrawer = false;
    bool m_isCompact = false;
};

}  // namespace limner::app
