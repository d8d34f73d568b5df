// The core's Studio, as open_studio.cpp and the tests make it.
#pragma once

#include <memory>

#include "core/types/studio.h"

namespace limner {

/// @param host  decodes pictures and is woken; outlives the studio
/// @return a studio with its lanes running, on the project, device and threads of the options
std::unique_ptr<Studio> makeStudio(Host& host, const StudioOptions& options);

}  // namespace limner
