// A sweep of two parameters: a grid of pictures with a value for each column and each row.
#pragma once

#include <QPixmap>
#include <QStringList>
#include <QWidget>
#include <algorithm>
#include <memory>

#include "core/types/image.h"

namespace limner::widgets {

struct SweepAxis {
    QString title;       ///< "Truncation"
    QStringList values;  ///< as text, in order; too many are thinned out on the screen
};

/// Hovering shows both values, a click or Enter goes there, arrows, Home and End move.
class SweepView : public QWidget {
    Q_OBJECT

public:
    explicit SweepView(QWidget* parent = nullptr);

    /// Column by column to the right, row by row down.
    void setAxes(const SweepAxis& columns, const SweepAxis& rows);
    const SweepAxis& columnsAxis() const { return m_columns; }
    /// Tiles in rows of as many columns as the axis has values; those that are missing yet are left empty, so
    /// a sheet may grow while it is computed. Null for none.
    void setSheet(std::shared_ptr<const SampleSheet> sheet);
    void setEmptyText(const QString& text);
    const QString& emptyText() const { return m_empty; }
    /// -1, -1 for none. Does not emit.
    void setCurrent(int column, int row);
    QPoint current() const { return m_current; }

    /// In widget coordinates.
    QRectF cellRect(int column, int row) const;
    /// (-1, -1) where there is none.
    QPoint cellAt(QPointF place) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cellActivated(int column, int row);
    /// (-1, -1) when the pointer leaves the cells.
    void cellHovered(int column, int row);
    void menuRequested(int column, int row, const QPoint& globalPlace);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// Where everything stands; in logical pixels except for the cell.
    struct Places {
        QRectF columnTitle, rowTitle;
        QPointF corner;  ///< of the first cell
        QSize cell;      ///< in device pixels, without the gap
        int gap = 1;     ///< in device pixels
    };

    int columns() const { return std::max(1, static_cast<int>(m_columns.values.size())); }
    int rows() const { return std::max(1, static_cast<int>(m_rows.values.size())); }
    Places places() const;
    const QPixmap& tiles(const Places& at);
    QRectF cellRect(const Places& at, int column, int row) const;
    QString valuesText(QPoint cell) const;
    void setHovered(QPoint cell);
    void activate(QPoint cell);
    void paintTitles(QPainter& painter, const Places& at) const;
    void paintCells(QPainter& painter, const Places& at);
    void paintColumnLabels(QPainter& painter, const Places& at) const;
    void paintRowLabels(QPainter& painter, const Places& at) const;
    /// The cell under the pointer, else the current one.
    QPoint meantCell() const { return m_hovered.x() >= 0 ? m_hovered : m_current; }
    /// On a raised ground, in place of labels that it would cover: the values of that cell.
    void paintMeant(QPainter& painter, const Places& at) const;
    QRectF columnLabelRect(const Places& at, int column) const;
    QRectF rowLabelRect(const Places& at, int row) const;

    SweepAxis m_columns, m_rows;
    std::shared_ptr<const SampleSheet> m_sheet;
    QString m_empty;
    QPixmap m_tiles;
    QPoint m_current{-1, -1}, m_hovered{-1, -1};
};

}  // namespace limner::widgets
