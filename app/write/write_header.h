// The head of Write: which text, which model, how it is looked at, undo.
#pragma once

#include <functional>

#include "app/surface.h"

class QHBoxLayout;
class QMenu;

namespace limner::widgets {
class Button;
class Label;
class Segment;
}  // namespace limner::widgets

namespace limner::app {

class Commands;

class WriteHeader : public Surface {
    Q_OBJECT

public:
    explicit WriteHeader(Commands& commands, QWidget* parent = nullptr);

    /// @param state  "saved", "not saved"
    void setDocument(const QString& name, const QString& state);
    void setModel(const QString& title, const QString& summary);
    /// "editor", "compare" or "chat". Does not emit.
    void setView(const QString& id);
    void setSurprise(bool isShown);
    void setCompact(bool isCompact);
    /// Narrower still: no words beside icons.
    void setNarrow(bool isNarrow);
    /// The inspector is a drawer: what starts and stops writing stands here.
    void setDrawer(bool isDrawer);
    void setWriting(bool isWriting);
    using Fill = std::function<void(QMenu&)>;
    /// Fill the menus each time before they open.
    void setMenuFillers(Fill document, Fill models);

Q_SIGNALS:
    void viewChosen(const QString& id);

private:
    widgets::Button* makeMenuButton(const char* name, const QString& text, const QString& role, Fill& fill);
    void setupTitle(QHBoxLayout* row);
    void setupActions(QHBoxLayout* row);
    void setViews();
    void showTitles();
    void showButtons();

    Commands& m_commands;
    Fill m_fillDocument, m_fillModels;
    QString m_name, m_modelTitle;
    widgets::Button* m_title = nullptr;
    widgets::Label* m_state = nullptr;
    widgets::Button* m_model = nullptr;
    widgets::Segment* m_views = nullptr;
    widgets::Button* m_surprise = nullptr;
    widgets::Button* m_branches = nullptr;
    widgets::Button* m_inspector = nullptr;
    widgets::Button* m_go = nullptr;
    widgets::Button* m_stop = nullptr;
    bool m_isCompact = false, m_isNarrow = false, m_isDrawer = false, m_isWriting = false;
};

}  // namespace limner::app
