#include "continuation.h"

namespace limner::writing {

const std::vector<ContinuationEntry>& continuationRegistry() {
    static const std::vector<ContinuationEntry> rows{sampledContinuation(), greedyContinuation(),
                                                     beamContinuation()};
    return rows;
}

}  // namespace limner::writing
