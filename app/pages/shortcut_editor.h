// Every command with its keys: choose one, press new keys; keys that belong to another command are said.
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLineEdit;
class QTreeWidget;

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class Commands;

class ShortcutEditor : public QWidget {
    Q_OBJECT

public:
    explicit ShortcutEditor(Commands& commands, QWidget* parent = nullptr);
    /// Chooses a command and listens for its new keys.
    void choose(const QAction* action);

private:
    void setupList();
    void setupFoot();
    void fill();
    void filter(const QString& text);
    void showCurrent();
    void keysTyped();
    void apply();
    QAction* current() const;

    Commands& m_commands;
    QLineEdit* m_filter = nullptr;
    QTreeWidget* m_list = nullptr;
    QKeySequenceEdit* m_keys = nullptr;
    widgets::Button* m_set = nullptr;
    widgets::Button* m_clear = nullptr;
    widgets::Button* m_reset = nullptr;
    widgets::Label* m_note = nullptr;
};

}  // namespace limner::app
