// The row of names over a plot: each one a switch that shows or hides its line.
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

namespace limner::widgets {

struct LegendEntry {
    QString id;
    QString label;
    int colour = 1;  ///< 1 … 6
    bool isShown = true;
};

/// Left and Right move, Space and Enter toggle, a click toggles, Ctrl+click shows that one alone. What does
/// not fit goes into a menu at the end.
class ScalarLegend : public QWidget {
    Q_OBJECT

public:
    explicit ScalarLegend(QWidget* parent = nullptr);
    void setEntries(std::vector<LegendEntry> entries);
    const std::vector<LegendEntry>& entries() const { return m_entries; }
    void setShown(const QString& id, bool isShown);
    /// In widget coordinates; empty while the entry is in the menu.
    QRect entryRect(int index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void toggled(const QString& id, bool isShown);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void toggle(int index);
    void showAlone(int index);
    void openMenu();
    int indexAt(QPoint place) const;
    void paintEntry(class QPainter& painter, int index) const;

    std::vector<LegendEntry> m_entries;
    std::vector<QRect> m_rects;  ///< one per entry; null rects are in the menu
    QRect m_more;                ///< null while everything fits
    int m_current = 0;
    int m_hovered = -1;
};

}  // namespace limner::widgets
