// Sliders along the directions of a latent space: share, name, slider, number, lock, reset. With a filter it
// lists a thousand raw dimensions as well: only the rows on the screen exist.
#pragma once

#include <QString>
#include <QWidget>
#include <map>
#include <vector>

#include "core/types/param.h"

class QLineEdit;
class QScrollArea;

namespace limner::widgets {

class DirectionItem;
class Label;

struct DirectionRow {
    QString name;
    double share = -1;  ///< of the variance, 0 to 1; negative: not known, not shown
    double value = 0;
    bool isLocked = false;
    friend bool operator==(const DirectionRow&, const DirectionRow&) = default;
};

/// A double click on a name, or F2 in its row, renames; a double click on a slider resets. Up and Down in a
/// slider or a field change the value, Page Up and Page Down ten steps; Ctrl+F goes to the filter.
class DirectionList : public QWidget {
    Q_OBJECT

public:
    explicit DirectionList(QWidget* parent = nullptr);

    /// Keeps filter and scroll position.
    void setRows(std::vector<DirectionRow> rows);
    const std::vector<DirectionRow>& rows() const { return m_rows; }
    /// The ends of every slider; typed values have the same limits. Standard: −4 to 4, in steps of 0.01.
    void setRange(double low, double high);

    /// Shows without emitting. Indices outside are ignored, here and below.
    void setValue(int index, double value);
    /// As many as there are rows.
    void setValues(const std::vector<double>& values);
    void setLocked(int index, bool isLocked);
    /// A line of text above the rows; those whose name contains it stay. Standard: hidden.
    void setFilterShown(bool isShown);
    void setFilter(const QString& text);
    /// Rows that the filter leaves.
    int shownCount() const { return static_cast<int>(m_shown.size()); }
    /// Names can be changed. Standard: yes.
    void setRenamable(bool isRenamable);
    /// The height wanted is that of all rows up to this many; more scroll. Standard: 12.
    void setRowsWanted(int rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Opens the name of a row for editing; scrolls to it.
    void startRename(int index);

Q_SIGNALS:
    /// final is false while dragging. A reset is a value of 0, final.
    void valueChanged(int index, double value, bool final);
    /// A locked value is one that dice, map and reset are to leave alone; by hand it still moves.
    void lockChanged(int index, bool isLocked);
    /// The row shows the new name already.
    void renamed(int index, const QString& name);
    /// Right click on a row, or the menu key in it. @param place  global
    void menuRequested(int index, const QPoint& place);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void setupFilter();
    void setupArea();
    void applyFilter();
    /// After names, share or sizes changed.
    void measure();
    /// Makes rows for what can be seen, takes away the others.
    void showVisible();
    DirectionItem* itemAt(int index);
    void updateItem(int index);
    void orderFocus();
    bool isKnown(int index) const;
    int placeOf(int index) const;
    void scrollTo(int index);

    std::vector<DirectionRow> m_rows;
    std::vector<int> m_shown;               ///< indices of rows that the filter leaves
    std::map<int, DirectionItem*> m_items;  ///< by index of row
    ParamSpec m_spec;
    int m_rowsWanted = 12;
    bool m_isRenamable = true;
    bool m_hasShares = false;
    int m_nameWidth = 0;
    QLineEdit* m_filter = nullptr;
    Label* m_none = nullptr;
    QScrollArea* m_area = nullptr;
    QWidget* m_page = nullptr;  ///< as high as all rows
};

}  // namespace limner::widgets
