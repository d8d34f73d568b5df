// The large picture of Explore: fits, zooms and pans; can be dragged out; says why there is none.
#pragma once

#include "picture_view.h"

namespace limner::widgets {

/// Keys: + and - zoom, 0 fits, arrows pan, Ctrl+C copies. The wheel zooms at the pointer, a drag pans what is
/// zoomed and drags out what is fitted (Ctrl+drag always drags out), a double click fits.
class PictureCanvas : public PictureView {
    Q_OBJECT

public:
    explicit PictureCanvas(QWidget* parent = nullptr);

    /// What stands in the middle while there is no picture.
    void setEmptyText(const QString& text);
    /// One sentence over the lower edge of the picture, in the error's colour; empty for none. The picture
    /// stays: "This point decodes to NaN; the last good picture is shown."
    void setErrorText(const QString& sentence);
    QString errorText() const { return m_error; }
    /// A checkerboard behind pictures with transparent parts. Standard: shown.
    void setCheckerShown(bool isShown);

    QSize sizeHint() const override;

Q_SIGNALS:
    void copyRequested();
    /// The person pulls at the picture: whoever knows its recipe starts the QDrag, in this slot.
    void dragRequested();
    /// Right click or the menu key. @param place  global
    void menuRequested(const QPoint& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void paintMessage(QPainter& painter) const;

    QString m_empty, m_error;
    bool m_checkerShown = true;
    bool m_isPulling = false;  ///< the press may become a drag out of the window
    QPointF m_pressed;
};

}  // namespace limner::widgets
