// Sliders along the directions of a latent space: share, name, slider, number, lock, reset. With a filter it
// lists a thousand raw dimensions as well: only the rows on the screen exist.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace limner::widgets {

struct DirectionRow {
    QString name;
    double share = -1;  ///< of the variance, 0 to 1; negative: not known, not shown
    double value = 0;
    bool isLocked = false;
};

/// A double click on a name, or F2 in its row, renames; a double click on a slider resets. Up and Down in a
/// slider's row change the value; Ctrl+F goes to the filter.
class DirectionList : public QWidget {
    Q_OBJECT

public:
    explicit DirectionList(QWidget* parent = nullptr);

    /// Keeps the scroll position.
    void setRows(std::vector<DirectionRow> rows);
    const std::vector<DirectionRow>& rows() const { return m_rows; }
    /// The ends of every slider; typed values have the same limits. Standard: −4 to 4, step 0.01.
    void setRange(double low, double high);

    /// Shows without emitting.
    void setValue(int index, double value);
    void setValues(const std::vector<double>& values);
    void setLocked(int index, bool isLocked);
    /// A line of text above the rows that leaves those whose name contains it. Standard: hidden.
    void setFilterShown(bool isShown);
    void setFilter(const QString& text);
    /// Rows that the filter leaves.
    int shownCount() const;
    /// Names can be changed. Standard: yes.
    void setRenamable(bool isRenamable);
    /// The height wanted is that of all rows up to this many. Standard: 12.
    void setRowsWanted(int rows);

public Q_SLOTS:
    /// Opens the name of a row for editing; scrolls to it.
    void startRename(int index);

Q_SIGNALS:
    /// final is false while dragging. A reset is a value of 0, final.
    void valueChanged(int index, double value, bool final);
    /// A locked value is one that dice, map and reset are to leave alone: the list itself still lets it be
    /// moved by hand.
    void lockChanged(int index, bool isLocked);
    void renamed(int index, const QString& name);

private:
    std::vector<DirectionRow> m_rows;
};

}  // namespace limner::widgets
