#include "time_line.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kPlayMs = 160;
constexpr int kPlaySteps = 60;  ///< a whole run plays in about ten seconds, however many marks it has

}  // namespace

TimeLine::TimeLine(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("timeLine"));
    setAccessibleName(tr("Time line"));
    setAccessible(*this, QAccessible::Slider);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_play.setInterval(kPlayMs);
    connect(&m_play, &QTimer::timeout, this, &TimeLine::playNext);
}

void TimeLine::setMarks(std::vector<TimeMark> marks) {
    m_marks = std::move(marks);
    update();
}

void TimeLine::setThumbnails(Thumbnails thumbnails) {
    m_thumbnails = std::move(thumbnails);
    update();
}

void TimeLine::setThumbnailsShown(bool areShown) {
    if (areShown == m_thumbnailsShown) return;
    m_thumbnailsShown = areShown;
    updateGeometry();
    update();
}

void TimeLine::setLiveStep(qint64 step) {
    if (step == m_liveStep) return;
    m_liveStep = step;
    update();
}

void TimeLine::setPosition(std::optional<qint64> step) {
    if (step == m_position) return;
    m_position = step;
    setAccessibleDescription(step ? tr("Step %1").arg(QLocale().toString(*step)) : tr("Live"));
    update();
}

void TimeLine::setRange(double low, double high) {
    if (low == m_low && high == m_high) return;
    m_low = low;
    m_high = std::max(high, low + 1);
    update();
}

void TimeLine::setAxisEnds(int left, int right) {
    m_left = left;
    m_right = right;
    update();
}

void TimeLine::setPlaying(bool isPlaying) {
    if (isPlaying == m_play.isActive() || (isPlaying && m_marks.empty())) return;
    if (isPlaying) {
        if (!m_position) goTo(0);
        m_play.start();
    } else {
        m_play.stop();
    }
    update();
    Q_EMIT playingChanged(isPlaying);
}

double TimeLine::xOf(double step) const {
    const double right = m_right < 0 ? width() - px(16) : m_right;
    return m_left + (step - m_low) / (m_high - m_low) * (right - m_left);
}

double TimeLine::stepAt(double x) const {
    const double right = m_right < 0 ? width() - px(16) : m_right;
    return m_low + (x - m_left) / std::max(1.0, right - m_left) * (m_high - m_low);
}

int TimeLine::nearestMark(double step) const {
    if (m_marks.empty()) return -1;
    const auto right =
        std::lower_bound(m_marks.begin(), m_marks.end(), step,
                         [](const TimeMark& mark, double s) { return static_cast<double>(mark.step) < s; });
    const int index = static_cast<int>(right - m_marks.begin());
    if (right == m_marks.begin()) return 0;
    if (right == m_marks.end()) return index - 1;
    return step - static_cast<double>(right[-1].step) <= static_cast<double>(right->step) - step ? index - 1
                                                                                                 : index;
}

void TimeLine::goTo(int markIndex) {
    if (markIndex < 0) return;
    const qint64 step = m_marks[static_cast<size_t>(markIndex)].step;
    if (m_position == step) return;
    setPosition(step);
    Q_EMIT scrubbedTo(step);
}

void TimeLine::goLive() {
    setPlaying(false);
    if (!m_position) return;
    setPosition({});
    Q_EMIT liveRequested();
}

/// Past the last mark lies the present.
void TimeLine::scrubTo(double x) {
    if (m_marks.empty()) return;
    const double last = static_cast<double>(m_marks.back().step);
    const double present = std::max(static_cast<double>(m_liveStep), last);
    const double gap = std::max((xOf(present) - xOf(last)) / 2, double(px(3)));
    if (x >= xOf(last) + gap || x >= xOf(present)) return goLive();
    goTo(nearestMark(stepAt(x)));
}

void TimeLine::playNext() {
    const int count = static_cast<int>(m_marks.size());
    const int at = m_position ? nearestMark(static_cast<double>(*m_position)) : count;
    const int next = at + std::max(1, count / kPlaySteps);
    if (next >= count) return goLive();
    goTo(next);
}

bool TimeLine::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange) updateGeometry();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = help->pos().x() < m_left - px(6) ? -1 : nearestMark(stepAt(help->pos().x()));
    QStringList words;
    if (index >= 0) {
        const TimeMark& mark = m_marks[static_cast<size_t>(index)];
        words.append(tr("Step %1").arg(QLocale().toString(static_cast<qlonglong>(mark.step))));
        if (mark.isCheckpoint) words.append(tr("checkpoint"));
        if (mark.isBest) words.append(tr("best"));
        if (mark.isPinned) words.append(tr("pinned"));
    }
    QToolTip::showText(help->globalPos(), words.join(QStringLiteral(", ")), this);
    return true;
}

void TimeLine::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    const QPoint place = event->position().toPoint();
    if (playRect().contains(place)) return setPlaying(!isPlaying());
    if (m_position && liveRect().contains(place)) return goLive();
    setPlaying(false);
    m_isDragging = true;
    scrubTo(event->position().x());
}

void TimeLine::mouseMoveEvent(QMouseEvent* event) {
    if (m_isDragging) return scrubTo(event->position().x());
    const QPoint place = event->position().toPoint();
    Spot spot = place.x() >= m_left - px(6) ? Spot::Track : Spot::None;
    if (playRect().contains(place)) spot = Spot::Play;
    if (m_position && liveRect().contains(place)) spot = Spot::Live;
    if (spot == m_hovered) return;
    m_hovered = spot;
    update();
}

void TimeLine::mouseReleaseEvent(QMouseEvent*) {
    m_isDragging = false;
}

void TimeLine::leaveEvent(QEvent*) {
    m_hovered = Spot::None;
    update();
}

void TimeLine::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_marks.size()) - 1;
    const int at = m_position ? nearestMark(static_cast<double>(*m_position)) : last + 1;
    switch (event->key()) {
        case Qt::Key_Left:
            return goTo(std::max(std::min(0, last), at - 1));
        case Qt::Key_Right:
            return at >= last ? goLive() : goTo(at + 1);
        case Qt::Key_Home:
            return goTo(last < 0 ? -1 : 0);
        case Qt::Key_End:
            return goLive();
        case Qt::Key_Space:
            return setPlaying(!isPlaying());
        case Qt::Key_Escape:
            if (m_position) return goLive();
            break;
        default:
            break;
    }
    event->ignore();
}

QSize TimeLine::sizeHint() const {
    return {px(720), px(m_thumbnailsShown ? 92 : 36)};
}
QSize TimeLine::minimumSizeHint() const {
    return {px(240), sizeHint().height()};
}

}  // namespace limner::widgets
