// Builds networks without drawing their first weights, for those that are loaded right after.
#pragma once

#include "core/internal/torch.h"

#include <c10/core/impl/LocalDispatchKeySet.h>

namespace limner::training {

/// While one of these lives, what this thread fills with random numbers is filled with 0 instead, and no
/// generator moves. Layers draw their first weights from the process-wide generator as they are made, and
/// that one belongs to the training job: with this, any thread may build a model while a run trains.
class WithoutDrawing {
public:
    WithoutDrawing() : m_guard(c10::DispatchKey::DeferredInit) {}

private:
    c10::impl::IncludeDispatchKeyGuard m_guard;
};

}  // namespace limner::training
