#include "program_version.h"

namespace limner {

const char* programVersion() {
    return LIMNER_VERSION;
}

}  // namespace limner
