#include "thumb.h"

#include <QPainter>
#include <algorithm>

#include "image_convert.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr QRgb kMarkGround = 0xFF17181A;  ///< marks lie on pictures: the same in both themes

}  // namespace

QImage fittedThumb(const QImage& picture, int edge) {
    if (picture.isNull()) return {};
    const auto format =
        picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    if (picture.width() <= edge && picture.height() <= edge) return picture.convertToFormat(format);
    return picture.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation).convertToFormat(format);
}

void drawThumb(QPainter& painter, const QRectF& rect, const QImage& picture) {
    if (picture.isNull()) {
        fillRounded(painter, rect, px(2), tokens().canvas);
        return paint::icon(painter, rect, QStringLiteral("picture"), tokens().text3, 18);
    }
    QRectF shown(QPointF(), QSizeF(picture.size()).scaled(rect.size(), Qt::KeepAspectRatio));
    shown.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(shown, picture);
    painter.restore();
}

void drawMarks(QPainter& painter, const QRectF& thumb, int rating, bool isStarred) {
    const PainterScope scope(painter);
    const double dot = px(4), stride = px(6), rim = px(2);
    const int count = std::clamp(rating, 0, 5);
    painter.setPen(Qt::NoPen);
    if (count > 0) {
        const QRectF ground(thumb.left() + px(1), thumb.bottom() - px(1) - dot - 2 * rim,
                            (count - 1) * stride + dot + 2 * rim, dot + 2 * rim);
        fillRounded(painter, ground, ground.height() / 2, QColor(kMarkGround));
        painter.setBrush(tokens().onPic);
        for (int i = 0; i < count; ++i) {
            painter.drawEllipse(QRectF(ground.left() + rim + i * stride, ground.top() + rim, dot, dot));
        }
    }
    if (!isStarred) return;
    const double edge = px(14);
    const QRectF badge(thumb.right() - edge - px(1), thumb.top() + px(1), edge, edge);
    painter.setBrush(QColor(kMarkGround));
    painter.drawEllipse(badge);
    paint::icon(painter, badge, QStringLiteral("star"), tokens().onPic, 10);
}

QPixmap tilesPixmap(const std::shared_ptr<const SampleSheet>& sheet, int columns, QSize cell,
                    const QColor& background) {
    const QImage source = toQImage(sheet).convertToFormat(
        sheet->sheet.channels == 4 ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    const QSize from(sheet->tileWidth, sheet->tileHeight);
    const QSize fitting = from.scaled(cell, Qt::KeepAspectRatio).expandedTo({1, 1});
    const bool isCrisp = fitting.width() % from.width() == 0 && fitting.height() % from.height() == 0;
    const auto how = isCrisp ? Qt::FastTransformation : Qt::SmoothTransformation;
    QPixmap all(cell.width() * columns, cell.height() * ((sheet->count + columns - 1) / columns));
    all.fill(background);
    QPainter painter(&all);
    const QPoint inset((cell.width() - fitting.width()) / 2, (cell.height() - fitting.height()) / 2);
    for (int i = 0; i < sheet->count; ++i) {
        const QRect tile(i % sheet->columns * from.width(), i / sheet->columns * from.height(), from.width(),
                         from.height());
        const QPoint corner(i % columns * cell.width(), i / columns * cell.height());
        // Tile by tile, so that neighbours do not bleed into each other.
        painter.drawImage(corner + inset, source.copy(tile).scaled(fitting, Qt::IgnoreAspectRatio, how));
    }
    return all;
}

}  // namespace limner::widgets
