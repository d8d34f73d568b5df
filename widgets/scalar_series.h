// One scalar of a run over its steps: taken up row by row, smoothed as it grows, thinned to what a screen can
// show.
#pragma once

#include <cstddef>
#include <vector>

namespace limner::widgets {

struct SeriesPoint {
    double step = 0;
    double value = 0;
    friend bool operator==(const SeriesPoint&, const SeriesPoint&) = default;
};

/// Rows without a number (NaN) are left out, so that sparse scalars are short series.
class ScalarSeries {
public:
    /// @param step  not smaller than the one before
    void append(double step, double value);
    void clear();

    /// Exponential smoothing with the start corrected, as in Adam's moments (Kingma & Ba 2015, section 3):
    /// m = w m + (1 - w) x, shown as m / (1 - w^n).
    /// @param weight  0 (none) … below 1; if it differs, everything is computed again when it is asked for
    void setSmoothing(double weight);

    size_t size() const { return m_steps.size(); }
    double stepAt(size_t i) const { return m_steps[i]; }
    double rawAt(size_t i) const { return m_raw[i]; }
    double smoothAt(size_t i) const { return smooth()[i]; }
    /// The index of the point nearest to `step`. @pre size() > 0
    size_t nearest(double step) const;
    /// The first index with a step not below; size() if there is none.
    size_t lowerBound(double step) const;

    /// True for a scalar that is measured now and then (validation): at most one row in eight.
    bool isSparse(size_t tableRows) const { return size() > 0 && size() * 8 <= tableRows; }

    enum class Line { Raw, Smooth };
    struct View {
        double low = 0;  ///< the x range, in steps
        double high = 1;
        int columns = 1000;  ///< pixels across
        double flat = 0;     ///< a column whose values differ by less is drawn as one point
    };
    /// At most four points a column, so that the drawn line covers the same pixels as all points would: the
    /// first, the lowest, the highest and the last of each column. Of a smoothed line one point a column, the
    /// mean: it is there to show the course, and a line that runs only forwards is painted many times faster.
    /// One neighbour beyond each end is kept.
    void thin(Line line, const View& view, std::vector<SeriesPoint>& out) const;

private:
    /// Brings m_smooth up to the newest point: lines that nobody looks at cost nothing.
    const std::vector<double>& smooth() const;
    const std::vector<double>& values(Line line) const { return line == Line::Raw ? m_raw : smooth(); }

    std::vector<double> m_steps, m_raw;
    double m_weight = 0;
    mutable std::vector<double> m_smooth;  ///< of the first points
    mutable double m_moment = 0;           ///< m after the last of them
    mutable double m_decay = 1;            ///< w^n, 0 once it no longer counts
};

}  // namespace limner::widgets
