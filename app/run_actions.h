// What can be done with a run from anywhere in the window: resume, branch, rename, show its folder, throw
// away.
#pragma once

#include <QObject>

#include "core/types/job.h"
#include "page.h"

namespace limner::app {

class RunActions : public QObject {
    Q_OBJECT

public:
    RunActions(const Shell& shell, QObject* parent);

    void resume(const QString& folder);
    void rename(const QString& folder, const QString& newName);
    void reveal(const QString& folder);
    /// Asks, then moves the folder to the trash. A run that is training is not touched.
    void moveToTrash(const QString& folder, const QString& name);

Q_SIGNALS:
    void started(limner::JobId job);
    void trashed(const QString& folder);

private:
    bool isTraining(const QString& folder) const;

    Shell m_shell;
};

}  // namespace limner::app
