#include "sheet_axes.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace limner {
namespace {

const QColor kAxisPaper{0xFF, 0xFF, 0xFF};
const QColor kAxisText{0x1B, 0x1D, 0x20};
const QColor kAxisQuietText{0x56, 0x5C, 0x64};

QFont axisFont(int pixels, QFont::Weight weight) {
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QString translated(const Message& message) {
    const QString pattern = QCoreApplication::translate("core", message.source.c_str());
    return QString::fromStdString(fillPlaceholders(pattern.toStdString(), message.args));
}

QString tick(const AxisLabels& axis, size_t index) {
    return QString::fromStdString(axis.ticks[index])
        .replace(QLatin1Char('-'), QChar(0x2212));  // a true minus
}

/// Every how many ticks one has room.
size_t strideFor(double widest, double tile) {
    return static_cast<size_t>(std::max(1.0, std::ceil(widest / tile)));
}

class AxesPicture {
public:
    AxesPicture(const QImage& sheet, const SampleSheet& layout, const AxisLabels& x, const AxisLabels& y)
        : m_sheet(sheet),
          m_layout(layout),
          m_x(x),
          m_y(y),
          m_pixels(std::clamp(layout.tileWidth / 8, 11, 28)),
          m_metrics(axisFont(m_pixels, QFont::Normal)) {
        const double tickHeight = m_x.ticks.empty() ? 0 : line();
        const double titleHeight = m_x.title.isEmpty() ? 0 : line();
        const double left = m_y.ticks.empty() ? 0 : widest(m_y) + gap();
        const double title = m_y.title.isEmpty() ? 0 : line();
        m_left = static_cast<int>(std::ceil(margin() + title + left));
        m_size = QSize(m_left + sheet.width() + static_cast<int>(margin()),
                       static_cast<int>(std::ceil(2 * margin() + sheet.height() + tickHeight + titleHeight)));
        // A title may be wider than what it stands under.
        const double titleWidth = titleMetrics().horizontalAdvance(translated(m_x.title)) + 2 * margin();
        m_size.setWidth(std::max(m_size.width(), static_cast<int>(std::ceil(titleWidth))));
    }

    QImage paint() {
        QImage picture(m_size, QImage::Format_RGB888);
        picture.fill(kAxisPaper);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::TextAntialiasing);
        painter.drawImage(m_left, static_cast<int>(margin()), m_sheet);
        paintX(painter);
        paintY(painter);
        return picture;
    }

private:
    double margin() const { return m_pixels; }
    double gap() const { return m_pixels / 2.0; }
    double line() const { return m_pixels * 1.6; }
    double bottom() const { return margin() + m_sheet.height(); }
    QFontMetricsF titleMetrics() const { return QFontMetricsF(axisFont(m_pixels, QFont::DemiBold)); }
    double widest(const AxisLabels& axis) const {
        double width = 0;
        for (size_t i = 0; i < axis.ticks.size(); ++i)
            width = std::max(width, m_metrics.horizontalAdvance(tick(axis, i)));
        return width;
    }

    void paintX(QPainter& painter) const {
        painter.setFont(axisFont(m_pixels, QFont::Normal));
        painter.setPen(kAxisQuietText);
        const double tile = m_layout.tileWidth;
        for (size_t i = 0; i < m_x.ticks.size(); i += strideFor(widest(m_x) + gap(), tile)) {
            const double middle = m_left + (static_cast<double>(i) + 0.5) * tile;
            painter.drawText(QRectF(middle - 200, bottom() + gap() / 2, 400, line()), Qt::AlignCenter,
                             tick(m_x, i));
        }
        painter.setFont(axisFont(m_pixels, QFont::DemiBold));
        painter.setPen(kAxisText);
        const double titleTop = bottom() + gap() / 2 + (m_x.ticks.empty() ? 0 : line());
        const QString title = translated(m_x.title);
        const bool fits = titleMetrics().horizontalAdvance(title) <= m_sheet.width();
        const QRectF place = fits ? QRectF(m_left, titleTop, m_sheet.width(), line())
                                  : QRectF(0, titleTop, m_size.width(), line());
        painter.drawText(place, Qt::AlignCenter, title);
    }

    void paintY(QPainter& painter) const {
        painter.setFont(axisFont(m_pixels, QFont::Normal));
        painter.setPen(kAxisQuietText);
        const double tile = m_layout.tileHeight;
        for (size_t i = 0; i < m_y.ticks.size(); i += strideFor(line(), tile)) {
            const double middle = margin() + (static_cast<double>(i) + 0.5) * tile;
            painter.drawText(QRectF(0, middle - line() / 2, m_left - gap(), line()),
                             static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), tick(m_y, i));
        }
        if (m_y.title.isEmpty()) return;
        painter.setFont(axisFont(m_pixels, QFont::DemiBold));
        painter.setPen(kAxisText);
        painter.translate(gap() / 2, margin() + m_sheet.height() / 2.0);
        painter.rotate(-90);
        painter.drawText(QRectF(-2000, 0, 4000, line()), Qt::AlignCenter, translated(m_y.title));
        painter.resetTransform();
    }

    const QImage& m_sheet;
    const SampleSheet& m_layout;
    const AxisLabels& m_x;
    const AxisLabels& m_y;
    int m_pixels;
    QFontMetricsF m_metrics;
    int m_left = 0;
    QSize m_size;
};

}  // namespace

QImage drawWithAxes(const QImage& sheet, const SampleSheet& layout, const AxisLabels& x,
                    const AxisLabels& y) {
    return AxesPicture(sheet, layout, x, y).paint();
}

}  // namespace limner
