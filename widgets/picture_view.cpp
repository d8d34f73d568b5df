#include "picture_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr double kSmallest = 1.0 / 8;
constexpr double kLargest = 64;

}  // namespace

PictureView::PictureView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("pictureView"));
    setAccessibleName(tr("Picture"));
    setAccessible(*this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PictureView::setPicture(const QImage& picture) {
    const bool isOtherSize = picture.size() != m_picture.size();
    // What the screen has: anything else is converted again with every painting.
    m_picture = picture.convertToFormat(picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                                  : QImage::Format_RGB32);
    if (isOtherSize) fit();
    update();
}

void PictureView::setScaling(Scaling scaling) {
    if (scaling == m_scaling) return;
    m_scaling = scaling;
    update();
    Q_EMIT zoomChanged(zoom());
}

void PictureView::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    update();
}

double PictureView::fittingZoom(QSize room) const {
    const QSizeF pixels = QSizeF(room) * devicePixelRatioF();
    const double fitting = std::min(pixels.width() / m_picture.width(), pixels.height() / m_picture.height());
    return fitting >= 1 && m_scaling == Scaling::Crisp ? std::floor(fitting) : fitting;
}

QSize PictureView::fittingSize(QSize room) const {
    if (m_picture.isNull()) return room;
    const QSizeF shown = QSizeF(m_picture.size()) * fittingZoom(room) / devicePixelRatioF();
    return {static_cast<int>(std::ceil(shown.width())), static_cast<int>(std::ceil(shown.height()))};
}

double PictureView::zoom() const {
    if (m_picture.isNull()) return 0;
    return isFitted() ? fittingZoom(size()) : m_zoom;
}

QRectF PictureView::pictureRect() const {
    const QSizeF shown = QSizeF(m_picture.size()) * zoom() / devicePixelRatioF();
    QPointF corner = QRectF(rect()).center() + m_offset - QPointF(shown.width(), shown.height()) / 2;
    if (isFitted() && m_alignment & Qt::AlignLeft) corner.setX(0);
    if (isFitted() && m_alignment & Qt::AlignTop) corner.setY(0);
    const double ratio = devicePixelRatioF();
    return {QPointF((corner * ratio).toPoint()) / ratio, shown};
}

void PictureView::fit() {
    m_zoom = 0;
    m_offset = {};
    update();
    Q_EMIT zoomChanged(zoom());
}

void PictureView::setZoom(double zoom) {
    zoomAt(QRectF(rect()).center(), zoom);
}

void PictureView::zoomAt(QPointF place, double zoom) {
    if (m_picture.isNull()) return;
    const QRectF before = pictureRect();
    const QPointF share((place.x() - before.left()) / before.width(),
                        (place.y() - before.top()) / before.height());
    m_zoom = std::clamp(zoom, kSmallest, kLargest);
    const QSizeF shown = QSizeF(m_picture.size()) * m_zoom / devicePixelRatioF();
    const QPointF corner = place - QPointF(share.x() * shown.width(), share.y() * shown.height());
    m_offset = corner + QPointF(shown.width(), shown.height()) / 2 - QRectF(rect()).center();
    keepInside();
    update();
    Q_EMIT zoomChanged(m_zoom);
}

/// Some of the picture stays in view: its rim may come no further than the widget's middle.
void PictureView::keepInside() {
    const QSizeF half = QSizeF(m_picture.size()) * m_zoom / devicePixelRatioF() / 2;
    m_offset.setX(std::clamp(m_offset.x(), -half.width(), half.width()));
    m_offset.setY(std::clamp(m_offset.y(), -half.height(), half.height()));
}

void PictureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().canvas);
    paintPicture(painter);
    if (!m_picture.isNull() || m_empty.isEmpty()) return;
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(tokens().text2);
    painter.drawText(rect().adjusted(px(16), 0, -px(16), 0), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
}

void PictureView::setEmptyText(const QString& text) {
    m_empty = text;
    update();
}

void PictureView::paintPicture(QPainter& painter) const {
    if (m_picture.isNull()) return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 1 || m_scaling == Scaling::Smooth);
    painter.drawImage(pictureRect(), m_picture);
}

void PictureView::resizeEvent(QResizeEvent*) {
    if (isFitted()) Q_EMIT zoomChanged(zoom());
}

void PictureView::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0 || m_picture.isNull()) return event->ignore();
    zoomAt(event->position(), zoom() * std::pow(1.25, notches));
    event->accept();
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || isFitted()) return event->ignore();
    m_dragFrom = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) || isFitted()) return;
    m_offset += event->position() - m_dragFrom;
    m_dragFrom = event->position();
    keepInside();
    update();
}

void PictureView::mouseReleaseEvent(QMouseEvent*) {
    unsetCursor();
}
void PictureView::mouseDoubleClickEvent(QMouseEvent*) {
    fit();
}

void PictureView::keyPressEvent(QKeyEvent* event) {
    const double stride = px(32);
    QPointF move;
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return setZoom(zoom() * 1.25);
        case Qt::Key_Minus:
            return setZoom(zoom() / 1.25);
        case Qt::Key_0:
            return fit();
        case Qt::Key_Left:
            move = {stride, 0};
            break;
        case Qt::Key_Right:
            move = {-stride, 0};
            break;
        case Qt::Key_Up:
            move = {0, stride};
            break;
        case Qt::Key_Down:
            move = {0, -stride};
            break;
        default:
            return event->ignore();
    }
    if (isFitted()) return event->ignore();
    m_offset += move;
    keepInside();
    update();
}

QSize PictureView::sizeHint() const {
    return {px(252), px(252)};
}
QSize PictureView::minimumSizeHint() const {
    return {px(96), px(96)};
}

}  // namespace limner::widgets
