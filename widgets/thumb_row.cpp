#include "thumb_row.h"

#include <QDragEnterEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "accessible.h"
#include "focus_ring.h"
#include "paint.h"
#include "place_mime.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {
namespace {

constexpr int kRowThumb = 32;
constexpr int kRowGap = 4;
constexpr int kRowLetter = 24;  ///< column of the letter

}  // namespace

ThumbRow::ThumbRow(const QString& letter, QWidget* parent) : QWidget(parent), m_letter(letter) {
    setObjectName(QStringLiteral("thumbRow"));
    setAccessible(*this, QAccessible::List, tr("Group %1").arg(letter));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ThumbRow::setThumbs(std::vector<Thumb> thumbs) {
    m_thumbs = std::move(thumbs);
    const int edge = 2 * px(kRowThumb);  // sharp at 200 %
    for (Thumb& thumb : m_thumbs) thumb.picture = fittedThumb(thumb.picture, edge);
    m_current = std::clamp(m_current, 0, std::max(0, count() - 1));
    setHovered(-1);
    updateGeometry();
    update();
}

void ThumbRow::setEmptyText(const QString& text) {
    m_emptyText = text;
    updateGeometry();
    update();
}

int ThumbRow::columnsIn(int width) const {
    return std::max(1, (width - px(kRowLetter) - px(kRowGap)) / (px(kRowThumb) + px(kRowGap)));
}

QRect ThumbRow::thumbRect(int index) const {
    if (index < 0 || index >= count()) return {};
    const int stride = px(kRowThumb) + px(kRowGap), columns = columnsIn(width());
    return {px(kRowLetter) + index % columns * stride, px(kRowGap) + index / columns * stride, px(kRowThumb),
            px(kRowThumb)};
}

int ThumbRow::thumbAt(QPoint place) const {
    for (int i = 0; i < count(); ++i)
        if (thumbRect(i).contains(place)) return i;
    return -1;
}

QRect ThumbRow::emptyTextRect(int width) const {
    const QFontMetrics metrics(widgets::font(TextRole::Label));
    const int left = px(kRowLetter), room = std::max(px(40), width - left - px(kRowGap));
    const int height = metrics.boundingRect(0, 0, room, 10'000, Qt::TextWordWrap, m_emptyText).height();
    return {left, px(kRowGap), room, std::max(height, px(kRowThumb))};
}

int ThumbRow::heightForWidth(int width) const {
    if (m_thumbs.empty()) return emptyTextRect(width).height() + 2 * px(kRowGap);
    const int columns = columnsIn(width), rows = (count() + columns - 1) / columns;
    return rows * (px(kRowThumb) + px(kRowGap)) + px(kRowGap);
}

QSize ThumbRow::sizeHint() const {
    return {px(264), heightForWidth(px(264))};
}
QSize ThumbRow::minimumSizeHint() const {
    return {px(120), px(kRowThumb) + 2 * px(kRowGap)};
}

void ThumbRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto& t = tokens();
    fillRounded(painter, rect(), px(4), m_isDropping ? t.accentDim : t.field,
                m_isDropping ? t.accent : t.line);
    painter.setFont(widgets::font(TextRole::Section));
    painter.setPen(t.text2);
    painter.drawText(QRect(0, px(kRowGap), px(kRowLetter), px(kRowThumb)), Qt::AlignCenter, m_letter);
    if (m_thumbs.empty()) {
        painter.setFont(widgets::font(TextRole::Label));
        painter.setPen(t.text3);
        painter.drawText(emptyTextRect(width()), Qt::AlignVCenter | Qt::TextWordWrap, m_emptyText);
    }
    for (int i = 0; i < count(); ++i) {
        const QRect place = thumbRect(i);
        drawThumb(painter, place, m_thumbs[static_cast<size_t>(i)].picture);
        if (i == m_hovered) {
            painter.fillRect(place, QColor(0, 0, 0, 150));
            paint::icon(painter, place, QStringLiteral("close"), Qt::white, 14);
        }
        if (hasFocus() && keyboardInUse() && i == m_current) paint::pictureFrame(painter, place);
    }
}

bool ThumbRow::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange) updateGeometry();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int at = thumbAt(help->pos());
    const QString name = at < 0 ? QString() : m_thumbs[static_cast<size_t>(at)].name;
    const QString tip =
        name.isEmpty() ? tr("Click to take it out") : tr("%1. Click to take it out").arg(name);
    QToolTip::showText(help->globalPos(), at < 0 ? QString() : tip, this);
    return true;
}

void ThumbRow::setHovered(int index) {
    if (index == m_hovered) return;
    m_hovered = index;
    update();
}

void ThumbRow::mousePressEvent(QMouseEvent* event) {
    const int at = thumbAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || at < 0) return event->ignore();
    Q_EMIT removeRequested(at);
}

void ThumbRow::mouseMoveEvent(QMouseEvent* event) {
    setHovered(thumbAt(event->position().toPoint()));
}
void ThumbRow::leaveEvent(QEvent*) {
    setHovered(-1);
}

void ThumbRow::keyPressEvent(QKeyEvent* event) {
    const int last = count() - 1;
    const std::pair<int, int> moves[] = {{Qt::Key_Left, m_current - 1},
                                         {Qt::Key_Right, m_current + 1},
                                         {Qt::Key_Home, 0},
                                         {Qt::Key_End, last}};
    for (const auto& [key, target] : moves) {
        if (event->key() != key) continue;
        m_current = std::clamp(target, 0, std::max(0, last));
        return update();
    }
    const bool removes = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (!removes || last < 0) return event->ignore();
    Q_EMIT removeRequested(m_current);
}

void ThumbRow::setDropping(bool isDropping) {
    m_isDropping = isDropping;
    update();
}

void ThumbRow::dragEnterEvent(QDragEnterEvent* event) {
    if (placeIdOf(*event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    setDropping(true);
}

void ThumbRow::dragLeaveEvent(QDragLeaveEvent*) {
    setDropping(false);
}

void ThumbRow::dropEvent(QDropEvent* event) {
    setDropping(false);
    event->acceptProposedAction();
    Q_EMIT placeDropped(placeIdOf(*event->mimeData()));
}

}  // namespace limner::widgets
