// Closing while a job runs: asks once, saves what can be resumed, and only then lets the window close.
#pragma once

#include <QObject>

#include "core/types/job.h"
#include "notices.h"
#include "page.h"

namespace limner::app {

class CloseGuard : public QObject {
    Q_OBJECT

public:
    CloseGuard(const Shell& shell, QObject* parent);

    /// True where nothing is lost by closing. Otherwise asks, and emits readyToClose once everything is
    /// saved.
    bool mayClose();
    /// What “Save and close” does, without the question.
    void saveAndClose();

Q_SIGNALS:
    void readyToClose();

private:
    std::vector<JobInfo> unfinished() const;
    Notices::Question questionAbout(const JobInfo& job) const;
    void lookWhetherSaved();

    Shell m_shell;
    bool m_isSaving = false;
};

}  // namespace limner::app
