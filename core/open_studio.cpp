// The one exported function of limner_core.
#include "core/types/studio.h"
