// The Write workspace: an editor in which a model writes with the person, two columns to compare, and a chat.
#pragma once

#include "app/page.h"
#include "core/types/recipe.h"

class QStackedWidget;

namespace limner::widgets {
class EmptyState;
}

namespace limner::app {

class BranchPanel;
class ChatPanel;
class ComparePanel;
class Documents;
class EditorPanel;
class MeasureBar;
class WriteHeader;
class WriteInspector;
class WriteModels;
class WriteSession;

class WritePage : public Page {
    Q_OBJECT

public:
    explicit WritePage(const Shell& shell, QWidget* parent = nullptr);
    ~WritePage() override;

    QWidget* inspector() override;
    void setCompaction(const Compaction& compaction) override;
    void entered() override;
    QList<QWidget*> areas() override;

    WriteSession& session() { return *m_session; }
    WriteModels& models() { return *m_models; }
    Documents& documents() { return *m_documents; }
    EditorPanel& editorPanel() { return *m_editorPanel; }
    ComparePanel& comparePanel() { return *m_compare; }
    ChatPanel& chatPanel() { return *m_chat; }
    MeasureBar& measures() { return *m_measures; }
    bool canWrite() const;
    bool isWriting() const;
    bool canRegenerate() const;
    bool hasBranches() const;
    /// Whether words are shown that can be coloured.
    bool showsWords() const;

    /// Whether this page made what a recipe describes.
    static bool made(const Recipe& recipe) { return recipe.kind == "write"; }
    /// Prompt, model and settings of a text that was made here. @pre made(recipe)
    void takeRecipe(const Recipe& recipe);
    /// A text that was dropped on the window.
    void bring(const QString& file);
    /// Goes on with the model of a run, or of a file with weights.
    void openModel(const QString& run);
    void findParameter();
    /// "editor", "compare" or "chat".
    void showView(const QString& id);

    // What the commands do.
    void writeOn();
    void regenerate();
    void stop();
    void showAlternatives();
    void keepBranch();
    void toggleSurprise();
    void toggleBranches();
    void nextView();
    void find();
    void copyAll();

Q_SIGNALS:
    /// Commands follow it.
    void stateChanged();
    void trainRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeEditorView();
    void setupHeader();
    void setupInspector();
    void tie();
    void tieSession();
    void showForm();
    void showHeader();
    void showEmptiness();
    void chooseFirstModel();
    void say(Result<void> done);
    void placeDrawer();

    Shell m_shell;
    WriteSession* m_session = nullptr;
    WriteModels* m_models = nullptr;
    Documents* m_documents = nullptr;
    WriteHeader* m_header = nullptr;
    QStackedWidget* m_views = nullptr;
    QStackedWidget* m_middle = nullptr;
    QWidget* m_body = nullptr;
    BranchPanel* m_branches = nullptr;
    EditorPanel* m_editorPanel = nullptr;
    ComparePanel* m_compare = nullptr;
    ChatPanel* m_chat = nullptr;
    MeasureBar* m_measures = nullptr;
    widgets::EmptyState* m_empty = nullptr;
    WriteInspector* m_panel = nullptr;
    bool m_isBranchesDrawer = false;
    bool m_wasEntered = false;
};

}  // namespace limner::app
