#include "job_readout.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "core_text.h"
#include "job_text.h"
#include "paint.h"
#include "tabular.h"
#include "theme.h"

namespace limner::widgets {
namespace {

/// What each level leaves out; a level contains all before it.
enum Level {
    kAll,
    kNoLineRates,
    kShortBar,
    kNoLine,
    kShortTexts,
    kNoTitle,
    kNoRate,
    kTinyBar,
    kNoTimeLeft,
    kNoSteps
};

constexpr int kReadoutGap = 16;
constexpr int kNearGap = 8;

int gapAfter(bool isNear) {
    return px(isNear ? kNearGap : kReadoutGap);
}

}  // namespace

JobReadout::JobReadout(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("jobBar.readout"));
    setAccessible(*this, QAccessible::ProgressBar, tr("Current job"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void JobReadout::setJob(const std::optional<JobInfo>& job, const Progress& progress,
                        const QString& kindLabel) {
    m_job = job;
    m_progress = progress;
    m_kind = kindLabel;
    const QString said = job ? QStringLiteral("%1 %2, %3, %4")
                                   .arg(kindLabel, QString::fromStdString(job->title),
                                        stateLook(job->state).word, percentText(progress))
                             : m_idleText;
    if (said != accessibleDescription()) setAccessibleDescription(said);
    update();
}

void JobReadout::setIdle(const QString& text, const QString& detail) {
    m_idleText = text;
    m_idleDetail = detail;
    update();
}

void JobReadout::setHint(const QString& text, const QKeySequence& keys) {
    m_hintText = text;
    m_hintKeys = keys;
    update();
}

QColor JobReadout::stateColour() const {
    switch (m_job->state) {
        case JobState::Paused:
            return tokens().warn;
        case JobState::Failed:
            return tokens().error;
        case JobState::Finished:
            return tokens().ok;
        case JobState::Cancelled:
        case JobState::Waiting:
            return tokens().text3;
        case JobState::Running:
            break;
    }
    return tokens().accent;
}

JobReadout::Parts JobReadout::idleParts() const {
    const Tokens& t = tokens();
    Parts parts{{.what = Part::What::Icon, .text = QStringLiteral("check"), .colour = t.text2},
                {.text = m_idleText, .colour = t.text2},
                {.text = m_idleDetail, .colour = t.text3}};
    if (!m_hintText.isEmpty()) parts.push_back({.text = m_hintText, .colour = t.text3, .isRight = true});
    const QStringList keys = m_hintKeys.toString(QKeySequence::NativeText).split(u'+', Qt::SkipEmptyParts);
    for (const QString& key : keys) {
        parts.push_back({.what = Part::What::Key, .text = key, .colour = t.text2, .isRight = true});
    }
    return parts;
}

JobReadout::Parts JobReadout::jobParts(int level) const {
    const Tokens& t = tokens();
    const StateLook look = stateLook(m_job->state);
    Parts parts{{.what = Part::What::Icon, .text = look.iconName, .colour = stateColour()},
                {.text = m_kind, .colour = t.text, .isStrong = true}};
    const auto add = [&](const QString& text, const QColor& colour, bool isRight) {
        if (!text.isEmpty()) parts.push_back({.text = text, .colour = colour, .isRight = isRight});
    };
    if (level < kNoTitle) add(QString::fromStdString(m_job->title), t.text2, false);
    const int bar = level < kShortBar ? 180 : level < kTinyBar ? 108 : 56;
    parts.push_back({.what = Part::What::Bar, .text = {}, .colour = {}, .width = px(bar)});
    add(percentText(m_progress), t.text, false);
    if (level < kNoSteps)
        add(level < kShortTexts ? doneText(m_progress) : doneTextShort(m_progress), t.text, false);
    if (level < kNoLine) add(coreText(m_progress.place), t.text3, false);
    const bool isRunning = m_job->state == JobState::Running;
    if (!isRunning) add(look.word, stateColour(), true);
    if (isRunning && level < kNoRate) add(rateText(m_progress), t.text, true);
    if (isRunning && level < kNoLineRates) add(coreText(m_progress.innerRate), t.text3, true);
    if (isOver(m_job->state) || m_progress.secondsLeft < 0 || level >= kNoTimeLeft) return parts;
    add(level < kShortTexts ? timeLeftText(m_progress) : durationText(m_progress.secondsLeft), t.text, true);
    return parts;
}

int JobReadout::widthOf(const Part& part) const {
    if (part.what == Part::What::Icon) return px(14);
    if (part.what == Part::What::Bar) return part.width;
    const QFontMetricsF metrics(widgets::font(part.isStrong                  ? TextRole::Strong
                                              : part.what == Part::What::Key ? TextRole::Label
                                                                             : TextRole::Body));
    const int words = static_cast<int>(std::ceil(tabularWidth(metrics, part.text)));
    return part.what == Part::What::Key ? words + px(12) : words;
}

int JobReadout::widthOf(const Parts& parts) const {
    int width = 0;
    for (const Part& part : parts) width += widthOf(part) + gapAfter(part.what == Part::What::Icon);
    return width;
}

JobReadout::Parts JobReadout::fittingParts() const {
    if (!m_job) {
        Parts parts = idleParts();
        // The hint goes first, then the detail.
        while (parts.size() > 2 && widthOf(parts) > width()) parts.pop_back();
        return parts;
    }
    for (int level = kAll; level < kNoSteps; ++level) {
        Parts parts = jobParts(level);
        if (widthOf(parts) <= width()) return parts;
    }
    return jobParts(kNoSteps);
}

QStringList JobReadout::shownTexts() const {
    QStringList texts;
    for (const Part& part : fittingParts()) {
        if (part.what == Part::What::Text || part.what == Part::What::Key) texts.append(part.text);
    }
    return texts;
}

void JobReadout::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Parts parts = fittingParts();
    Parts right;
    qreal x = 0;
    m_nameRect = {};
    for (const Part& part : parts) {
        if (part.isRight) {
            right.push_back(part);
            continue;
        }
        const QRectF rect(x, 0, widthOf(part), height());
        paintPart(painter, part, rect);
        if (m_job && part.what == Part::What::Text && m_nameRect.width() <= 0) m_nameRect = rect;
        x = rect.right() + gapAfter(part.what == Part::What::Icon || part.isStrong);
    }
    x = width();
    for (auto part = right.rbegin(); part != right.rend(); ++part) {
        const QRectF rect(x - widthOf(*part), 0, widthOf(*part), height());
        paintPart(painter, *part, rect);
        x = rect.left() - (part->what == Part::What::Key ? px(6) : px(kReadoutGap));
    }
}

void JobReadout::paintPart(QPainter& painter, const Part& part, const QRectF& rect) const {
    const QRectF line = rect;
    if (part.what == Part::What::Icon) return paint::icon(painter, line, part.text, part.colour, 14);
    if (part.what == Part::What::Bar) return paintBar(painter, line);
    painter.setPen(part.colour);
    if (part.what == Part::What::Key) {
        const QRectF cap(line.left(), line.center().y() - px(10), line.width(), px(20));
        paint::roundLine(painter, cap, px(4), tokens().line, px(1));
        painter.setFont(widgets::font(TextRole::Label));
        painter.drawText(cap, Qt::AlignCenter, part.text);
        return;
    }
    painter.setFont(widgets::font(part.isStrong ? TextRole::Strong : TextRole::Body));
    drawTabular(painter, line, Qt::AlignLeft | Qt::AlignVCenter, part.text);
}

void JobReadout::paintBar(QPainter& painter, const QRectF& rect) const {
    const QRectF trough(rect.left(), std::floor(rect.center().y()) - px(2), rect.width(), px(4));
    fillRounded(painter, trough, px(2), tokens().trough);
    QRectF done = trough;
    if (m_progress.total > 0) {
        done.setWidth(trough.width() * std::clamp(m_progress.done / m_progress.total, 0.0, 1.0));
        if (m_progress.done > 0) done.setWidth(std::max<qreal>(done.width(), px(4)));
    } else {  // no total: a block that moves only while work is done
        const double turn = m_progress.done / 20;
        done.setWidth(trough.width() / 4);
        done.moveLeft(trough.left() + (turn - std::floor(turn)) * (trough.width() - done.width()));
    }
    if (done.width() >= px(4)) fillRounded(painter, done, px(2), stateColour());
}

void JobReadout::mouseReleaseEvent(QMouseEvent* event) {
    if (m_job && m_nameRect.contains(event->position())) Q_EMIT nameClicked();
}

QSize JobReadout::sizeHint() const {
    return {px(640), px(24)};
}
QSize JobReadout::minimumSizeHint() const {
    return {m_job ? widthOf(jobParts(kNoSteps)) : px(160), px(24)};
}

}  // namespace limner::widgets
