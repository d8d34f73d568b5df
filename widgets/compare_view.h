// Before and after: one picture with a divider that can be dragged, both side by side, or the result alone.
#pragma once

#include "picture_canvas.h"

namespace limner::widgets {

/// Zooms and pans as PictureCanvas does; picture() is what is painted without the divider. A drag at the
/// divider's line moves it, Left and Right move it too (Shift: ten times as far), Home and End bring it to an
/// edge. O shows the original for as long as it is held.
class CompareView : public PictureCanvas {
    Q_OBJECT
    Q_PROPERTY(double divider READ divider WRITE setDivider NOTIFY dividerMoved USER true)

public:
    enum class Mode { Divider, SideBySide, Result };

    explicit CompareView(QWidget* parent = nullptr);

    /// Either may be null: then the other one is shown alone. Pictures of other sizes are scaled to the
    /// result.
    void setBefore(const QImage& picture);
    void setAfter(const QImage& picture);
    const QImage& before() const { return m_before; }
    const QImage& after() const { return m_after; }

    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    /// As a share of the picture's width, 0..1.
    double divider() const { return m_divider; }
    void setDivider(double share);
    void setOriginalShown(bool isShown);
    bool isOriginalShown() const { return m_isOriginalShown; }
    /// Whether a divider is painted now.
    bool hasDivider() const;

Q_SIGNALS:
    void dividerMoved(double share);
    void originalShownChanged(bool isShown);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void compose();
    QImage sideBySide() const;
    double dividerX() const;
    bool isAtDivider(QPointF place) const;
    void paintDivider(QPainter& painter) const;
    void paintTag(QPainter& painter, const QString& text, Qt::AlignmentFlag side) const;
    bool moveDividerBy(const QKeyEvent& key);

    QImage m_before, m_after;
    Mode m_mode = Mode::Divider;
    double m_divider = 0.5;
    bool m_isOriginalShown = false;
    bool m_isDragging = false;
};

}  // namespace limner::widgets
