#include "surface.h"

#include <QPainter>

namespace limner::app {

using widgets::px;
using widgets::tokens;

Surface::Surface(Fill fill, Qt::Edges lines, QWidget* parent)
    : QWidget(parent), m_fill(fill), m_lines(lines) {}

void Surface::setFill(Fill fill) {
    m_fill = fill;
    update();
}

void Surface::setLines(Qt::Edges lines) {
    m_lines = lines;
    update();
}

void Surface::setDashed(bool isDashed) {
    m_isDashed = isDashed;
    update();
}

void Surface::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().*m_fill);
    const QColor line = tokens().line;
    if (m_lines & Qt::TopEdge) painter.fillRect(0, 0, width(), 1, line);
    if (m_lines & Qt::BottomEdge) painter.fillRect(0, height() - 1, width(), 1, line);
    if (m_lines & Qt::LeftEdge) painter.fillRect(0, 0, 1, height(), line);
    if (m_lines & Qt::RightEdge) painter.fillRect(width() - 1, 0, 1, height(), line);
    if (!m_isDashed) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().edge, 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8));
}

}  // namespace limner::app
