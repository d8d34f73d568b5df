#include "job_bar_wiring.h"

#include <QAction>

#include "commands.h"
#include "core_text.h"
#include "job_page.h"
#include "studio_bridge.h"
#include "widgets/job_bar.h"
#include "widgets/rail.h"

namespace limner::app {

using widgets::JobBar;

JobBarWiring::JobBarWiring(const Shell& shell, JobBar* bar, widgets::Rail* rail)
    : QObject(bar), m_shell(shell), m_bar(bar), m_rail(rail) {
    connectButtons();
    connect(&shell.bridge, &StudioBridge::jobsChanged, this, &JobBarWiring::showJobs);
    connect(&shell.bridge, &StudioBridge::snapshotChanged, this, &JobBarWiring::showJobs);
    connect(&shell.bridge, &StudioBridge::opened, this, &JobBarWiring::showIdle);
    connect(&shell.bridge, &StudioBridge::openFailed, this, [this] {
        m_bar->setIdleText(tr("Nothing running"), tr("The part that trains could not be loaded"));
    });
    const QAction* palette = shell.commands.action(QStringLiteral("app.palette"));
    m_bar->setHint(tr("Every command:"), palette->shortcut());
    m_bar->setIdleText(tr("Nothing running"), tr("Getting ready…"));
    m_bar->setJob(std::nullopt, {});
}

void JobBarWiring::connectButtons() {
    const auto studio = [this] { return m_shell.bridge.studio(); };
    connect(m_bar, &JobBar::pauseClicked, this, [studio](JobId job) { studio()->pause(job); });
    connect(m_bar, &JobBar::resumeClicked, this, [studio](JobId job) { studio()->resume(job); });
    connect(m_bar, &JobBar::stepClicked, this, [studio](JobId job) { studio()->stepOnce(job); });
    connect(m_bar, &JobBar::stopClicked, this, [studio](JobId job) { studio()->stop(job); });
    connect(m_bar, &JobBar::saveClicked, this, [studio](JobId job) { studio()->save(job); });
    connect(m_bar, &JobBar::removed, this, [studio](JobId job) { studio()->stop(job); });
    connect(m_bar, &JobBar::reordered, this,
            [studio](JobId job, int place) { studio()->reorder(job, place); });
}

void JobBarWiring::showIdle() {
    const StudioFacts facts = m_shell.bridge.studio()->facts();
    const QString device = fromUtf8(facts.device).toUpper();
    m_bar->setIdleText(tr("Nothing running"),
                       tr("Ready on %1, %n thread(s)", nullptr, facts.threads).arg(device));
    showJobs();
}

void JobBarWiring::showJobs() {
    const auto job = m_shell.bridge.current();
    const auto snapshot = job ? m_shell.bridge.latest(job->id) : nullptr;
    const KindInfo* kind = job ? m_shell.bridge.catalog().kind(job->kind) : nullptr;
    m_bar->setJob(job, snapshot ? snapshot->progress : Progress{}, kind ? coreText(kind->label) : QString());
    m_bar->setSaves(kind == nullptr || kind->savesOnTheWay);
    std::vector<JobInfo> waiting = m_shell.bridge.jobs();
    // A brief job waits for a step or two: too short to be read.
    std::erase_if(waiting,
                  [](const JobInfo& info) { return info.state != JobState::Waiting || info.isBrief; });
    m_bar->setQueue(waiting);
    const bool isRunning = job && job->state == JobState::Running;
    m_rail->setRunning(isRunning ? pageOfJob(*job, snapshot.get()) : QString());
}

}  // namespace limner::app
