#include "mask_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "accessible.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kOverlayAlpha = 120;

}  // namespace

MaskCanvas::MaskCanvas(QWidget* parent) : PictureView(parent) {
    setObjectName(QStringLiteral("maskCanvas"));
    setAccessible(*this, QAccessible::Graphic, tr("Region"));
    setMouseTracking(true);
    setAlignment(Qt::AlignCenter);
    setScaling(Scaling::Smooth);
}

void MaskCanvas::setMask(const QImage& mask) {
    m_mask = mask.isNull() || picture().isNull()
                 ? QImage()
                 : mask.convertToFormat(QImage::Format_Grayscale8)
                       .scaled(picture().size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_Grayscale8);
    refreshOverlay();
}

void MaskCanvas::begin() {
    if (!m_mask.isNull()) return;
    m_mask = QImage(picture().size(), QImage::Format_Grayscale8);
    m_mask.fill(Qt::black);
}

void MaskCanvas::clear() {
    if (m_mask.isNull()) return;
    m_mask = {};
    refreshOverlay();
    Q_EMIT maskChanged(m_mask);
}

void MaskCanvas::invert() {
    if (picture().isNull()) return;
    begin();
    m_mask.invertPixels();
    refreshOverlay();
    Q_EMIT maskChanged(m_mask);
}

void MaskCanvas::setBrushSize(int size) {
    size = std::clamp(size, kSmallestBrush, kLargestBrush);
    if (size == m_brush) return;
    m_brush = size;
    update();
    Q_EMIT brushSizeChanged(size);
}

void MaskCanvas::setErasing(bool isErasing) {
    if (isErasing == m_isErasing) return;
    m_isErasing = isErasing;
    Q_EMIT erasingChanged(isErasing);
}

/// From and to in widget coordinates.
void MaskCanvas::stroke(QPointF from, QPointF to) {
    const QRectF shown = pictureRect();
    const double scale = m_mask.width() / shown.width();
    QPainter painter(&m_mask);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(m_paintsBlack ? Qt::black : Qt::white, px(m_brush) * scale, Qt::SolidLine, Qt::RoundCap));
    const QPointF start = (from - shown.topLeft()) * scale, end = (to - shown.topLeft()) * scale;
    if (start == end)
        painter.drawPoint(start);
    else
        painter.drawLine(start, end);
    painter.end();
    refreshOverlay();
}

/// An erased region that is empty now is still a region: nothing is inside. Only clear() takes it away.
void MaskCanvas::finish() {
    if (!std::exchange(m_isPainting, false)) return;
    Q_EMIT maskChanged(m_mask);
}

void MaskCanvas::refreshOverlay() {
    if (m_mask.isNull()) {
        m_overlay = {};
        return update();
    }
    QImage alpha(m_mask.size(), QImage::Format_ARGB32_Premultiplied);
    QColor ink = tokens().onPic;
    for (int y = 0; y < m_mask.height(); ++y) {
        const uchar* from = m_mask.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(alpha.scanLine(y));
        for (int x = 0; x < m_mask.width(); ++x)
            to[x] = qPremultiply(qRgba(ink.red(), ink.green(), ink.blue(), from[x] * kOverlayAlpha / 255));
    }
    m_overlay = alpha;
    update();
}

/// Space belongs to the brush before it pauses a job.
bool MaskCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space)
        event->accept();
    return PictureView::event(event);
}

void MaskCanvas::paintEvent(QPaintEvent* event) {
    PictureView::paintEvent(event);
    QPainter painter(this);
    if (!m_overlay.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(pictureRect(), m_overlay);
    }
    if (m_pointer.x() < 0 || picture().isNull()) return;
    const PainterScope scope(painter);
    const double radius = px(m_brush) / 2.0;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawEllipse(m_pointer, radius, radius);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawEllipse(m_pointer, radius, radius);
}

void MaskCanvas::mousePressEvent(QMouseEvent* event) {
    const bool paints = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    if (!paints || picture().isNull()) return PictureView::mousePressEvent(event);
    begin();
    m_isPainting = true;
    m_paintsBlack = m_isErasing || event->button() == Qt::RightButton;
    m_last = m_pointer = event->position();
    stroke(m_last, m_last);
}

void MaskCanvas::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    if (m_isPainting) {
        stroke(m_last, m_pointer);
        m_last = m_pointer;
    }
    update();
}

void MaskCanvas::mouseReleaseEvent(QMouseEvent*) {
    finish();
}

/// The second press of two quick dabs paints too.
void MaskCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    mousePressEvent(event);
}

void MaskCanvas::leaveEvent(QEvent*) {
    m_pointer = {-1, -1};
    update();
}

bool MaskCanvas::moveBrush(int key) {
    QPointF move;
    const double stride = px(8);
    if (key == Qt::Key_Left) move = {-stride, 0};
    if (key == Qt::Key_Right) move = {stride, 0};
    if (key == Qt::Key_Up) move = {0, -stride};
    if (key == Qt::Key_Down) move = {0, stride};
    if (move.isNull()) return false;
    if (m_pointer.x() < 0) m_pointer = QRectF(rect()).center();
    m_pointer += move;
    m_pointer.setX(std::clamp(m_pointer.x(), 0.0, static_cast<double>(width())));
    m_pointer.setY(std::clamp(m_pointer.y(), 0.0, static_cast<double>(height())));
    update();
    return true;
}

void MaskCanvas::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_BracketLeft:
            return setBrushSize(m_brush * 4 / 5);
        case Qt::Key_BracketRight:
            return setBrushSize(m_brush * 5 / 4 + 1);
        case Qt::Key_E:
            return setErasing(!m_isErasing);
        case Qt::Key_Escape:
            return Q_EMIT closeRequested();
        case Qt::Key_Space:
            if (picture().isNull() || m_pointer.x() < 0) return;
            begin();
            m_paintsBlack = m_isErasing;
            m_isPainting = true;
            stroke(m_pointer, m_pointer);
            return finish();
        default:
            if (!moveBrush(event->key())) PictureView::keyPressEvent(event);
    }
}

}  // namespace limner::widgets
