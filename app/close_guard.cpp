#include "close_guard.h"

#include <algorithm>

#include "core_text.h"
#include "job_page.h"
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
    // What Write is about to say is kept as far as it has come.
    std::erase_if(left, [](const JobInfo& job) {
        return isOver(job.state) || pageOfJob(job, nullptr) == QLatin1String("go.write");
    });
    return left;
}

Notices::Question CloseGuard::questionAbout(const JobInfo& job) const {
    const QString title = fromUtf8(job.title);
    if (job.kind == "train")
        return {.title = tr("“%1” is still training").arg(title),
                .text = tr("Limner can save it now and close. The next start offers to go on from exactly "
                           "this step."),
                .yes = tr("Save and close"),
                .no = tr("Keep training")};
    const KindInfo* kind = m_shell.bridge.catalog().kind(job.kind);
    return {
        .title =
            tr("“%1” is not done").arg(kind ? coreText(kind->label) + QStringLiteral(": ") + title : title),
        .text = job.kind == "render"
                    ? tr("Closing ends it. The frames that are drawn are kept: rendering the same film to "
                         "the same file goes on with the next one.")
                    : tr("Closing ends it. What it has written so far stays."),
        .yes = tr("End it and close"),
        .no = tr("Go on with it")};
}

bool CloseGuard::mayClose() {
    const std::vector<JobInfo> left = unfinished();
    if (left.empty()) return true;
    if (m_isSaving) return false;
    const auto isWaiting = [](const JobInfo& job) { return job.state == JobState::Waiting; };
    const auto waiting = static_cast<int>(std::count_if(left.begin(), left.end(), isWaiting));
    Notices::Question question = questionAbout(left.front());
    if (waiting > 0)
        question.kept = tr("%n waiting run(s) have not begun and leave the queue.", nullptr, waiting);
    m_shell.notices.ask(question, [this] { saveAndClose(); });
    return false;
}

void CloseGuard::saveAndClose() {
    if (m_isSaving) return;
    m_isSaving = true;
    std::vector<JobInfo> left = unfinished();
    const auto isAtWork = [](const JobInfo& job) { return job.state != JobState::Waiting; };
    const auto current = std::find_if(left.begin(), left.end(), isAtWork);
    const bool isTraining = current != left.end() && current->kind == "train";
    if (!left.empty())
        m_shell.notices.keepTelling(isTraining
                                        ? tr("Saving a checkpoint… The window closes when it is written.")
                                        : tr("The window closes as soon as the work has stopped."));
    if (isTraining) m_shell.settings.set("resume_run", current->folder);
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
