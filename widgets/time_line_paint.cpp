// How the time line looks.
#include <QPainter>
#include <cmath>

#include "paint.h"
#include "plot_axes.h"
#include "theme.h"
#include "time_line.h"

namespace limner::widgets {
namespace {

constexpr int kThumbFrame = 42;
constexpr int kFrameTop = 12;

}  // namespace

int TimeLine::trackY() const {
    return px(m_thumbnailsShown ? kFrameTop + kThumbFrame + 13 : 18);
}

QRect TimeLine::playRect() const {
    const int middle = m_thumbnailsShown ? px(kFrameTop) + px(kThumbFrame) / 2 : trackY();
    return {px(6), middle - px(14), px(28), px(28)};
}

QRect TimeLine::liveRect() const {
    const int width = paint::chipWidth(tr("Live"), true);
    const int top = m_thumbnailsShown ? px(2) : trackY() - px(10);
    return {this->width() - px(8) - width, top, width, px(20)};
}

void TimeLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.save();
    painter.setClipRect(QRect(QPoint(m_left - px(22), 0), QPoint(width(), height())));
    if (m_thumbnailsShown) paintThumbnails(painter);
    paintTicks(painter);
    paintKnob(painter);
    painter.restore();
    paintButtons(painter);
}

/// Every n-th thumbnail, so that those on the screen stay the same while the run grows.
void TimeLine::paintThumbnails(QPainter& painter) const {
    if (m_thumbnails.empty()) return;
    const double size = px(kThumbFrame), room = px(kThumbFrame + 8);
    const double span = xOf(static_cast<double>(m_thumbnails.back().first)) -
                        xOf(static_cast<double>(m_thumbnails.front().first));
    const double each = span / std::max<double>(1, static_cast<double>(m_thumbnails.size()) - 1);
    const auto stride = each <= 0 ? size_t{1} : static_cast<size_t>(std::max(1.0, niceStep(room / each, 1)));
    const double rightMost = width() - px(4) - size;
    double taken = -1e9;
    for (size_t i = 0; i < m_thumbnails.size(); i += stride) {
        const double left =
            std::min(std::round(xOf(static_cast<double>(m_thumbnails[i].first)) - size / 2), rightMost);
        if (left < taken || left + size < m_left - px(22)) continue;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_thumbnails[i].second.width() > size);
        painter.drawImage(QRectF(left, px(kFrameTop), size, size), m_thumbnails[i].second);
        taken = left + size + px(2);
    }
}

void TimeLine::paintTicks(QPainter& painter) const {
    const int y = trackY();
    const double end = std::min(static_cast<double>(m_liveStep), m_high);
    const double start = std::max(0.0, m_low);
    if (end > start) {
        painter.fillRect(QRectF(xOf(start), y - px(1), xOf(end) - xOf(start), px(2)), tokens().trough);
    }
    // Ticks closer than three pixels are a smear; then checkpoints alone are drawn.
    const double each = m_marks.size() < 2 ? 100
                                           : (xOf(static_cast<double>(m_marks.back().step)) -
                                              xOf(static_cast<double>(m_marks.front().step))) /
                                                 static_cast<double>(m_marks.size() - 1);
    for (const TimeMark& mark : m_marks) {
        if (!mark.isCheckpoint && each < px(3)) continue;
        const double x = std::floor(xOf(static_cast<double>(mark.step)));
        if (x < m_left - px(2) || x > width()) continue;
        const QRectF tick = mark.isCheckpoint ? QRectF(x - px(1), y - px(4), px(2), px(8))
                                              : QRectF(x, y - px(2), px(1), px(4));
        painter.fillRect(tick, mark.isCheckpoint ? tokens().text2 : tokens().edge);
    }
    for (const TimeMark& mark : m_marks) {
        if (!mark.isBest && !mark.isPinned) continue;
        const double x = xOf(static_cast<double>(mark.step));
        const int top = m_thumbnailsShown ? y + px(6) : y - px(18);
        const QRectF at(x - px(7), top, px(14), px(14));
        paint::icon(painter, at, mark.isBest ? QStringLiteral("star") : QStringLiteral("pin"),
                    mark.isBest ? tokens().ok : tokens().text2, 14);
    }
}

void TimeLine::paintKnob(QPainter& painter) const {
    const int y = trackY();
    // The present may be ahead of the newest row of the plot, whose axis this is.
    const double live = std::min(static_cast<double>(m_liveStep), std::max(m_high, m_low));
    const double x = std::round(xOf(m_position ? static_cast<double>(*m_position) : live));
    if (x < m_left - px(8) || x > width()) return;
    if (m_thumbnailsShown) {
        painter.fillRect(QRectF(x - px(1), px(kFrameTop - 4), px(2), y - px(kFrameTop - 4)), tokens().accent);
    }
    const double radius = px(6);
    const QRectF knob(x - radius, y - radius, 2 * radius, 2 * radius);
    fillRounded(painter, knob, radius, tokens().base);
    fillRounded(painter, knob.adjusted(px(2), px(2), -px(2), -px(2)), radius, tokens().accent);
    if (m_hovered == Spot::Track || m_isDragging) {
        paint::roundLine(painter, knob, radius, tokens().accent, px(1));
    }
}

void TimeLine::paintButtons(QPainter& painter) const {
    const QRect play = playRect();
    if (m_hovered == Spot::Play && !m_marks.empty()) fillRounded(painter, play, px(6), tokens().hover);
    paint::icon(painter, play, isPlaying() ? QStringLiteral("pause") : QStringLiteral("play"),
                m_marks.empty() ? tokens().text3 : tokens().text2, 18);
    if (!m_position) return;
    paint::ChipLook look{tokens().accentDim, tokens().text, QStringLiteral("pulse")};
    if (m_hovered == Spot::Live) look.fill = tokens().hover;
    paint::chip(painter, liveRect(), tr("Live"), look);
}

}  // namespace limner::widgets
