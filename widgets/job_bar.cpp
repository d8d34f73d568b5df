#include "job_bar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>

#include "accessible.h"
#include "button.h"
#include "job_queue.h"
#include "job_readout.h"
#include "job_text.h"
#include "theme.h"

namespace limner::widgets {

JobBar::JobBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("jobBar"));
    setAccessible(*this, QAccessible::StatusBar, tr("Job"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    m_readout = new JobReadout(this);
    row->addWidget(m_readout, 1);
    row->addSpacing(px(12));
    setupButtons();
    setIdleText(tr("Nothing running"));
    updateLook();
    updateButtons();
}

void JobBar::setupButtons() {
    m_pause = makeIconButton(QStringLiteral("pause"), tr("Pause"), this);
    m_step = makeIconButton(QStringLiteral("step"), tr("One step"), this);
    m_stop = makeIconButton(QStringLiteral("stop"), tr("Stop: saves, then ends the job"), this);
    m_save = new Button(tr("Save now"), QStringLiteral("save"), {}, this);
    m_save->setToolTip(tr("Save a checkpoint now"));
    m_save->setAccessibleName(tr("Save now"));
    m_queue = new QueueChip(this);
    const std::pair<Button*, QString> names[] = {{m_pause, QStringLiteral("jobBar.pause")},
                                                 {m_step, QStringLiteral("jobBar.step")},
                                                 {m_stop, QStringLiteral("jobBar.stop")},
                                                 {m_save, QStringLiteral("jobBar.save")}};
    for (const auto& [button, name] : names) {
        button->setObjectName(name);
        layout()->addWidget(button);
    }
    layout()->addWidget(m_queue);
    connect(m_pause, &Button::clicked, this, [this] {
        if (m_job->state == JobState::Running) Q_EMIT pauseClicked(m_job->id);
        if (m_job->state == JobState::Paused) Q_EMIT resumeClicked(m_job->id);
    });
    connect(m_step, &Button::clicked, this, [this] { Q_EMIT stepClicked(m_job->id); });
    connect(m_stop, &Button::clicked, this, [this] { Q_EMIT stopClicked(m_job->id); });
    connect(m_save, &Button::clicked, this, [this] { Q_EMIT saveClicked(m_job->id); });
    connect(m_queue, &QueueChip::reordered, this, &JobBar::reordered);
    connect(m_queue, &QueueChip::removed, this, &JobBar::removed);
    connect(m_readout, &JobReadout::nameClicked, this, [this] { Q_EMIT jobClicked(m_job->id); });
}

void JobBar::setJob(const std::optional<JobInfo>& job, const Progress& progress, const QString& kindLabel) {
    const bool isSameState = job && m_job && job->id == m_job->id && job->state == m_job->state;
    m_job = job;
    m_readout->setJob(job, progress, kindLabel);
    if (!isSameState) updateButtons();
}

void JobBar::updateButtons() {
    const bool isAlive = m_job && !isOver(m_job->state);
    const bool isPaused = m_job && m_job->state == JobState::Paused;
    for (Button* button : {m_pause, m_step, m_stop}) button->setVisible(isAlive);
    m_save->setVisible(isAlive && m_saves);
    m_stop->setToolTip(m_saves ? tr("Stop: saves, then ends the job") : tr("Stop: ends the job"));
    m_stop->setAccessibleName(m_stop->toolTip());
    m_pause->setIconName(isPaused ? QStringLiteral("play") : QStringLiteral("pause"));
    m_pause->setToolTip(isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->toolTip());
    m_pause->setEnabled(isAlive && m_job->state != JobState::Waiting);
    m_step->setEnabled(isPaused);
    m_save->setEnabled(isAlive && m_job->state != JobState::Waiting && m_isSaveEnabled);
}

void JobBar::setQueue(const std::vector<JobInfo>& waiting) {
    m_queue->setJobs(waiting);
}
void JobBar::setIdleText(const QString& text, const QString& detail) {
    m_readout->setIdle(text, detail);
}
void JobBar::setHint(const QString& text, const QKeySequence& keys) {
    m_readout->setHint(text, keys);
}
QStringList JobBar::shownTexts() const {
    return m_readout->shownTexts();
}

void JobBar::setSaveEnabled(bool isEnabled) {
    m_isSaveEnabled = isEnabled;
    updateButtons();
}

void JobBar::setSaves(bool saves) {
    if (saves == m_saves) return;
    m_saves = saves;
    updateButtons();
}

void JobBar::setCompact(bool isCompact) {
    m_isCompact = isCompact;
    updateLook();
}

void JobBar::updateLook() {
    const bool isNarrow = m_isCompact || width() < px(1120);
    setFixedHeight(px(m_isCompact ? 40 : 48));
    layout()->setContentsMargins(px(m_isCompact ? 12 : 16), px(1), px(m_isCompact ? 8 : 12), 0);
    layout()->setSpacing(px(4));
    m_save->setText(isNarrow ? QString() : tr("Save now"));
    m_save->setRole(isNarrow ? QStringLiteral("quiet") : QString());
    m_queue->setCompact(isNarrow);
}

void JobBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, width(), px(1)), tokens().line);
}

void JobBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if ((event->size().width() < px(1120)) != (event->oldSize().width() < px(1120))) updateLook();
}

void JobBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) updateLook();
}

QSize JobBar::sizeHint() const {
    return {px(1280), px(m_isCompact ? 40 : 48)};
}
QSize JobBar::minimumSizeHint() const {
    return {px(420), px(m_isCompact ? 40 : 48)};
}

}  // namespace limner::widgets
