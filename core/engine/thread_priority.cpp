#include "core/engine/thread_priority.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace limner::engine {

void lowerThreadPriority() {
    // On Linux niceness belongs to a thread. Failing only means that the lane keeps its normal priority.
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 10);
}

}  // namespace limner::engine
