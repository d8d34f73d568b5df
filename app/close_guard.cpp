#include "close_guard.h"

#include <algorithm>

#include "core_text.h"
#include "notices.h"
#include "settings.h"
#include "studio_bridge.h"

namespace limner::app {

CloseGuard::CloseGuard(const Shell& shell, QObject* parent) : QObject(parent), m_shell(shell) {
    connect(&m_shell.bridge, &StudioBridge::jobsChanged, this, &CloseGuard::lookWhetherSaved);
    connect(&m_shell.bridge, &StudioBridge::eventArrived, this, [this](const Event& event) {
        if (event.kind == EventKind::Failed) m_isSaving = false;  // the error is shown; the window stays
    });
}

std::vector<JobInfo> CloseGuard::unfinished() const {
    std::vector<JobInfo> left = m_shell.bridge.jobs();
    std::erase_if(left, [](const JobInfo& job) { return isOver(job.state); });
    return left;
}

bool CloseGuard::mayClose() {
    const std::vector<JobInfo> left = unfinished();
    if (left.empty()) return true;
    if (m_isSaving) return false;
    const auto isWaiting = [](const JobInfo& job) { return job.state == JobState::Waiting; };
    const auto waiting = static_cast<int>(std::count_if(left.begin(), left.end(), isWaiting));
    Notices::Question question{
        .title = tr("“%1” is still training").arg(fromUtf8(left.front().title)),
        .text =
            tr("Limner can save it now and close. The next start offers to go on from exactly this step."),
        .yes = tr("Save and close"),
        .no = tr("Keep training")};
    if (waiting > 0)
        question.kept = tr("%n waiting run(s) have not begun and leave the queue.", nullptr, waiting);
    m_shell.notices.ask(question, [this] { saveAndClose(); });
    return false;
}

void CloseGuard::saveAndClose() {
    if (m_isSaving) return;
    m_isSaving = true;
    std::vector<JobInfo> left = unfinished();
    if (!left.empty())
        m_shell.notices.keepTelling(tr("Saving a checkpoint… The window closes when it is written."));
    const auto isAtWork = [](const JobInfo& job) { return job.state != JobState::Waiting; };
    const auto current = std::find_if(left.begin(), left.end(), isAtWork);
    if (current != left.end()) m_shell.settings.set("resume_run", current->folder);
    // The waiting ones first, so that none of them begins when the current one ends.
    std::stable_partition(left.begin(), left.end(), std::not_fn(isAtWork));
    for (const JobInfo& job : left) m_shell.bridge.studio()->stop(job.id);
    lookWhetherSaved();
}

void CloseGuard::lookWhetherSaved() {
    if (!m_isSaving || !unfinished().empty()) return;
    Q_EMIT readyToClose();
}

}  // namespace limner::app
