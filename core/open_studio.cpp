// The one exported function of limner_core.
#include "core/studio.h"

extern "C" __attribute__((visibility("default"))) limner::Studio* limnerOpenStudio(
    limner::Host* host, const limner::StudioOptions* options) {
    return limner::makeStudio(*host, *options).release();
}
