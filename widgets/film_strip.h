// A row of small pictures, each from one step, chosen by click or arrows.
#pragma once

#include <QImage>
#include <QWidget>
#include <cstdint>
#include <utility>
#include <vector>

namespace limner::widgets {

/// Shows as many frames as fit, evenly picked, the first and the last always.
class FilmStrip : public QWidget {
    Q_OBJECT

public:
    using Frames = std::vector<std::pair<int64_t, QImage>>;

    explicit FilmStrip(QWidget* parent = nullptr);
    void setFrames(Frames frames);
    /// The steps that are on the screen now, left to right.
    std::vector<int64_t> shownSteps() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepClicked(qint64 step);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void pickShown();
    QRectF frameRect(size_t place) const;
    int placeAt(QPointF point) const;

    Frames m_frames;
    std::vector<size_t> m_shown;  ///< indices of frames
    int m_current = -1;           ///< place among the shown ones
    int m_hovered = -1;
};

}  // namespace limner::widgets
