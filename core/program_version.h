// The version of Limner, as CMakeLists.txt says it.
#pragma once

namespace limner {

const char* programVersion();

}  // namespace limner
