#include "job.h"

namespace limner {

const char* name(JobState state) {
    switch (state) {
        case JobState::Waiting:
            return "waiting";
        case JobState::Running:
            return "running";
        case JobState::Paused:
            return "paused";
        case JobState::Finished:
            return "finished";
        case JobState::Failed:
            return "failed";
        case JobState::Cancelled:
            return "cancelled";
    }
    return "failed";
}

}  // namespace limner
