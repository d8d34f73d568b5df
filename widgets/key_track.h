// The time line of Explore: seconds, pictures, and keyframes as diamonds with the way each segment moves.
#pragma once

#include <QImage>
#include <QWidget>
#include <vector>

#include "core/types/timeline.h"

namespace limner::widgets {

/// Click and drag above the track scrub; a diamond is dragged in time, on whole frames (Alt: between them),
/// never past its neighbours. A click on a word between two diamonds opens the choice of how that segment
/// moves. A double click on the track asks for a key there.
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

private:
    Timeline m_timeline;
    double m_second = 0;
    int m_current = -1;
};

}  // namespace limner::widgets
