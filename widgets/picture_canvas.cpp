#include "picture_canvas.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kChecker = 8;

QPixmap checkerTile() {
    const int edge = px(kChecker);
    QPixmap tile(2 * edge, 2 * edge);
    tile.fill(tokens().field);
    QPainter painter(&tile);
    painter.fillRect(0, 0, edge, edge, tokens().hover);
    painter.fillRect(edge, edge, edge, edge, tokens().hover);
    return tile;
}

}  // namespace

PictureCanvas::PictureCanvas(QWidget* parent) : PictureView(parent), m_empty(tr("No picture yet")) {
    setObjectName(QStringLiteral("pictureCanvas"));
    setAlignment(Qt::AlignCenter);
}

void PictureCanvas::setEmptyText(const QString& text) {
    m_empty = text;
    update();
}

void PictureCanvas::setErrorText(const QString& sentence) {
    if (sentence == m_error) return;
    m_error = sentence;
    setAccessibleDescription(sentence);
    update();
}

void PictureCanvas::setCheckerShown(bool isShown) {
    m_checkerShown = isShown;
    update();
}

void PictureCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().canvas);
    if (picture().isNull() && m_error.isEmpty()) {
        painter.setFont(widgets::font(TextRole::Body));
        painter.setPen(tokens().text2);
        painter.drawText(rect().adjusted(px(16), 0, -px(16), 0), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    if (m_checkerShown && picture().hasAlphaChannel()) {
        const QRectF shown = pictureRect();
        painter.setBrushOrigin(shown.topLeft());
        painter.fillRect(shown, QBrush(checkerTile()));
    }
    paintPicture(painter);
    if (!m_error.isEmpty()) paintMessage(painter);
}

/// A card over the lower edge of the picture, or in the middle of the canvas where there is none.
void PictureCanvas::paintMessage(QPainter& painter) const {
    const bool isAlone = picture().isNull();
    const QRectF room = isAlone ? QRectF(rect()) : pictureRect() & QRectF(rect());
    const double edge = px(12), glyph = px(14), gap = px(8);
    painter.setFont(widgets::font(TextRole::Body));
    const double widest = std::min<double>(std::max<double>(room.width(), px(240)), width()) - 2 * px(8);
    QRectF words(0, 0, widest - 2 * edge - glyph - gap, height());
    words = painter.boundingRect(words, Qt::AlignLeft | Qt::TextWordWrap, m_error);
    QRectF card(0, 0, words.width() + 2 * edge + glyph + gap, words.height() + edge);
    card.moveCenter(room.center());
    if (!isAlone) card.moveBottom(room.bottom() - px(8));
    card.moveLeft(std::clamp(card.left(), 0.0, std::max(0.0, width() - card.width())));
    fillRounded(painter, card, px(8), tokens().errorDim, tokens().error, px(1));
    paint::icon(painter, QRectF(card.left() + edge, card.top(), glyph, card.height()),
                QStringLiteral("error"), tokens().error, 14);
    painter.setPen(tokens().error);
    words.moveTopLeft(card.topLeft() + QPointF(edge + glyph + gap, edge / 2));
    painter.drawText(words.adjusted(0, 0, px(2), 0), Qt::AlignLeft | Qt::TextWordWrap, m_error);
}

void PictureCanvas::mousePressEvent(QMouseEvent* event) {
    const bool wantsOut = isFitted() || event->modifiers() & Qt::ControlModifier;
    m_isPulling = event->button() == Qt::LeftButton && wantsOut && !picture().isNull();
    m_pressed = event->position();
    if (!m_isPulling) PictureView::mousePressEvent(event);
}

void PictureCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!m_isPulling) return PictureView::mouseMoveEvent(event);
    const double moved = (event->position() - m_pressed).manhattanLength();
    if (!(event->buttons() & Qt::LeftButton) || moved < QApplication::startDragDistance()) return;
    m_isPulling = false;
    Q_EMIT dragRequested();
}

void PictureCanvas::keyPressEvent(QKeyEvent* event) {
    if (!event->matches(QKeySequence::Copy)) return PictureView::keyPressEvent(event);
    if (!picture().isNull()) Q_EMIT copyRequested();
}

void PictureCanvas::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuRequested(event->globalPos());
}

QSize PictureCanvas::sizeHint() const {
    return {px(512), px(512)};
}

}  // namespace limner::widgets
