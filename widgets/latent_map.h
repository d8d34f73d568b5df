// The map of Explore: a plane of small pictures with a point dragged on it, keyframes and the path through
// them.
#pragma once

#include <QPixmap>
#include <QPointF>
#include <QPolygonF>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "core/types/image.h"

class QHelpEvent;

namespace limner::widgets {

/// Places are in the unit square, x to the right, y down: (0, 0) is the middle of the first tile, (1, 1) that
/// of the last. A triangle has its corners at (0.5, 0), (0, 1) and (1, 1).
///
/// A press goes there, a drag moves the point: Shift ten times finer, Alt along one axis only; a double click
/// asks for a reset. Arrows move by a fiftieth, with Shift by a tenth of that; Delete resets; Esc takes a
/// drag back.
class LatentMap : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QPointF point READ point WRITE setPoint USER true)

public:
    enum class Shape { Square, Triangle };
    /// A picture that a corner is anchored to. In order: top left, top right, bottom left, bottom right; of a
    /// triangle: top, bottom left, bottom right.
    struct Corner {
        QString name;
    };
    struct Path {
        QPolygonF line = {};  ///< close to what the time line runs through; closed if its ends meet
        std::vector<QPointF> keys = {};
    };

    explicit LatentMap(QWidget* parent = nullptr);

    /// N × N tiles, row by row: tile (i, j) is the picture at (i, j) / (N − 1). Null leaves an empty plane.
    /// Sheets that are not square are refused (as null).
    void setSheet(std::shared_ptr<const SampleSheet> sheet);
    /// Tiles on one side; 0 without a sheet.
    int side() const { return m_side; }
    /// Stands in the middle while there is no sheet.
    void setEmptyText(const QString& text);
    const QString& emptyText() const { return m_empty; }

    void setShape(Shape shape);
    Shape shape() const { return m_shape; }
    /// As many as the shape has corners, or none: then nothing can be dropped on them.
    void setCorners(std::vector<Corner> corners);
    void setPath(Path path);

    QPointF point() const { return m_point; }
    /// Does not emit. A place outside is moved to the nearest edge.
    void setPoint(QPointF point);
    /// The picture that is shown is not the one under the point: somebody went on from there by other means.
    void setAway(bool isAway);
    bool isAway() const { return m_isAway; }

    /// In widget coordinates.
    QPointF positionOf(QPointF point) const;
    QPointF pointAt(QPointF position) const;
    QRectF tileRect(int column, int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }

Q_SIGNALS:
    /// final is false while dragging; it is true when the hand lets go and on each key.
    void pointMoved(QPointF point, bool final);
    void resetRequested();
    /// A place was dropped on a corner. @param id  see place_mime.h
    void placeDropped(int corner, const QString& id);
    void pictureDropped(int corner, const QString& file);
    /// -1 when the pointer leaves the corners.
    void cornerHovered(int corner);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Grip {
        QPointF start;     ///< the point when the button went down
        QPointF free;      ///< where the hand is, before an axis is kept and the plane's edge
        QPointF position;  ///< of the pointer, last seen
        bool hasMoved = false;
    };

    /// Edge of a tile and gap between two, in device pixels.
    struct Cells {
        int side, edge, gap;
    };
    Cells cells() const;
    const QPixmap& tiles();
    QPointF inside(QPointF point) const;
    void moveTo(QPointF point, bool final);
    void drag(QPointF position, Qt::KeyboardModifiers modifiers);
    void takeBack();
    QPointF cornerPoint(int corner) const;
    QRectF cornerRect(int corner) const;
    /// -1 where there is none.
    int cornerAt(QPointF position) const;
    int nearestCorner(QPointF position) const;
    void setHovered(int corner);
    bool showToolTip(const QHelpEvent& help);
    bool isInShape(int column, int row) const;
    void paintTiles(QPainter& painter);
    void paintEmpty(QPainter& painter) const;
    void paintPath(QPainter& painter) const;
    void paintCorners(QPainter& painter) const;
    void paintPoint(QPainter& painter) const;

    std::shared_ptr<const SampleSheet> m_sheet;
    int m_side = 0;
    QString m_empty;
    Shape m_shape = Shape::Square;
    std::vector<Corner> m_corners;
    Path m_path;
    QPointF m_point{0.5, 0.5};
    bool m_isAway = false;
    QPixmap m_tiles;  ///< all tiles at device pixels, without gaps
    std::optional<Grip> m_grip;
    int m_hovered = -1;
    int m_target = -1;  ///< the corner that would take what is being dragged
};

}  // namespace limner::widgets
