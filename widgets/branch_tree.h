// The continuations of a text as a tree that is read from top to bottom: where each leaves the one above it.
#pragma once

#include <QAbstractScrollArea>
#include <vector>

namespace limner::widgets {

struct BranchItem {
    qint64 id = 0;
    qint64 parent = -1;   ///< an id that comes before this one; −1 for a beginning
    QString title = {};   ///< its first words
    QString detail = {};  ///< "perplexity 14.2"
    bool isKept = false;  ///< bookmarked
};

/// Click or Enter go there. Up and Down move through the lines, Left to the parent, Right to the first child;
/// B keeps, Delete removes.
class BranchTree : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit BranchTree(QWidget* parent = nullptr);

    void setItems(std::vector<BranchItem> items);
    /// Where the text stands: it and all that it came from are drawn strong. Does not emit.
    void setCurrent(qint64 id);
    qint64 current() const { return m_current; }
    int count() const { return static_cast<int>(m_lines.size()); }
    /// Of one item, in the viewport's coordinates; empty for an unknown id.
    QRect itemRect(qint64 id) const;
    /// The point of one item; further right where a parent has several children.
    QPoint itemPoint(qint64 id) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(qint64 id);
    void keepToggled(qint64 id);
    void removeRequested(qint64 id);
    void menuRequested(qint64 id, const QPoint& globalPlace);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Line {
        BranchItem item;
        int parent = -1;  ///< line of the parent
        int depth = 0;
        bool isOnPath = false;  ///< leads to the current one
    };

    void layOut(std::vector<BranchItem> items);
    void markPath();
    void updateScrollBar();
    int lineOf(qint64 id) const;
    int lineAt(const QPoint& place) const;
    QRect lineRect(int line) const;
    QPointF pointOf(int line) const;
    double indent() const;
    void moveTo(int line);
    void reveal(int line);
    void paintLinks(QPainter& painter) const;
    void paintLine(QPainter& painter, int line) const;

    std::vector<Line> m_lines;
    qint64 m_current = -1;
    int m_cursor = -1;  ///< line that the keyboard is on
    int m_hovered = -1;
};

}  // namespace limner::widgets
