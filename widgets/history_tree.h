// Where a person has been: every place a small picture, one line for each branch, nothing forgotten.
#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
#include <QSet>
#include <vector>

namespace limner::widgets {

struct HistoryNode {
    qint64 id = 0;
    qint64 parent = -1;  ///< an id that comes before this one; -1 for a root
    QImage thumbnail = {};
    QString text = {};  ///< tool tip: what was changed there
    int rating = 0;     ///< 0 to 5
    bool isStarred = false;
};

/// The first child of a node goes on in its line, the others begin lines below. Click or arrows go to a
/// place: Left to the parent, Right to the child last visited, Up and Down to the nearest branch, Home and
/// End to the ends of the line; 0 to 5 rate; S stars. A place can be dragged out as "history:ID" (see
/// place_mime.h).
class HistoryTree : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit HistoryTree(QWidget* parent = nullptr);

    /// Nodes whose parent is not among those before them are roots.
    void setNodes(std::vector<HistoryNode> nodes);
    void addNode(HistoryNode node);
    /// Unknown ids are ignored, here and below.
    void setThumbnail(qint64 id, const QImage& picture);
    void setRating(qint64 id, int rating);
    void setStarred(qint64 id, bool isStarred);
    /// Outlines it and scrolls to it. Does not emit. -1 for none.
    void setCurrent(qint64 id);
    qint64 current() const { return m_current; }

    int nodeCount() const { return static_cast<int>(m_nodes.size()); }
    /// "13 places, 2 branches": the first line counts.
    int lineCount() const { return static_cast<int>(m_lines.size()); }
    /// The picture of a node in the viewport's coordinates; empty for an unknown one.
    QRect nodeRect(qint64 id) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person went to this node; it is current already.
    void activated(qint64 id);
    /// What was asked for; the tree goes on showing the old until it is set.
    void rated(qint64 id, int rating);
    void starChanged(qint64 id, bool isStarred);
    /// A node without a picture came into view; asked once.
    void thumbnailWanted(qint64 id);
    void menuRequested(qint64 id, const QPoint& globalPlace);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Place {
        int line = 0;
        int column = 0;
        std::vector<int> children = {};  ///< indices of nodes
        int parent = -1;                 ///< index of a node
    };
    struct Line {
        int firstColumn = 0;
        std::vector<int> nodes = {};  ///< one for each column from there
    };

    void layOut();
    void layLine(int start, std::vector<int>& starts);
    void updateScrollBars();
    int indexOf(qint64 id) const { return m_indices.value(id, -1); }
    QRect rectOf(int node) const;
    int nodeAt(QPoint place) const;
    void goTo(int node);
    int besides(int node, int way) const;
    int neighbour(int node, int key) const;
    void startDrag(int node);
    QRect visibleCells() const;
    void paintLinks(QPainter& painter, const QRect& cells) const;
    void paintNode(QPainter& painter, int node);

    std::vector<HistoryNode> m_nodes;
    std::vector<Place> m_places;  ///< of each node
    std::vector<Line> m_lines;
    QHash<qint64, int> m_indices;
    QHash<int, int> m_lastChild;  ///< where Right goes from a node
    QSet<qint64> m_asked;
    qint64 m_current = -1;
    int m_hovered = -1, m_pressed = -1;  ///< indices of nodes
    QPoint m_pressedAt;
};

}  // namespace limner::widgets
