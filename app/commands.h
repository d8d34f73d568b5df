// Every action of the window in one table: name, standard shortcut, icon, where it belongs.
#pragma once

#include <QAction>
#include <QObject>
#include <map>
#include <vector>

namespace limner::app {

class Settings;

struct CommandRow {
    const char* id;
    const char* text;      ///< English source; context "commands"
    const char* category;  ///< English source: "Go", "Run", …
    const char* shortcut;  ///< portable text; empty for none
    const char* icon;      ///< name of an icon of the theme; empty for none
};

const std::vector<CommandRow>& commandTable();

/// Makes one QAction per row, with the person's shortcuts. The window adds them to itself and connects them.
class Commands : public QObject {
    Q_OBJECT

public:
    explicit Commands(Settings& settings, QObject* parent = nullptr);

    /// @pre the id is in the table
    QAction* action(const QString& id) const;
    const std::vector<QAction*>& actions() const { return m_inOrder; }
    QString category(const QAction* action) const;

    /// Does `run` whenever the command is chosen and enabled.
    template <typename Receiver, typename Function>
    void on(const QString& id, Receiver* receiver, Function run) {
        connect(action(id), &QAction::triggered, receiver, run);
    }

    /// The command, other than `except`, that has these keys already; null if none.
    QAction* conflict(const QKeySequence& keys, const QAction* except) const;
    /// Keeps it in the settings. An empty sequence takes the shortcut away.
    void setShortcut(QAction* action, const QKeySequence& keys);
    void resetShortcut(QAction* action);
    static QKeySequence standardShortcut(const QAction* action);

Q_SIGNALS:
    void shortcutsChanged();

private:
    Settings& m_settings;
    std::map<QString, QAction*> m_byId;
    std::vector<QAction*> m_inOrder;
};

}  // namespace limner::app
