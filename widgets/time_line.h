// One line for the whole run: checkpoints, sample sheets and thumbnails by step, and a knob that goes back in
// time.
#pragma once

#include <QImage>
#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace limner::widgets {

/// A step at which something was kept.
struct TimeMark {
    int64_t step = 0;
    bool isCheckpoint = false;  ///< tall tick; else a sample sheet only: short tick
    bool isBest = false;        ///< star
    bool isPinned = false;      ///< pin
};

/// Left and Right go from mark to mark, Home to the first, End and Esc back to live, Space plays. Shares its
/// x scale with the plot above through setRange and setAxisEnds.
class TimeLine : public QWidget {
    Q_OBJECT

public:
    using Thumbnails = std::vector<std::pair<int64_t, QImage>>;

    explicit TimeLine(QWidget* parent = nullptr);

    /// Rising steps.
    void setMarks(std::vector<TimeMark> marks);
    /// Small pictures by step, rising; as many as fit are shown.
    void setThumbnails(Thumbnails thumbnails);
    /// Off in low windows; the widget then gets lower.
    const Thumbnails& thumbnails() const { return m_thumbnails; }
    void setThumbnailsShown(bool areShown);
    /// The newest step: where "live" is.
    void setLiveStep(qint64 step);

    /// Nothing while live.
    std::optional<qint64> position() const { return m_position; }
    /// Does not emit.
    void setPosition(std::optional<qint64> step);
    bool isPlaying() const { return m_play.isActive(); }

    double xOf(double step) const;
    double stepAt(double x) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setRange(double low, double high);
    /// x of the range's ends in this widget's coordinates.
    void setAxisEnds(int left, int right);
    void setPlaying(bool isPlaying);

Q_SIGNALS:
    /// The step of the mark that the knob stands on now.
    void scrubbedTo(qint64 step);
    void liveRequested();
    void playingChanged(bool isPlaying);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void scrubTo(double x);
    void goTo(int markIndex);
    void goLive();
    void playNext();
    int nearestMark(double step) const;
    int trackY() const;
    QRect playRect() const;
    QRect liveRect() const;
    void paintThumbnails(QPainter& painter) const;
    void paintTicks(QPainter& painter) const;
    void paintKnob(QPainter& painter) const;
    void paintButtons(QPainter& painter) const;

    std::vector<TimeMark> m_marks;
    Thumbnails m_thumbnails;
    std::optional<qint64> m_position;
    qint64 m_liveStep = 0;
    double m_low = 0, m_high = 1;
    int m_left = 60, m_right = -1;  ///< right -1: 16 from the right edge
    bool m_thumbnailsShown = true;
    bool m_isDragging = false;
    enum class Spot { None, Play, Live, Track } m_hovered = Spot::None;
    QTimer m_play;
};

}  // namespace limner::widgets
