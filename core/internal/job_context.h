// What the jobs of one studio share. Made by the studio before its lanes start; outlives them.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/internal/random.h"
#include "core/internal/weights_exchange.h"
#include "core/types/host.h"
#include "core/types/job.h"
#include "core/types/studio.h"

namespace limner {

namespace generation {
class OpenedModels;
}

struct JobContext {
    Host& host;
    std::filesystem::path project;
    StudioFacts facts;
    generation::WeightsExchange weights;
    training::ProcessTurns processTurns;  ///< of the work lane
    /// Whether a job should give up while it is still being made; any thread may ask. Empty: never.
    std::function<bool(JobId)> isStopAsked = {};
    /// What jobs that are made by another job share, while it makes one; null: each opens its own.
    generation::OpenedModels* opened = nullptr;
};

}  // namespace limner
