// How the key track looks.
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ease_text.h"
#include "key_track.h"
#include "paint.h"
#include "plot_axes.h"
#include "tabular.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {
namespace {

// From the top, at 100 %.
constexpr int kRulerHeight = 20, kFilmTop = 28, kFilmHeight = 38, kKeyMiddle = 80, kTrackBottom = 94;
constexpr int kTrackEnds = 18;  ///< room left and right, for half a label
constexpr double kDiamond = 6.5;

QString rulerText(double second, double step) {
    if (step >= 60) return momentText(second).chopped(3);
    return KeyTrack::tr("%1 s").arg(QLocale().toString(second, 'g', 6));
}

}  // namespace

double KeyTrack::xOf(double second) const {
    return px(kTrackEnds) + (second - m_from) / (m_to - m_from) * std::max(1, width() - 2 * px(kTrackEnds));
}

double KeyTrack::secondAt(double x) const {
    return m_from + (x - px(kTrackEnds)) / std::max(1, width() - 2 * px(kTrackEnds)) * (m_to - m_from);
}

QRectF KeyTrack::keyRect(int index) const {
    const double reach = px(8);
    return {xOf(key(index).second) - reach, px(kKeyMiddle) - reach, 2 * reach, 2 * reach};
}

QRectF KeyTrack::easeRect(int index) const {
    const std::optional<double> end = segmentEnd(index);
    if (!end) return {};
    const double left = std::max(xOf(key(index).second), 0.0) + px(12);
    const double right = std::min(xOf(*end), double(width())) - px(12);
    const QFontMetrics metrics(widgets::font(TextRole::Label));
    const double words = metrics.horizontalAdvance(easeWord(key(index).ease)) + 2 * px(6);
    if (words > right - left) return {};
    return {(left + right - words) / 2, double(px(kKeyMiddle) - px(9)), words, double(px(18))};
}

QRectF KeyTrack::tagRect() const {
    QFont strong = widgets::font(TextRole::Label);
    strong.setWeight(QFont::DemiBold);
    const double wide = tabularWidth(QFontMetricsF(strong), momentText(m_second)) + 2 * px(6);
    const double left = std::clamp(xOf(m_second) - wide / 2, 0.0, std::max(0.0, width() - wide));
    return {left, double(px(1)), wide, double(px(18))};
}

void KeyTrack::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF tag = tagRect();
    paintRuler(painter, tag);
    paintFilm(painter);
    for (int i = 0; i < keyCount(); ++i) paintSegment(painter, i);
    for (int i = 0; i < keyCount(); ++i) paintKey(painter, i);
    if (isEnabled()) paintPlayhead(painter, tag);
}

void KeyTrack::paintRuler(QPainter& painter, const QRectF& tag) const {
    painter.setFont(widgets::font(TextRole::Label));
    const double count = std::max(1.0, double(width()) / px(80));
    const double step = niceStep(m_to - m_from, count);
    for (double i = std::ceil(m_from / step - 1e-9); i * step <= m_to + 1e-9; ++i) {
        const double x = std::floor(xOf(i * step));
        painter.fillRect(QRectF(x, px(kRulerHeight), px(1), px(kTrackBottom - kRulerHeight)), tokens().line);
        const QString text = rulerText(i * step, step);
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        const QRectF label(left, 0, wide + 1, px(kRulerHeight));
        if (isEnabled() && label.intersects(tag.adjusted(-px(2), 0, px(2), 0))) continue;
        painter.setPen(tokens().text3);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

/// Side by side, each picture the one whose moment is nearest to where it stands.
void KeyTrack::paintFilm(QPainter& painter) const {
    const QRectF strip =
        QRectF(QPointF(xOf(0), px(kFilmTop)), QPointF(xOf(m_timeline.seconds), px(kFilmTop + kFilmHeight))) &
        QRectF(rect());
    painter.fillRect(strip, tokens().canvas);
    if (m_film.empty() || strip.isEmpty()) return;
    painter.save();
    painter.setClipRect(strip);
    const double high = px(kFilmHeight);
    const double wide =
        std::max(high / 4, high * m_film.front().width() / std::max(1, m_film.front().height()));
    const auto last = static_cast<double>(m_film.size() - 1);
    const double first = std::floor((strip.left() - xOf(0)) / wide);
    for (double left = xOf(0) + first * wide; left < strip.right(); left += wide) {
        const double moment = std::clamp(secondAt(left + wide / 2) / m_timeline.seconds, 0.0, 1.0);
        drawThumb(painter, QRectF(left, px(kFilmTop), wide, high),
                  m_film[static_cast<size_t>(std::lround(moment * last))]);
    }
    painter.restore();
}

void KeyTrack::paintSegment(QPainter& painter, int index) const {
    const std::optional<double> end = segmentEnd(index);
    if (!end) return;
    const double left = xOf(key(index).second) + px(10), right = xOf(*end) - px(10);
    const double top = px(kKeyMiddle) - px(1);
    const QRectF words = easeRect(index);
    const auto line = [&](double from, double to) {
        if (to > from) painter.fillRect(QRectF(from, top, to - from, px(2)), tokens().trough);
    };
    if (words.isEmpty()) return line(left, right);
    line(left, words.left());
    line(words.right(), right);
    const bool isHovered = m_hovered == Spot{Part::Ease, index};
    if (isHovered) fillRounded(painter, words, px(4), tokens().hover);
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(isHovered ? tokens().text : tokens().text3);
    painter.drawText(words, Qt::AlignCenter, easeWord(key(index).ease));
}

void KeyTrack::paintKey(QPainter& painter, int index) const {
    const QPointF middle = keyRect(index).center();
    const double reach = kDiamond * uiScale();
    QPainterPath diamond(middle - QPointF(0, reach));
    diamond.lineTo(middle + QPointF(reach, 0));
    diamond.lineTo(middle + QPointF(0, reach));
    diamond.lineTo(middle - QPointF(reach, 0));
    diamond.closeSubpath();
    const PainterScope scope(painter);
    const bool isHovered = m_hovered == Spot{Part::Key, index};
    painter.setPen(QPen(tokens().base, px(1)));
    painter.setBrush(index == m_current ? tokens().accent : isHovered ? tokens().text : tokens().text2);
    painter.drawPath(diamond);
}

void KeyTrack::paintPlayhead(QPainter& painter, const QRectF& tag) const {
    const double x = std::round(xOf(m_second));
    if (x < 0 || x > width()) return;
    painter.fillRect(QRectF(x - px(1), px(4), px(2), px(kTrackBottom - 4)), tokens().accent);
    if (m_current >= 0) paintKey(painter, m_current);
    fillRounded(painter, tag, px(4), tokens().accent);
    QFont strong = widgets::font(TextRole::Label);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(tokens().onAccent);
    drawTabular(painter, tag, Qt::AlignCenter, momentText(m_second));
}

}  // namespace limner::widgets
