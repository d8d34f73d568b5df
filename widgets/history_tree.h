// Where a person has been: every place a small picture, one line for each branch, nothing forgotten.
#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
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
/// place: Left to the parent, Right to the child last visited, Up and Down to the nearest branch; Home and
/// End to the ends of the line; 0 to 5 rate; S stars. Places can be dragged out (see place_mime.h).
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
    /// Lines that begin at another node: "13 places, 2 branches" counts the first line too.
    int lineCount() const;

Q_SIGNALS:
    /// The person went to this node; it is current already.
    void activated(qint64 id);
    void rated(qint64 id, int rating);
    void starChanged(qint64 id, bool isStarred);
    /// A node without a picture came into view; asked once.
    void thumbnailWanted(qint64 id);
    void menuRequested(qint64 id, const QPoint& globalPlace);

private:
    std::vector<HistoryNode> m_nodes;
    qint64 m_current = -1;
};

}  // namespace limner::widgets
