#include "run_actions.h"

#include <QDesktopServices>
#include <QFile>
#include <QUrl>
#include <algorithm>

#include "core_text.h"
#include "notices.h"
#include "run_reader.h"
#include "studio_bridge.h"

namespace limner::app {

RunActions::RunActions(const Shell& shell, QObject* parent) : QObject(parent), m_shell(shell) {}

bool RunActions::isTraining(const QString& folder) const {
    const auto& jobs = m_shell.bridge.jobs();
    return std::any_of(jobs.begin(), jobs.end(), [&](const JobInfo& job) {
        return !isOver(job.state) && job.folder == toUtf8(folder);
    });
}

void RunActions::resume(const QString& folder) {
    if (!m_shell.bridge.isOpen() || isTraining(folder)) return;
    const Result<JobId> job = m_shell.bridge.start({.kind = "train", .values = {{"resume", toUtf8(folder)}}});
    if (job)
        Q_EMIT started(*job);
    else
        m_shell.notices.showError(tr("The run cannot go on"), job.error());
}

void RunActions::rename(const QString& folder, const QString& newName) {
    if (!newName.trimmed().isEmpty()) m_shell.reader.rename(toUtf8(folder), toUtf8(newName.trimmed()));
}

void RunActions::reveal(const QString& folder) {
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_shell.notices.warn(tr("No file manager answered. The folder is %1").arg(folder));
}

void RunActions::moveToTrash(const QString& folder, const QString& name) {
    if (isTraining(folder)) {
        m_shell.notices.warn(tr("“%1” is training. Stop it first.").arg(name));
        return;
    }
    const Notices::Question question{.title = tr("Move “%1” to the trash?").arg(name),
                                     .text = tr("Its checkpoints, samples and numbers go with it."),
                                     .kept = tr("It can be taken back from the trash of this computer."),
                                     .yes = tr("Move to trash"),
                                     .destroys = true,
                                     .no = tr("Keep")};
    m_shell.notices.ask(question, [this, folder, name] {
        if (QFile::moveToTrash(folder)) {
            m_shell.notices.tell(tr("“%1” is in the trash.").arg(name));
            Q_EMIT trashed(folder);
        } else {
            m_shell.notices.showError(
                tr("“%1” was not moved").arg(name),
                {.code = ErrorCode::NotWritable,
                 .message = LIMNER_TR("core", "This drive has no trash, or its folder cannot be changed."),
                 .hint = LIMNER_TR("core", "Remove the folder in a file manager."),
                 .kept = LIMNER_TR("core", "Nothing was changed."),
                 .details = toUtf8(folder)});
        }
    });
}

}  // namespace limner::app
