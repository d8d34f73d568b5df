// The form of any parameter table: groups, rows, marks, reset dots. It knows the table and nothing else.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/types/param.h"

class QVBoxLayout;

namespace limner::widgets {

class ParamGroup;
class ParamRow;

class ParamForm : public QWidget {
    Q_OBJECT

public:
    explicit ParamForm(QWidget* parent = nullptr);
    ~ParamForm() override;

    /// Draws the table; `given` is what differs from its standards. Values of rows that no choice brings now
    /// are kept, and come back with the choice that brings them.
    void setTable(const ParamTable& table, const ParamValues& given);
    const ParamTable& table() const;

    /// While running, rows that may change show the pulse mark and the others are locked as plain text;
    /// groups with a row that may change come first.
    void setRunning(bool running);
    bool isRunning() const { return m_running; }

    /// Shows a value without emitting. An id that no active row has is kept for later.
    void setValue(const QString& id, const ParamValue& value);
    ParamValue value(const QString& id) const;
    /// The row of a number shows a dash until it is given a value: what is shown elsewhere has none.
    void setNone(const QString& id);
    /// Only what differs from standard, of the rows in force.
    ParamValues given() const;
    /// Every row in force.
    ParamValues complete() const;
    int changedCount() const;

    /// Shows only rows whose name, id or help holds the text; empty shows all.
    void setFilter(const QString& text);
    /// The slider folds into its field as a 2-pixel bar.
    void setCompact(bool compact);
    /// Gives every row its standard again; emits valueChanged for each that differed.
    void resetAll();
    /// Opens the row's group, scrolls to it and gives it the keyboard. False if there is no such row.
    bool showRow(const QString& id);
    /// Marks a row as wrong from outside, with one sentence below it; an empty sentence clears it.
    void setRowError(const QString& id, const QString& sentence);
    /// Where the picker of run folders begins.
    void setRunsFolder(const QString& folder);

    /// Names (English, as in the table) of the groups that are folded.
    QStringList foldedGroups() const;
    void setFoldedGroups(const QStringList& names);

Q_SIGNALS:
    /// final is false while dragging.
    void valueChanged(const QString& id, const limner::ParamValue& value, bool final);
    void changedCountChanged(int count);
    void foldedGroupsChanged(const QStringList& names);
    void helpRequested(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct State;

    void rebuild();
    void arrange(const std::vector<std::string>& order,
                 const std::map<std::string, std::vector<ParamRow*>>& members);
    void refreshRows();
    void applyFilter();
    void take(const QString& id, const ParamValue& value, bool final);
    void keep(const std::string& id, const ParamValue& value);
    QString noteOf(const ParamGroup& group) const;
    ParamRow* row(const QString& id) const;
    ParamRow* makeRow(const ParamSpec& spec);
    ParamGroup* groupOf(const std::string& name);

    std::unique_ptr<State> m_state;
    QVBoxLayout* m_layout = nullptr;
    bool m_running = false;
    bool m_compact = false;
};

}  // namespace limner::widgets
