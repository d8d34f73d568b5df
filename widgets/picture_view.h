// One picture, pixel by pixel: fits its room in whole multiples of a device pixel, zooms to the pointer, pans
// by drag.
#pragma once

#include <QImage>
#include <QPointF>
#include <QWidget>

namespace limner::widgets {

/// Keys: + and - zoom, 0 fits, arrows pan. The wheel zooms, a drag pans, a double click fits.
class PictureView : public QWidget {
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);

    /// What the canvas says while there is no picture.
    void setEmptyText(const QString& text);
    /// Keeps zoom and place if the size is the same; fits otherwise. A null picture leaves the canvas empty.
    void setPicture(const QImage& picture);
    const QImage& picture() const { return m_picture; }

    /// Device pixels for one pixel of the picture, as painted now; 0 without a picture.
    double zoom() const;
    bool isFitted() const { return m_zoom <= 0; }
    /// Crisp: each pixel of the picture a square, fitted in whole multiples; Smooth: fills its room, blended
    /// between pixels. Pictures shown smaller than they are, are always blended.
    enum class Scaling { Crisp, Smooth };
    void setScaling(Scaling scaling);
    Scaling scaling() const { return m_scaling; }
    /// Where a fitted picture stands. Standard: left and top.
    void setAlignment(Qt::Alignment alignment);
    /// Where the whole picture lies, in widget coordinates (it may reach beyond the widget).
    QRectF pictureRect() const;

    /// The size that the whole picture takes in this room at its fitting zoom; the room itself without a
    /// picture.
    QSize fittingSize(QSize room) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void fit();
    /// @param zoom  device pixels for one pixel of the picture, limited to 1/8 … 64
    void setZoom(double zoom);

Q_SIGNALS:
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    /// The picture alone, without what is around it.
    void paintPicture(QPainter& painter) const;

private:
    double fittingZoom(QSize room) const;
    void zoomAt(QPointF place, double zoom);
    void keepInside();

    QImage m_picture;
    double m_zoom = 0;  ///< 0: fit
    QPointF m_offset;   ///< of the picture's middle from the widget's middle
    QPointF m_dragFrom;
    QString m_empty;
    Scaling m_scaling = Scaling::Crisp;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignTop;
};

}  // namespace limner::widgets
