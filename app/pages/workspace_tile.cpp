#include "workspace_tile.h"

#include <QPainter>
#include <QPainterPath>

#include "widgets/icon.h"
#include "widgets/theme.h"

namespace limner::app {

using widgets::px;
using widgets::TextRole;
using widgets::tokens;

WorkspaceTile::WorkspaceTile(const Content& content, QWidget* parent)
    : QAbstractButton(parent), m_content(content) {
    setText(content.name);
    setAccessibleName(content.name);
    setAccessibleDescription(content.sentence);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

int WorkspaceTile::pictureHeight() const {
    return px(112);
}

int WorkspaceTile::sentenceHeight(int width) const {
    const QFontMetrics metrics(widgets::font(TextRole::Body));
    return metrics.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, m_content.sentence).height();
}

QSize WorkspaceTile::sizeHint() const {
    const int words = std::max(sentenceHeight(px(190)), 2 * widgets::lineHeight(TextRole::Body));
    return {px(268), pictureHeight() + px(40) + words + px(14)};
}

QSize WorkspaceTile::minimumSizeHint() const {
    return {px(190), sizeHint().height()};
}

void WorkspaceTile::paintPicture(QPainter& painter, const QRect& room) const {
    painter.fillRect(room, tokens().canvas);
    if (m_content.picture.isNull()) {
        const int edge = px(32);
        const QPixmap drawn =
            widgets::iconPixmap(m_content.iconName, tokens().text3, edge, devicePixelRatioF());
        painter.drawPixmap(room.center() - QPoint(edge / 2, edge / 2), drawn);
        return;
    }
    // Whole multiples of a pixel, cut at the tile's edges.
    const QSize size = m_content.picture.size();
    const int times = std::max(1, (room.width() + size.width() - 1) / size.width());
    const QRect target(room.topLeft(), size * times);
    painter.drawImage(target, m_content.picture);
}

void WorkspaceTile::paintWords(QPainter& painter, const QRect& room) const {
    const auto& t = tokens();
    const int line = widgets::lineHeight(TextRole::Body);
    const QPixmap drawn = widgets::iconPixmap(m_content.iconName, t.accent, px(18), devicePixelRatioF());
    painter.drawPixmap(room.topLeft() + QPoint(0, (line - px(18)) / 2), drawn);
    painter.setFont(widgets::font(TextRole::Strong));
    painter.setPen(t.text);
    painter.drawText(QRect(room.x() + px(26), room.y(), room.width(), line), Qt::AlignVCenter,
                     m_content.name);
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(t.text3);
    const QString right = m_content.chip.isEmpty() ? m_content.keys : m_content.chip;
    painter.drawText(QRect(room.x(), room.y(), room.width(), line), Qt::AlignVCenter | Qt::AlignRight, right);
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(t.text2);
    painter.drawText(room.adjusted(0, line + px(4), 0, px(20)), Qt::TextWordWrap, m_content.sentence);
}

void WorkspaceTile::paintEvent(QPaintEvent*) {
    const auto& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(frame, px(8), px(8));
    painter.fillPath(outline, underMouse() ? t.control : t.panel);
    painter.save();
    painter.setClipPath(outline);
    paintPicture(painter, QRect(0, 0, width(), pictureHeight()));
    painter.restore();
    paintWords(painter, rect().adjusted(px(16), pictureHeight() + px(12), -px(16), 0));
    painter.setPen(t.line);
    painter.drawPath(outline);
}

}  // namespace limner::app
