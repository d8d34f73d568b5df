// A region painted over a picture with a round brush: white is inside, black outside.
#pragma once

#include "picture_view.h"

namespace limner::widgets {

/// The left button paints, the right one erases (or the left, while erasing is on); the wheel zooms, the
/// middle button pans. Keys: [ and ] change the brush, E switches erasing, arrows move the brush from the
/// keyboard and Space puts it down there, Escape leaves.
class MaskCanvas : public PictureView {
    Q_OBJECT
    Q_PROPERTY(int brushSize READ brushSize WRITE setBrushSize NOTIFY brushSizeChanged USER true)

public:
    static constexpr int kSmallestBrush = 4;
    static constexpr int kLargestBrush = 400;

    explicit MaskCanvas(QWidget* parent = nullptr);

    /// Grey, of any size: it is scaled to the picture. Null: nothing is painted yet. Does not emit.
    void setMask(const QImage& mask);
    /// 8-bit grey, of the picture's size; null while nothing has been painted.
    const QImage& mask() const { return m_mask; }
    void clear();   ///< Nothing painted. Emits.
    void invert();  ///< Emits.

    /// Diameter in pixels of the screen at 100 %.
    int brushSize() const { return m_brush; }
    void setBrushSize(int size);
    bool isErasing() const { return m_isErasing; }
    void setErasing(bool isErasing);

Q_SIGNALS:
    /// A stroke is done, or the whole was cleared or inverted.
    void maskChanged(const QImage& mask);
    void brushSizeChanged(int size);
    void erasingChanged(bool isErasing);
    void closeRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void begin();
    void stroke(QPointF from, QPointF to);
    void finish();
    void refreshOverlay();
    bool moveBrush(int key);

    QImage m_mask;
    QImage m_overlay;  ///< the accent where the mask is, see-through
    int m_brush = 48;
    bool m_isErasing = false;
    bool m_paintsBlack = false;  ///< in the stroke that goes on
    bool m_isPainting = false;
    QPointF m_last;
    QPointF m_pointer{-1, -1};
};

}  // namespace limner::widgets
