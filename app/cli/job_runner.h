// Runs one job to its end and shows it.
#pragma once

#include "core/types/studio.h"
#include "progress_view.h"
#include "stop_requests.h"

namespace limner::cli {

/// Starts the job and waits for its end. A stop request saves and ends it: that is Ok too.
ExitCode runJob(Studio& studio, const Recipe& recipe, Terminal& terminal, StopRequests& stop);

}  // namespace limner::cli
