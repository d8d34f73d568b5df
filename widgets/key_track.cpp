#include "key_track.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

#include "accessible.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {
namespace {

constexpr double kShortestView = 0.1;  ///< seconds
constexpr double kSnap = 4;            ///< pixels within which the playhead goes to a key

}  // namespace

QString momentText(double second) {
    const auto hundredths = static_cast<qint64>(std::llround(std::max(0.0, second) * 100));
    const QChar zero(u'0');
    return QStringLiteral("%1:%2.%3")
        .arg(hundredths / 6000)
        .arg(hundredths / 100 % 60, 2, 10, zero)
        .arg(hundredths % 100, 2, 10, zero);
}

KeyTrack::KeyTrack(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("keyTrack"));
    setAccessible(*this, QAccessible::Slider, tr("Keyframes"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyTrack::setTimeline(const Timeline& timeline) {
    const bool isOtherLength = timeline.seconds != m_timeline.seconds;
    m_timeline = timeline;
    m_timeline.seconds = std::isfinite(timeline.seconds) ? std::max(kShortestView, timeline.seconds) : 10;
    if (isOtherLength) setView(0, m_timeline.seconds);
    m_second = std::clamp(m_second, 0.0, m_timeline.seconds);
    setCurrentKey(std::min(m_current, keyCount() - 1));
    update();
}

void KeyTrack::setFilm(std::vector<QImage> film) {
    m_film.clear();
    const int edge = static_cast<int>(2 * px(38) * devicePixelRatioF());
    for (const QImage& picture : film) m_film.push_back(fittedThumb(picture, edge));
    update();
}

void KeyTrack::setSecond(double second) {
    second = std::isfinite(second) ? std::clamp(second, 0.0, m_timeline.seconds) : 0;
    if (second == m_second) return;
    m_second = second;
    update();
    announceValue(*this);
}

void KeyTrack::setCurrentKey(int index) {
    if (index >= keyCount()) index = -1;
    if (index == m_current) return;
    m_current = index;
    setAccessibleDescription(
        index < 0
            ? QString()
            : tr("Key %1 of %2 at %3").arg(index + 1).arg(keyCount()).arg(momentText(key(index).second)));
    update();
    Q_EMIT currentKeyChanged(index);
}

void KeyTrack::setView(double from, double to) {
    const double span =
        std::clamp(to - from, std::min(kShortestView, m_timeline.seconds), m_timeline.seconds);
    m_from = std::clamp(from, 0.0, m_timeline.seconds - span);
    m_to = m_from + span;
    update();
}

double KeyTrack::onFrame(double second) const {
    return std::round(second / frame()) * frame();
}

std::optional<double> KeyTrack::segmentEnd(int index) const {
    if (index + 1 < keyCount()) return key(index + 1).second;
    const bool leadsBack = m_timeline.isLoop && m_timeline.seconds - key(index).second > frame() / 2;
    return leadsBack ? std::optional(m_timeline.seconds) : std::nullopt;
}

/// The key within half a frame of this moment.
int KeyTrack::keyNear(double second) const {
    for (int i = 0; i < keyCount(); ++i) {
        if (std::abs(key(i).second - second) <= frame() / 2) return i;
    }
    return -1;
}

/// A hand that comes close to a key means it.
double KeyTrack::snapped(double second) const {
    for (int i = 0; i < keyCount(); ++i) {
        if (std::abs(xOf(key(i).second) - xOf(second)) <= px(kSnap)) return key(i).second;
    }
    return second;
}

KeyTrack::Spot KeyTrack::spotAt(QPointF place) const {
    // Later keys lie on top of earlier ones.
    for (int i = keyCount() - 1; i >= 0; --i) {
        if (keyRect(i).contains(place)) return {Part::Key, i};
    }
    for (int i = 0; i < keyCount(); ++i) {
        if (easeRect(i).contains(place)) return {Part::Ease, i};
    }
    return {Part::Scrub, -1};
}

void KeyTrack::scrubTo(double second, bool final) {
    const double before = m_second;
    setSecond(second);
    setCurrentKey(keyNear(m_second));
    if (m_grip && m_second != before) m_grip->hasMoved = true;
    if (m_second != before || final) Q_EMIT scrubbed(m_second, final);
}

void KeyTrack::goToKey(int index) {
    setCurrentKey(index);
    setSecond(key(index).second);
    Q_EMIT scrubbed(m_second, true);
}

/// Keys stay in order: at least a frame apart.
void KeyTrack::moveKey(int index, double second, bool final) {
    const double low = index > 0 ? key(index - 1).second + frame() : 0;
    const double high = index + 1 < keyCount() ? key(index + 1).second - frame() : m_timeline.seconds;
    if (low <= high) second = std::clamp(second, low, high);
    const bool isNew = second != key(index).second;
    if (isNew && m_grip) m_grip->hasMoved = true;
    key(index).second = second;
    update();
    if (isNew || final) Q_EMIT keyMoved(index, second, final);
}

void KeyTrack::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    const Spot spot = spotAt(event->position());
    if (spot.part == Part::Ease) return openEaseMenu(spot.index, event->globalPosition().toPoint());
    if (spot.part == Part::Key) {
        const double at = key(spot.index).second;
        m_grip = Grip{spot, at, event->position().x() - xOf(at)};
        return setCurrentKey(spot.index);
    }
    m_grip = Grip{spot, m_second};
    scrubTo(snapped(secondAt(event->position().x())), false);
}

void KeyTrack::mouseMoveEvent(QMouseEvent* event) {
    if (m_grip) return dragTo(*event);
    const Spot spot = spotAt(event->position());
    if (spot == m_hovered) return;
    m_hovered = spot;
    const bool isHandle = spot.part == Part::Key || spot.part == Part::Ease;
    setCursor(isHandle ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void KeyTrack::dragTo(const QMouseEvent& event) {
    const double second = secondAt(event.position().x() - m_grip->offset);
    if (m_grip->spot.part == Part::Scrub) return scrubTo(snapped(second), false);
    // A click that trembles is no drag.
    if (!m_grip->hasMoved && std::abs(xOf(second) - xOf(m_grip->start)) < px(3)) return;
    moveKey(m_grip->spot.index, event.modifiers() & Qt::AltModifier ? second : onFrame(second), false);
}

void KeyTrack::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_grip || event->button() != Qt::LeftButton) return;
    const Grip grip = *m_grip;
    m_grip.reset();
    if (grip.spot.part == Part::Scrub) {
        if (grip.hasMoved) Q_EMIT scrubbed(m_second, true);
    } else if (grip.hasMoved) {
        moveKey(grip.spot.index, key(grip.spot.index).second, true);
    } else {
        goToKey(grip.spot.index);
    }
}

void KeyTrack::takeBack() {
    const Grip grip = *m_grip;
    m_grip.reset();
    if (!grip.hasMoved) return;
    if (grip.spot.part == Part::Key)
        moveKey(grip.spot.index, grip.start, true);
    else
        scrubTo(grip.start, true);
}

void KeyTrack::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || spotAt(event->position()).part != Part::Scrub) return;
    const double second = onFrame(std::clamp(secondAt(event->position().x()), 0.0, m_timeline.seconds));
    if (keyNear(second) < 0) Q_EMIT addRequested(second);
}

void KeyTrack::leaveEvent(QEvent*) {
    m_hovered = {};
    update();
}

void KeyTrack::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAt(event->position().x(), std::pow(1.25, notches));
        return event->accept();
    }
    const double span = m_to - m_from;
    if (span >= m_timeline.seconds) return event->ignore();
    const double from = m_from - notches * span / 8;
    setView(from, from + span);
    event->accept();
}

void KeyTrack::zoomAt(double x, double factor) {
    const double fixed = secondAt(x), span = m_to - m_from;
    const double wanted =
        std::clamp(span / factor, std::min(m_timeline.seconds, 10 * frame()), m_timeline.seconds);
    const double from = fixed - (fixed - m_from) / span * wanted;
    setView(from, from + wanted);
}

bool KeyTrack::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange) updateGeometry();
    if (event->type() == QEvent::ToolTip) return showToolTip(*static_cast<QHelpEvent*>(event));
    return QWidget::event(event);
}

bool KeyTrack::showToolTip(const QHelpEvent& help) {
    const Spot spot = spotAt(help.pos());
    QString text = momentText(std::clamp(secondAt(help.pos().x()), 0.0, m_timeline.seconds));
    if (spot.part == Part::Key)
        text = tr("Key %1 at %2").arg(spot.index + 1).arg(momentText(key(spot.index).second));
    if (spot.part == Part::Ease) text = tr("How the picture moves to the next key");
    QToolTip::showText(help.globalPos(), text, this);
    return true;
}

QSize KeyTrack::sizeHint() const {
    return {px(900), px(96)};
}
QSize KeyTrack::minimumSizeHint() const {
    return {px(240), px(96)};
}

}  // namespace limner::widgets
