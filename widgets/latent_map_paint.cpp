// How the map looks, and where its tiles stand.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "latent_map.h"
#include "paint.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {
namespace {

// Path and point lie on pictures: the same in both themes.
const QColor kOnPictureLight(0xE8E9EB), kOnPictureDark(0x17181A);
constexpr int kEmptySide = 7;
constexpr int kWidestGap = 8;

/// 1 near the point, less by 0.22 for each tile of distance beyond 0.6, never less than 0.3.
double fadeAt(double tiles) {
    return std::max(0.30, 1 - 0.22 * std::max(0.0, tiles - 0.6));
}

QPainterPath diamond(QPointF middle, double reach) {
    QPainterPath path(middle + QPointF(0, -reach));
    path.lineTo(middle + QPointF(reach, 0));
    path.lineTo(middle + QPointF(0, reach));
    path.lineTo(middle + QPointF(-reach, 0));
    path.closeSubpath();
    return path;
}

}  // namespace

/// Tiles and gaps are whole device pixels, so that no picture is blurred by where it stands.
LatentMap::Cells LatentMap::cells() const {
    const int side = m_side > 0 ? m_side : kEmptySide;
    const double room = std::min(width(), height()) * devicePixelRatioF();
    const double widest = px(kWidestGap) * devicePixelRatioF();
    const int gap = static_cast<int>(std::clamp(room / side / 8, 1.0, std::max(1.0, widest)));
    return {side, std::max(1, static_cast<int>((room - (side - 1) * gap) / side)), gap};
}

QRectF LatentMap::tileRect(int column, int row) const {
    const Cells at = cells();
    const double ratio = devicePixelRatioF(), stride = at.edge + at.gap;
    return {column * stride / ratio, row * stride / ratio, at.edge / ratio, at.edge / ratio};
}

QPointF LatentMap::positionOf(QPointF point) const {
    const Cells at = cells();
    return tileRect(0, 0).center() + point * ((at.side - 1) * (at.edge + at.gap) / devicePixelRatioF());
}

QPointF LatentMap::pointAt(QPointF position) const {
    const Cells at = cells();
    const double span = (at.side - 1) * (at.edge + at.gap) / devicePixelRatioF();
    return (position - tileRect(0, 0).center()) / std::max(1.0, span);
}

const QPixmap& LatentMap::tiles() {
    const int edge = cells().edge;
    if (m_tiles.width() != edge * m_side) {
        m_tiles = tilesPixmap(m_sheet, m_side, QSize(edge, edge), tokens().canvas);
    }
    return m_tiles;
}

/// A tile belongs to the triangle if its middle is in it or within half a tile of it.
bool LatentMap::isInShape(int column, int row) const {
    if (m_shape == Shape::Square) return true;
    const double last = cells().side - 1;
    return std::abs(column / last - 0.5) <= row / last / 2 + 0.5 / last + 1e-9;
}

void LatentMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_sheet)
        paintTiles(painter);
    else
        paintEmpty(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_shape == Shape::Triangle) {
        const QPolygonF outline{positionOf(cornerPoint(0)), positionOf(cornerPoint(1)),
                                positionOf(cornerPoint(2))};
        painter.setPen(QPen(tokens().edge, px(1)));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(outline);
    }
    paintPath(painter);
    paintCorners(painter);
    if (isEnabled()) paintPoint(painter);
}

void LatentMap::paintTiles(QPainter& painter) {
    const QPixmap& all = tiles();
    const QPointF at = m_point * (m_side - 1);
    const int edge = cells().edge;
    for (int row = 0; row < m_side; ++row) {
        for (int column = 0; column < m_side; ++column) {
            if (!isInShape(column, row)) continue;
            painter.setOpacity(fadeAt(std::hypot(column - at.x(), row - at.y())));
            painter.drawPixmap(tileRect(column, row), all, QRectF(column * edge, row * edge, edge, edge));
        }
    }
    painter.setOpacity(1);
}

void LatentMap::paintEmpty(QPainter& painter) const {
    for (int row = 0; row < kEmptySide; ++row) {
        for (int column = 0; column < kEmptySide; ++column) {
            if (isInShape(column, row)) painter.fillRect(tileRect(column, row), tokens().base);
        }
    }
    // In the lower half, where the point does not stand on it.
    const QRectF all = tileRect(0, kEmptySide / 2 + 1).united(tileRect(kEmptySide - 1, kEmptySide - 1));
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(tokens().text2);
    painter.drawText(all.adjusted(px(16), 0, -px(16), 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     m_empty);
}

void LatentMap::paintPath(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    QPolygonF line;
    for (const QPointF& point : m_path.line) line.append(positionOf(point));
    for (const auto& [colour, width] : {std::pair(kOnPictureDark, 4.0), std::pair(kOnPictureLight, 1.5)}) {
        painter.setPen(QPen(colour, width * uiScale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
    }
    painter.setPen(QPen(kOnPictureDark, 1.5 * uiScale()));
    painter.setBrush(kOnPictureLight);
    for (const QPointF& key : m_path.keys) painter.drawPath(diamond(positionOf(key), px(7)));
}

void LatentMap::paintCorners(QPainter& painter) const {
    if (m_target >= 0) paint::pictureFrame(painter, cornerRect(m_target));
    const int corner = m_target >= 0 ? m_target : m_hovered;
    if (corner < 0) return;
    if (m_target < 0) paint::hoverFrame(painter, cornerRect(corner));
    const Corner& anchored = m_corners[static_cast<size_t>(corner)];
    const QRectF tile = cornerRect(corner);
    const QFontMetrics metrics(widgets::font(TextRole::Label));
    const QString name =
        metrics.elidedText(anchored.name, Qt::ElideRight, static_cast<int>(width() - px(20)));
    if (name.isEmpty()) return;
    QRectF label(0, 0, paint::chipWidth(name, false), px(20));
    label.moveCenter(tile.center());
    label.moveBottom(tile.bottom() - px(2));
    label.moveLeft(std::clamp(label.left(), 0.0, std::max(0.0, width() - label.width())));
    paint::chip(painter, label, name, {tokens().hover, tokens().text, {}});
}

void LatentMap::paintPoint(QPainter& painter) const {
    const QPointF middle = positionOf(m_point);
    if (m_isAway) {  // a ring: where the point was
        painter.setBrush(Qt::NoBrush);
        for (const auto& [colour, width] : {std::pair(kOnPictureDark, 5), std::pair(kOnPictureLight, 2)}) {
            painter.setPen(QPen(colour, px(width)));
            painter.drawEllipse(middle, px(9), px(9));
        }
        return;
    }
    painter.setPen(QPen(kOnPictureDark, px(2)));
    painter.setBrush(tokens().onPic);
    painter.drawEllipse(middle, px(10), px(10));
    painter.setPen(Qt::NoPen);
    painter.setBrush(kOnPictureDark);
    painter.drawEllipse(middle, px(3), px(3));
}

}  // namespace limner::widgets
