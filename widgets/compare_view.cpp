#include "compare_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

// On pictures, hence the same in both themes.
constexpr QRgb kDividerLine = 0xFFFFFFFF;
constexpr QRgb kDividerInk = 0xFF17181A;
constexpr int kDividerReach = 8;  ///< how far from the line a press still takes it
constexpr int kDividerKnob = 28;
constexpr double kKeyShare = 0.01;

}  // namespace

CompareView::CompareView(QWidget* parent) : PictureCanvas(parent) {
    setObjectName(QStringLiteral("compareView"));
    setMouseTracking(true);
    setScaling(Scaling::Smooth);
}

void CompareView::setBefore(const QImage& picture) {
    m_before = picture;
    compose();
}

void CompareView::setAfter(const QImage& picture) {
    m_after = picture;
    compose();
}

void CompareView::setMode(Mode mode) {
    if (mode == m_mode) return;
    m_mode = mode;
    compose();
}

void CompareView::setDivider(double share) {
    share = std::clamp(share, 0.0, 1.0);
    if (share == m_divider) return;
    m_divider = share;
    update();
    Q_EMIT dividerMoved(share);
    announceValue(*this);
}

void CompareView::setOriginalShown(bool isShown) {
    if (isShown == m_isOriginalShown) return;
    m_isOriginalShown = isShown;
    compose();
    Q_EMIT originalShownChanged(isShown);
}

bool CompareView::hasDivider() const {
    return m_mode == Mode::Divider && !m_isOriginalShown && !m_before.isNull() && !m_after.isNull();
}

void CompareView::compose() {
    setCheckerShown(m_mode != Mode::SideBySide);  // else it would show in the gap
    if (m_after.isNull())
        setPicture(m_before);
    else if (m_isOriginalShown && !m_before.isNull())
        setPicture(m_before.size() == m_after.size()
                       ? m_before
                       : m_before.scaled(m_after.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    else if (m_mode == Mode::SideBySide && !m_before.isNull())
        setPicture(sideBySide());
    else
        setPicture(m_after);
}

/// One picture of both, so that they zoom and pan as one.
QImage CompareView::sideBySide() const {
    const int gap = std::max(2, m_after.width() / 64);
    QImage both(2 * m_after.width() + gap, m_after.height(), QImage::Format_ARGB32_Premultiplied);
    both.fill(Qt::transparent);
    QPainter painter(&both);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(QPoint(0, 0), m_after.size()), m_before);
    painter.drawImage(m_after.width() + gap, 0, m_after);
    return both;
}

double CompareView::dividerX() const {
    const QRectF shown = pictureRect();
    return shown.left() + m_divider * shown.width();
}

bool CompareView::isAtDivider(QPointF place) const {
    const QRectF shown = pictureRect();
    return hasDivider() && std::abs(place.x() - dividerX()) <= px(kDividerReach) &&
           place.y() >= shown.top() && place.y() <= shown.bottom();
}

void CompareView::paintEvent(QPaintEvent* event) {
    PictureCanvas::paintEvent(event);
    if (!hasDivider()) return;
    QPainter painter(this);
    paintDivider(painter);
}

void CompareView::paintDivider(QPainter& painter) const {
    const QRectF shown = pictureRect();
    const double x = std::round(dividerX());
    painter.save();
    painter.setClipRect(QRectF(QPointF(shown.left(), shown.top()), QPointF(x, shown.bottom())));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(shown, m_before);
    painter.restore();
    const QRectF seen = shown & QRectF(rect());
    painter.fillRect(QRectF(x - px(1), seen.top(), px(2), seen.height()), QColor(kDividerLine));
    paintTag(painter, tr("Before"), Qt::AlignLeft);
    paintTag(painter, tr("After"), Qt::AlignRight);
    const PainterScope scope(painter);
    const double edge = px(kDividerKnob), middle = seen.center().y();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(kDividerLine));
    painter.drawEllipse(QPointF(x, middle), edge / 2, edge / 2);
    const double half = px(4), reach = px(7);
    painter.setPen(QPen(QColor(kDividerInk), px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const int side : {-1, 1}) {
        const QPointF tip(x + side * reach, middle);
        painter.drawPolyline(
            QPolygonF{tip + QPointF(-side * half, -half), tip, tip + QPointF(-side * half, half)});
    }
}

/// In the lower corners, where there is room for it on that side of the line.
void CompareView::paintTag(QPainter& painter, const QString& text, Qt::AlignmentFlag side) const {
    const PainterScope scope(painter);
    const QRectF seen = pictureRect() & QRectF(rect());
    painter.setFont(widgets::font(TextRole::Label));
    const double width = painter.fontMetrics().horizontalAdvance(text) + 2 * px(8), height = px(20);
    QRectF tag(seen.left() + px(12), seen.bottom() - px(12) - height, width, height);
    if (side == Qt::AlignRight) tag.moveRight(seen.right() - px(12));
    const double x = dividerX();
    if (side == Qt::AlignLeft ? tag.right() > x : tag.left() < x) return;
    fillRounded(painter, tag, px(4), QColor(kDividerInk));
    painter.setPen(QColor(kDividerLine));
    painter.drawText(tag, Qt::AlignCenter, text);
}

void CompareView::mousePressEvent(QMouseEvent* event) {
    m_isDragging = event->button() == Qt::LeftButton && isAtDivider(event->position());
    if (!m_isDragging) PictureCanvas::mousePressEvent(event);
}

void CompareView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_isDragging) {
        if (event->buttons() == Qt::NoButton)
            isAtDivider(event->position()) ? setCursor(Qt::SplitHCursor) : unsetCursor();
        return PictureCanvas::mouseMoveEvent(event);
    }
    const QRectF shown = pictureRect();
    setDivider((event->position().x() - shown.left()) / shown.width());
}

void CompareView::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_isDragging) return PictureCanvas::mouseReleaseEvent(event);
    m_isDragging = false;
}

bool CompareView::moveDividerBy(const QKeyEvent& key) {
    if (!hasDivider()) return false;
    const double stride = kKeyShare * (key.modifiers() & Qt::ShiftModifier ? 10 : 1);
    switch (key.key()) {
        case Qt::Key_Left:
            setDivider(m_divider - stride);
            return true;
        case Qt::Key_Right:
            setDivider(m_divider + stride);
            return true;
        case Qt::Key_Home:
            setDivider(0);
            return true;
        case Qt::Key_End:
            setDivider(1);
            return true;
        default:
            return false;
    }
}

void CompareView::keyPressEvent(QKeyEvent* event) {
    const bool isHold = event->key() == Qt::Key_O && event->modifiers() == Qt::NoModifier;
    if (isHold) return setOriginalShown(true);
    if (!moveDividerBy(*event)) PictureCanvas::keyPressEvent(event);
}

void CompareView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_O) return PictureCanvas::keyReleaseEvent(event);
    if (!event->isAutoRepeat()) setOriginalShown(false);
}

void CompareView::focusOutEvent(QFocusEvent* event) {
    setOriginalShown(false);
    PictureCanvas::focusOutEvent(event);
}

}  // namespace limner::widgets
