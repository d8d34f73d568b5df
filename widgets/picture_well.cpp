#include "picture_well.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "accessible.h"
#include "paint.h"
#include "place_mime.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {
namespace {

constexpr int kWellMostHeight = 150;
constexpr int kWellThumb = 640;  ///< device pixels of the longest side that are kept

}  // namespace

PictureWell::PictureWell(QWidget* parent) : QWidget(parent), m_empty(tr("Drop a picture")) {
    setObjectName(QStringLiteral("pictureWell"));
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setCursor(Qt::PointingHandCursor);
    setAccessible(*this, QAccessible::Button, m_empty);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fitHeight();
}

void PictureWell::setEmptyText(const QString& text) {
    m_empty = text;
    update();
}

void PictureWell::setEdge(int edge) {
    m_edge = edge;
    if (edge > 0) setFixedSize(px(edge), px(edge));
}

void PictureWell::setEmptyHeight(int height) {
    m_emptyHeight = height;
    fitHeight();
}

/// A picture is as wide as there is room.
void PictureWell::fitHeight() {
    if (m_edge > 0) return;
    const double ratio = m_picture.isNull() ? 0 : static_cast<double>(m_picture.height()) / m_picture.width();
    const int wanted = std::clamp(static_cast<int>(width() * ratio), px(48), px(kWellMostHeight));
    setFixedHeight(m_picture.isNull() ? px(m_emptyHeight) : wanted);
}

void PictureWell::setPicture(const QImage& picture) {
    m_picture = fittedThumb(picture, kWellThumb);
    m_isFilled = m_isFilled || !picture.isNull();
    m_error.clear();
    setToolTip({});
    fitHeight();
    update();
}

void PictureWell::setFilled(bool isFilled) {
    m_isFilled = isFilled;
    if (!isFilled) setPicture({});
    update();
}

void PictureWell::setError(const QString& sentence) {
    m_error = sentence;
    setToolTip(sentence);
    setAccessibleDescription(sentence);
    update();
}

QSize PictureWell::sizeHint() const {
    if (m_edge > 0) return {px(m_edge), px(m_edge)};
    return {px(192), px(m_emptyHeight)};
}

QSize PictureWell::minimumSizeHint() const {
    return m_edge > 0 ? sizeHint() : QSize(px(96), px(48));
}

void PictureWell::paintEmpty(QPainter& painter) const {
    const PainterScope scope(painter);
    const bool isLively = m_isHovered || m_isDropping;
    painter.setPen(QPen(m_isDropping ? tokens().accent : tokens().edge, 1, Qt::DashLine));
    painter.setBrush(isLively ? tokens().hover : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
    const QColor ink = isLively ? tokens().text : tokens().text2;
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(ink);
    const QRect room = rect().adjusted(px(8), 0, -px(8), 0);
    const int glyph = px(20);
    const int words = painter.fontMetrics().horizontalAdvance(m_empty);
    if (m_edge > 0 || words + glyph > room.width()) {
        if (m_edge > 0) return paint::icon(painter, rect(), QStringLiteral("plus"), ink, 16);
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    const int left = room.center().x() - (words + glyph) / 2;
    paint::icon(painter, QRectF(left, room.top(), px(14), room.height()), QStringLiteral("plus"), ink, 14);
    painter.drawText(QRect(left + glyph, room.top(), words + px(2), room.height()), Qt::AlignVCenter,
                     m_empty);
}

/// Space presses it before it pauses a job.
bool PictureWell::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space)
        event->accept();
    return QWidget::event(event);
}

void PictureWell::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!m_isFilled) return paintEmpty(painter);
    if (!m_error.isEmpty()) {
        fillRounded(painter, rect(), px(6), tokens().errorDim);
        return paint::icon(painter, rect(), QStringLiteral("error"), tokens().error, 18);
    }
    painter.fillRect(rect(), tokens().canvas);
    drawThumb(painter, rect(), m_picture);
    if (m_isDropping)
        paint::pictureFrame(painter, QRectF(rect()).adjusted(px(3), px(3), -px(3), -px(3)));
    else if (m_isHovered)
        paint::hoverFrame(painter, rect());
}

void PictureWell::resizeEvent(QResizeEvent*) {
    fitHeight();
}

void PictureWell::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT browseRequested();
}

void PictureWell::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            return Q_EMIT browseRequested();
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            if (m_isFilled) Q_EMIT clearRequested();
            return;
        default:
            return QWidget::keyPressEvent(event);
    }
}

void PictureWell::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuRequested(event->globalPos());
}

void PictureWell::enterEvent(QEnterEvent*) {
    m_isHovered = true;
    update();
}

void PictureWell::leaveEvent(QEvent*) {
    m_isHovered = false;
    update();
}

void PictureWell::dragEnterEvent(QDragEnterEvent* event) {
    if (pictureFileOf(*event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    m_isDropping = true;
    update();
}

void PictureWell::dragLeaveEvent(QDragLeaveEvent*) {
    m_isDropping = false;
    update();
}

void PictureWell::dropEvent(QDropEvent* event) {
    m_isDropping = false;
    update();
    const QString path = pictureFileOf(*event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    Q_EMIT fileDropped(path);
}

}  // namespace limner::widgets
