#include "film_strip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

#include "accessible.h"
#include "focus_ring.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kFilmFrame = 48;
constexpr int kFilmGap = 10;
constexpr int kRim = 3;  ///< room for the frame around a chosen picture

}  // namespace

FilmStrip::FilmStrip(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("filmStrip"));
    setAccessibleName(tr("This sample through training"));
    setAccessible(*this, QAccessible::List);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FilmStrip::setFrames(Frames frames) {
    m_frames = std::move(frames);
    pickShown();
    update();
}

void FilmStrip::pickShown() {
    m_shown.clear();
    const size_t room =
        static_cast<size_t>(std::max(1, (width() + px(kFilmGap)) / px(kFilmFrame + kFilmGap)));
    const size_t count = std::min(room, m_frames.size());
    for (size_t i = 0; i < count; ++i) {
        const double share = count == 1 ? 1 : static_cast<double>(i) / static_cast<double>(count - 1);
        m_shown.push_back(static_cast<size_t>(std::lround(share * static_cast<double>(m_frames.size() - 1))));
    }
    m_current = std::min(m_current, static_cast<int>(count) - 1);
    m_hovered = -1;
}

std::vector<int64_t> FilmStrip::shownSteps() const {
    std::vector<int64_t> steps;
    for (const size_t i : m_shown) steps.push_back(m_frames[i].first);
    return steps;
}

QRectF FilmStrip::frameRect(size_t place) const {
    return {double(px(kRim)) + static_cast<double>(place) * px(kFilmFrame + kFilmGap), double(px(kRim)),
            double(px(kFilmFrame)), double(px(kFilmFrame))};
}

int FilmStrip::placeAt(QPointF point) const {
    for (size_t i = 0; i < m_shown.size(); ++i) {
        if (frameRect(i).contains(point)) return static_cast<int>(i);
    }
    return -1;
}

void FilmStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (size_t i = 0; i < m_shown.size(); ++i) {
        painter.drawImage(frameRect(i), m_frames[m_shown[i]].second);
        if (static_cast<int>(i) == m_hovered) paint::hoverFrame(painter, frameRect(i));
    }
    if (m_current >= 0 && hasFocus()) paint::pictureFrame(painter, frameRect(static_cast<size_t>(m_current)));
}

void FilmStrip::resizeEvent(QResizeEvent*) {
    pickShown();
}

bool FilmStrip::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange) {
        pickShown();
        updateGeometry();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int place = placeAt(help->pos());
        const QString text =
            place < 0 ? QString()
                      : tr("Step %1").arg(QLocale().toString(shownSteps()[static_cast<size_t>(place)]));
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void FilmStrip::mousePressEvent(QMouseEvent* event) {
    const int place = placeAt(event->position());
    if (place < 0) return event->ignore();
    m_current = place;
    update();
    Q_EMIT stepClicked(shownSteps()[static_cast<size_t>(place)]);
}

void FilmStrip::mouseMoveEvent(QMouseEvent* event) {
    const int place = placeAt(event->position());
    if (place == m_hovered) return;
    m_hovered = place;
    setCursor(place < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void FilmStrip::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void FilmStrip::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_shown.size()) - 1;
    int target = m_current;
    switch (event->key()) {
        case Qt::Key_Left:
            target = std::max(0, m_current - 1);
            break;
        case Qt::Key_Right:
            target = std::min(last, m_current + 1);
            break;
        case Qt::Key_Home:
            target = 0;
            break;
        case Qt::Key_End:
            target = last;
            break;
        default:
            return event->ignore();
    }
    if (last < 0 || target == m_current) return;
    m_current = target;
    update();
    Q_EMIT stepClicked(shownSteps()[static_cast<size_t>(target)]);
}

QSize FilmStrip::sizeHint() const {
    return {px(520), px(kFilmFrame + 2 * kRim)};
}
QSize FilmStrip::minimumSizeHint() const {
    return {px(kFilmFrame + 2 * kRim), px(kFilmFrame + 2 * kRim)};
}

}  // namespace limner::widgets
