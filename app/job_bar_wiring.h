// Keeps the job bar, the rail's dot and the window's title in step with the jobs.
#pragma once

#include <QObject>

#include "page.h"

namespace limner::widgets {
class JobBar;
class Rail;
}  // namespace limner::widgets

namespace limner::app {

class JobBarWiring : public QObject {
    Q_OBJECT

public:
    JobBarWiring(const Shell& shell, widgets::JobBar* bar, widgets::Rail* rail);

private:
    void connectButtons();
    void showJobs();
    void showIdle();

    Shell m_shell;
    widgets::JobBar* m_bar;
    widgets::Rail* m_rail;
};

}  // namespace limner::app
