#include "workspace_tile.h"

#include <QPainter>
#include <QPainterPath>

#include "widgets/icon.h"
#include "widgets/key_caps.h"
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
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int WorkspaceTile::pictureHeight() const {
    return px(112);
}

/// Line by line, each as high as the role says. @return the height of all
int WorkspaceTile::layOutSentence(int width, const std::function<void(const QTextLine&)>& draw) const {
    QTextLayout layout(m_content.sentence, widgets::font(TextRole::Body));
    const int height = widgets::lineHeight(TextRole::Body);
    int lines = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine(), ++lines) {
        line.setLineWidth(width);
        line.setPosition({0, lines * height + (height - line.height()) / 2});
    }
    layout.endLayout();
    for (int i = 0; draw && i < lines; ++i) draw(layout.lineAt(i));
    return lines * height;
}

QSize WorkspaceTile::sizeHint() const {
    return {px(268), heightForWidth(px(268))};
}

QSize WorkspaceTile::minimumSizeHint() const {
    return {px(190), heightForWidth(px(190))};
}

int WorkspaceTile::heightForWidth(int width) const {
    const int words = std::max(layOutSentence(width - 2 * px(16)), 2 * widgets::lineHeight(TextRole::Body));
    return pictureHeight() + px(12) + widgets::lineHeight(TextRole::Body) + px(4) + words + px(16);
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
    const QRect head(room.x(), room.y(), room.width(), line);
    widgets::drawKeyCaps(painter, head, widgets::keyCaps(m_content.keys));
    painter.setPen(t.text2);
    const QPointF below(room.x(), room.y() + line + px(4));
    layOutSentence(room.width(), [&](const QTextLine& words) { words.draw(&painter, below); });
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
    const QRect room(0, 0, width(), pictureHeight());
    painter.setClipRect(room, Qt::IntersectClip);
    painter.fillRect(room, t.canvas);
    m_content.paintPicture(painter, room);
    painter.restore();
    paintWords(painter, rect().adjusted(px(16), pictureHeight() + px(12), -px(16), 0));
    painter.setPen(t.line);
    painter.drawPath(outline);
}

}  // namespace limner::app
