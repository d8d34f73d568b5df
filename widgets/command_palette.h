// Every command by name: type a few letters, Enter runs it. Lies in the window, is not modal, jobs run on.
#pragma once

#include <QAction>
#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace limner::widgets {

class CommandModel;
class Scrim;

/// An action may carry, beside text, icon and shortcut, the dynamic property "where" (its place: "Train"),
/// "value" (a number shown at the right) and "keywords" (further words to find it by).
class CommandPalette : public QWidget {
    Q_OBJECT

public:
    explicit CommandPalette(QWidget* window);

    /// Shows the palette over the window with these commands, the query empty and typed into.
    /// Disabled and invisible actions and separators are left out. Open already: only the list is replaced.
    void open(const QList<QAction*>& actions);
    void close();
    bool isOpen() const;

    QLineEdit* queryField() const { return m_query; }
    /// What the list shows now, best match first.
    QStringList shownTexts() const;

Q_SIGNALS:
    void closed();
    /// Ctrl+K on a row: the person wants another shortcut for this action.
    void shortcutChangeRequested(QAction* action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupField();
    void setupList();
    void setupFoot();
    void search(const QString& query);
    void runCurrent();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void applyLook();

    Scrim* m_scrim = nullptr;
    CommandModel* m_model = nullptr;
    QLineEdit* m_query = nullptr;
    QLabel* m_count = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_footLeft = nullptr;
    QLabel* m_footRight = nullptr;
};

}  // namespace limner::widgets
