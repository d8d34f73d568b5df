// Where in the window a job belongs.
#pragma once

#include <QString>

#include "core/types/job.h"

namespace limner::app {

/// "go.train", "go.explore", …; a sweep belongs to what it is made of. @param snapshot  the newest, or null
QString pageOfJob(const JobInfo& job, const Snapshot* snapshot);

}  // namespace limner::app
