// A sweep of two parameters: a grid of pictures with a value for each column and each row.
#pragma once

#include <QStringList>
#include <QWidget>
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
    /// Tiles in rows of as many columns as the axis has values; those that are missing yet are left empty, so
    /// a sheet may grow while it is computed. Null for none.
    void setSheet(std::shared_ptr<const SampleSheet> sheet);
    void setEmptyText(const QString& text);
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

private:
    QPoint m_current{-1, -1};
};

}  // namespace limner::widgets
