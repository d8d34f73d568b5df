// How the learning rate changes over a run: a table of shapes, times a linear warm-up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/types/param.h"

namespace limner::training {

struct ScheduleEntry {
    std::string id;
    std::string label;
    std::string help;
    ParamTable rows;
    /// What the learning rate is multiplied by at a step, 0 the first of `totalSteps`.
    double (*factor)(const ParamValues& values, int64_t step, int64_t totalSteps);
};

const std::vector<ScheduleEntry>& scheduleRegistry();

/// The factor at a step: the one of values["schedule"] times min(1, (step + 1) / values["warmup_steps"]).
double scheduleFactor(const ParamValues& values, int64_t step, int64_t totalSteps);

}  // namespace limner::training
