// The time line of Explore: seconds, pictures, and keyframes as diamonds with the way each segment moves.
#pragma once

#include <QImage>
#include <QWidget>
#include <algorithm>
#include <optional>
#include <vector>

#include "core/types/timeline.h"

class QHelpEvent;

namespace limner::widgets {

/// Click and drag above the track scrub; a diamond is dragged in time, on whole frames (Alt: between them),
/// never past its neighbours. A click on a word between two diamonds opens the choice of how that segment
/// moves; a right click offers it anywhere on the segment. A double click on the track asks for a key there.
/// Keys: Left and Right from key to key, Home and End to the first and the last, Shift+Left and Shift+Right
/// one frame, Alt+Left and Alt+Right move the key under the playhead by a frame, Delete removes it, Ctrl+D
/// duplicates it, Ctrl+C and Ctrl+V copy it; Ctrl+wheel zooms, the wheel pans what is zoomed.
class KeyTrack : public QWidget {
    Q_OBJECT
    Q_PROPERTY(double second READ second WRITE setSecond USER true)
    Q_PROPERTY(double minimum READ minimum)
    Q_PROPERTY(double maximum READ maximum)

public:
    explicit KeyTrack(QWidget* parent = nullptr);

    /// Uses length, rate, loop and the times and eases of the keys; places are carried along untouched. Keeps
    /// the chosen key's index, and the zoom while the length is the same.
    void setTimeline(const Timeline& timeline);
    const Timeline& timeline() const { return m_timeline; }
    /// Pictures of evenly spread moments, the first at 0, the last at the end. As many as fit are shown.
    void setFilm(std::vector<QImage> film);

    /// Where the playhead is.
    double second() const { return m_second; }
    /// Does not emit.
    void setSecond(double second);
    double minimum() const { return 0; }
    double maximum() const { return m_timeline.seconds; }
    /// The key that Delete and Ctrl+D mean; -1 for none.
    int currentKey() const { return m_current; }
    void setCurrentKey(int index);

    double xOf(double second) const;
    double secondAt(double x) const;
    /// In widget coordinates.
    QRectF keyRect(int index) const;
    /// Where the word of the segment that begins at this key stands; empty if there is no room for it.
    QRectF easeRect(int index) const;
    /// Shows this part of the time line; the whole of it as a standard.
    void setView(double from, double to);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The playhead was moved by hand. final is false while dragging.
    void scrubbed(double second, bool final);
    void currentKeyChanged(int index);
    /// The timeline here has the new time already; final is false while dragging.
    void keyMoved(int index, double second, bool final);
    void easeChosen(int index, limner::Ease ease);
    // What only the page can do, since it knows the places; it answers with setTimeline.
    void addRequested(double second);
    void removeRequested(int index);
    /// @param second  where the copy should go: midway to the next key, or to the end
    void duplicateRequested(int index, double second);
    void copyRequested(int index);
    void pasteRequested(double second);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Part { None, Scrub, Key, Ease };
    struct Spot {
        Part part = Part::None;
        int index = -1;  ///< of the key
        friend bool operator==(const Spot&, const Spot&) = default;
    };
    struct Grip {
        Spot spot;
        double start = 0;   ///< where playhead or key stood
        double offset = 0;  ///< of the hand from the diamond's middle, pixels
        bool hasMoved = false;
    };

    int keyCount() const { return static_cast<int>(m_timeline.keys.size()); }
    Key& key(int index) { return m_timeline.keys[static_cast<size_t>(index)]; }
    const Key& key(int index) const { return m_timeline.keys[static_cast<size_t>(index)]; }
    double frame() const { return 1.0 / std::max(1, m_timeline.rateHz); }
    double onFrame(double second) const;
    /// Where the segment that begins at a key ends; nothing if none begins there.
    std::optional<double> segmentEnd(int index) const;
    int keyNear(double second) const;
    double snapped(double second) const;
    Spot spotAt(QPointF place) const;

    void scrubTo(double second, bool final);
    void goToKey(int index);
    void moveKey(int index, double second, bool final);
    void dragTo(const QMouseEvent& event);
    void takeBack();
    void walk(int way);
    void duplicate(int index);
    bool handleCommand(const QKeyEvent& event);
    void openEaseMenu(int index, const QPoint& globalPlace);
    void openKeyMenu(int index, const QPoint& globalPlace);
    void zoomAt(double x, double factor);
    bool showToolTip(const QHelpEvent& help);

    void paintRuler(QPainter& painter, const QRectF& tag) const;
    void paintFilm(QPainter& painter) const;
    void paintSegment(QPainter& painter, int index) const;
    void paintKey(QPainter& painter, int index) const;
    void paintPlayhead(QPainter& painter, const QRectF& tag) const;
    QRectF tagRect() const;

    Timeline m_timeline;
    std::vector<QImage> m_film;
    double m_second = 0;
    double m_from = 0, m_to = 10;  ///< what is shown, seconds
    int m_current = -1;
    Spot m_hovered;
    std::optional<Grip> m_grip;
};

/// "0:02.60"
QString momentText(double second);

}  // namespace limner::widgets
