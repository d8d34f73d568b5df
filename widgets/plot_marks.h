// What lies over the lines of a plot: the cursor with its values, and flags where a parameter was changed.
#pragma once

#include <optional>
#include <vector>

#include "plot_library.h"

namespace limner::widgets {

/// Drawn on a layer of its own, so that moving the cursor does not paint the lines again.
class PlotMarks : public QCPLayerable {
    Q_OBJECT

public:
    struct Value {
        int colour = 1;  ///< 1 … 6
        double value = 0;
    };
    struct Flag {
        double step = 0;
        QString text;
    };

    PlotMarks(QCustomPlot* plot, const QString& layer);

    void setFlags(std::vector<Flag> flags) { m_flags = std::move(flags); }
    /// Nothing hides the cursor.
    void setCursor(std::optional<double> step, std::vector<Value> values);
    std::optional<double> cursor() const { return m_cursor; }
    const std::vector<Value>& values() const { return m_values; }
    /// The index of the flag under a point of the plot; -1 for none.
    int flagAt(QPointF place) const;
    QRectF flagRect(size_t index) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    double xOf(double step) const;
    bool isInside(double step) const;
    void drawFlags(QCPPainter& painter) const;
    void drawFlagText(QCPPainter& painter, size_t index, double from, double to) const;
    void drawCursor(QCPPainter& painter) const;
    void drawValueTags(QCPPainter& painter, double x) const;
    void drawStepTag(QCPPainter& painter, double x) const;

    std::vector<Flag> m_flags;
    std::vector<Value> m_values;
    std::optional<double> m_cursor;
};

}  // namespace limner::widgets
