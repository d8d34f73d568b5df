// The canvas of Train: every sample of a sheet as a tile, crisp, with one of them chosen.
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

#include "core/types/image.h"

namespace limner::widgets {

/// Arrows, Home and End move the chosen tile, Esc clears it, Enter chooses the first. Without a sheet an
/// optional sentence stands in the middle.
class SampleGrid : public QWidget {
    Q_OBJECT

public:
    explicit SampleGrid(QWidget* parent = nullptr);

    /// Repaints only if this is another sheet. The chosen tile stays while it exists. Null empties the grid.
    void setSheet(std::shared_ptr<const SampleSheet> sheet);
    const std::shared_ptr<const SampleSheet>& sheet() const { return m_sheet; }

    /// Shown instead of a sheet.
    void setEmptyText(const QString& text);
    const QString& emptyText() const { return m_emptyText; }
    /// Where the sheet lies when there is more room than it needs. Standard: left and top.
    void setAlignment(Qt::Alignment alignment);

    /// Lays the tiles over as many columns as make them largest in this room. Standard: the sheet's own
    /// columns.
    void setFlowing(bool isFlowing);
    /// The columns in which a grid of this size would flow, and its scale then.
    struct Flow {
        int columns = 0;
        double scale = 0;
    };
    Flow flowIn(QSize room) const;

    /// -1 for none.
    int selectedTile() const { return m_selected; }
    /// Emits tileSelected, or tileCleared for -1, if this changes anything.
    void selectTile(int index);

    /// In widget coordinates; empty for an index outside the sheet.
    QRectF tileRect(int index) const;
    /// What the tiles cover, with the room for their frames.
    QRect usedRect();
    /// -1 where there is none, the gaps included.
    int tileAt(QPointF place) const;
    /// Device pixels for one pixel of a tile; 0 without a sheet.
    double scale() const { return m_scale; }
    /// The width that the sheet takes at this height: what a splitter should give it.
    int widthForHeight(int height) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void tileSelected(int index);
    void tileCleared();
    /// -1 when the pointer leaves the tiles.
    void tileHovered(int index);
    void tileActivated(int index);  ///< double click or Enter
    /// Right click on a tile, or the menu key with a chosen one. @param place  global
    void menuRequested(int index, const QPoint& place);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void layOut();
    double fittingScale(QSize room, int columns) const;
    QSize roomIn(QSize size) const;
    const QImage& rendered();
    void setHovered(int index);
    QRect deviceTile(int index) const;

    std::shared_ptr<const SampleSheet> m_sheet;
    QString m_emptyText;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignTop;
    QImage m_rendered;  ///< the whole sheet at device pixels; null until painted
    QPoint m_origin;    ///< of the first tile, in device pixels
    int m_columns = 0;  ///< as shown
    QSize m_tile;       ///< in device pixels, without the gap
    double m_scale = 0;
    QSize m_laidOut;  ///< the size that the layout is for
    bool m_isFlowing = false;
    int m_gap = 1;  ///< in device pixels
    int m_selected = -1;
    int m_hovered = -1;
};

}  // namespace limner::widgets
