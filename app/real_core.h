// The core as the programs use it: loaded at run time, with the one picture decoder.
#pragma once

#include <functional>
#include <memory>

#include "core/types/studio.h"

namespace limner::app {

/// Loads limner_core and opens a studio that owns its host. Takes a moment: call it off the main thread.
/// @param wake  called from any thread when an answer is there
Result<std::shared_ptr<Studio>> openRealCore(const StudioOptions& options, std::function<void()> wake);

}  // namespace limner::app
