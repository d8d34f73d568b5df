// How much of the machine a thread asks for. What is POSIX about it stands in the .cpp.
#pragma once

namespace limner::engine {

/// Makes the calling thread give way to the window (nice 10). Threads that it starts inherit this.
void lowerThreadPriority();

}  // namespace limner::engine
